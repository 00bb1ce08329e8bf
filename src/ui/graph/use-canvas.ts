// Ties the canvas on the page to the stores: pointer, keys, drops, and what commands may ask of it.
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Catalog } from '../../model/rtype.ts';
import { useStudio } from '../context/studio-context.tsx';
import { createCanvasActions, type CanvasActions } from './actions/canvas-actions.ts';
import { sightBounds } from './edges/sight-bounds.ts';
import { useGraphStore } from './view/graph-store.ts';
import { graphCommands } from './actions/graph-commands.ts';
import { listenToCanvasKeys } from './keyboard/canvas-keys.ts';
import { layerWhilePanning } from './view/layer-while-panning.ts';
import { createDrawnAt } from './overview/drawn-at.ts';
import { acceptDrops } from './pointer/accept-drops.ts';
import type { Bench } from './view/gesture.ts';
import { createGestures } from './pointer/gestures.ts';
import type { Scene } from './scene/scene.ts';
import { zoomOverControls } from './pointer/zoom-over-controls.ts';
import { listenToLongPress } from './pointer/long-press.ts';
import { createViewport, type Viewport, watchVisible } from './view/viewport.ts';

interface Now {
  readonly scene: Scene;
  readonly catalog: Catalog;
  /** Which document is open: another one is shown whole. */
  readonly opened: number;
  /** Dragging pans at the moment. */
  readonly panning: boolean;
}

export function useCanvas(root: RefObject<HTMLDivElement | null>, now: Now) {
  const studio = useStudio();
  const graph = useGraphStore();
  const store = useStoreApi();
  const flow = useReactFlow();
  const [tied, setTied] = useState<{ readonly viewport: Viewport; readonly actions: CanvasActions }>();
  // What holds now, for handlers that were made before.
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });

  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const viewport = createViewport(element, store, flow);
    const bench: Bench = {
      studio,
      graph,
      viewport,
      root: element,
      scene: () => latest.current.scene,
      catalog: () => latest.current.catalog,
    };
    const drawnAt = createDrawnAt(bench);
    const gestures = createGestures(bench, drawnAt, () => latest.current.panning);
    const actions = createCanvasActions(bench, gestures);
    const endings = [
      gestures.destroy,
      actions.destroy,
      viewport.destroy,
      watchVisible(store, graph, () => bench.scene().boxes.size),
      layerWhilePanning(element, store, graph),
      listenToCanvasKeys(bench, gestures, actions.goTo),
      acceptDrops(bench),
      listenToLongPress(element, gestures.cancel),
      zoomOverControls(element, viewport),
      studio.canvas.attach(actions.port),
      studio.commands.add(graphCommands(bench, actions)),
    ];
    setTied({ viewport, actions });
    return () => {
      for (const end of endings) end();
    };
  }, [root, studio, graph, store, flow]);

  useFitOnOpen(tied?.viewport, now);
  return useMemo(() => ({ viewport: tied?.viewport, actions: tied?.actions }), [tied]);
}

/** Shows all of a document when it is opened, once the canvas has a size. */
function useFitOnOpen(viewport: Viewport | undefined, { scene, opened }: Now): void {
  const { view } = useStudio();
  const store = useStoreApi();
  const shown = useRef<number>(undefined);
  useEffect(() => {
    if (!viewport) return undefined;
    const fit = () => {
      if (shown.current === opened || store.getState().width === 0 || !store.getState().panZoom) return;
      shown.current = opened;
      const bounds = sightBounds(scene, view.getState().reading);
      if (bounds) viewport.fit(bounds, { animate: false });
    };
    fit();
    return store.subscribe(fit);
  }, [viewport, scene, opened, store, view]);
}
