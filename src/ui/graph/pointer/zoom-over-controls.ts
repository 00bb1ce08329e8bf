import { onMac } from '../../../app/stores/keymap.ts';
import type { Viewport } from '../view/viewport.ts';

// What React Flow makes of a wheel, so that it is as quick here as beside it: powers of two a pixel and a line, and how
// much more a pinch on a Mac counts for, which comes as a wheel with Ctrl.
const PER_PIXEL = 0.002;
const PER_LINE = 0.05;
const PINCH = 10;

/**
 * Ctrl and the wheel zoom the picture wherever on the canvas the pointer is, over its buttons and its map, too, where
 * the browser would zoom the page. Returns what ends that.
 */
export function zoomOverControls(root: HTMLElement, viewport: Viewport): () => void {
  const listening = new AbortController();
  const strength = onMac() ? PINCH : 1;
  function onWheel(event: WheelEvent) {
    if (!event.ctrlKey || !(event.target instanceof Element) || event.target.closest('.react-flow__renderer')) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? PER_PIXEL : PER_LINE;
    viewport.zoomBy(2 ** (-event.deltaY * unit * strength));
  }
  root.addEventListener('wheel', onWheel, { signal: listening.signal, passive: false });
  return () => listening.abort();
}
