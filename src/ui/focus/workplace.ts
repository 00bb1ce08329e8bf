import type { CanvasPort } from '../../app/stores/canvas-port.ts';

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

/** What Escape means in a field: out of it, to where the keys mean what is selected. A window closes, and says itself. */
export function leaveField(field: HTMLElement, canvas: CanvasPort | undefined): void {
  if (field.closest('[role="dialog"]')) return;
  field.blur();
  goBackToWork(canvas);
}
