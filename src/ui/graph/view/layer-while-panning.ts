// A picture that is panned is a layer of its own for so long: the browser moves it without painting anything again.
import type { useStoreApi } from '@xyflow/react';
import type { GraphStore } from './graph-store.ts';

/** Panning has ended when nothing has moved for so long, ms: each end and each beginning paints all of it once. */
const STILL_MS = 250;

/**
 * Marks the canvas while it is panned. Not while it is zoomed: a layer would show what was painted for the former zoom,
 * blurred. And not where the cards are drawn on canvases, which aren't in what React Flow moves. Returns what ends that.
 */
export function layerWhilePanning(
  root: HTMLElement,
  store: ReturnType<typeof useStoreApi>,
  graph: GraphStore,
): () => void {
  let ending: ReturnType<typeof setTimeout> | undefined;
  let lastMove = 0;
  const end = () => {
    clearTimeout(ending);
    ending = undefined;
    delete root.dataset['gliding'];
  };
  const look = () => {
    const still = performance.now() - lastMove;
    if (still >= STILL_MS) end();
    else ending = setTimeout(look, STILL_MS - still);
  };
  const stop = store.subscribe(({ transform }, { transform: before }) => {
    if (transform === before) return;
    if (transform[2] !== before[2] || graph.getState().overview) return end();
    lastMove = performance.now();
    if (ending !== undefined) return;
    root.dataset['gliding'] = '';
    ending = setTimeout(look, STILL_MS);
  });
  return () => {
    stop();
    end();
  };
}
