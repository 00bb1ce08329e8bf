// A finger that rests opens the menu, as the right button of a mouse does. The menu's own way of hearing that doesn't
// work here: the library that pans keeps touches to itself.
const LONG_PRESS_MS = 500;
/** A resting finger may tremble this far, px. */
const TREMBLE = 10;

/** @param onPress breaks off what the finger began. Returns what ends listening. */
export function listenToLongPress(root: HTMLElement, onPress: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from: { readonly x: number; readonly y: number } | undefined;
  let pressed = false;
  const giveUp = () => clearTimeout(timer);

  function onTouchStart(event: TouchEvent) {
    giveUp();
    const [touch] = event.touches;
    const { target } = event;
    if (event.touches.length !== 1 || !touch || !(target instanceof Element)) return;
    if (target.closest('[data-canvas-ui]')) return;
    from = { x: touch.clientX, y: touch.clientY };
    const { clientX, clientY } = touch;
    timer = setTimeout(() => {
      pressed = true;
      onPress();
      target.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }));
    }, LONG_PRESS_MS);
  }
  function onTouchMove({ touches: [touch] }: TouchEvent) {
    if (touch && from && Math.hypot(touch.clientX - from.x, touch.clientY - from.y) > TREMBLE) giveUp();
  }

  function onTouchEnd(event: TouchEvent) {
    giveUp();
    // The mouse that a browser makes of a touch would press beside the menu, which closes it.
    if (pressed) event.preventDefault();
    pressed = false;
  }

  const listening = new AbortController();
  const options = { signal: listening.signal, capture: true, passive: true };
  root.addEventListener('touchstart', onTouchStart, options);
  root.addEventListener('touchmove', onTouchMove, options);
  root.addEventListener('touchend', onTouchEnd, { ...options, passive: false });
  root.addEventListener('touchcancel', giveUp, options);
  // Where the system has a long press of its own, its menu event comes by itself.
  root.addEventListener('contextmenu', giveUp, options);
  return () => {
    giveUp();
    listening.abort();
  };
}
