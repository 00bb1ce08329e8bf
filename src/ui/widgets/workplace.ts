import type { CanvasPort } from '../../app/canvas-port.ts';

let last: Element | undefined;
document.addEventListener('focusin', ({ target }) => {
  last = (target instanceof Element && target.closest('[data-workplace]')) || last;
});

/**
 * Gives the focus back to where one picks out what to work on, after a way through a field or a window: to the outline
 * if one came from there, else to what is selected on the canvas.
 */
export function goBackToWork(canvas: CanvasPort | undefined): void {
  if (last instanceof HTMLElement && last.isConnected && last.role === 'tree') last.focus({ preventScroll: true });
  else canvas?.takeFocus();
}
