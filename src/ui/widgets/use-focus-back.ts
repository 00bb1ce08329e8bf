import { useEffect, useState } from 'react';

let outside: Element = document.body;

/**
 * Gives the focus back, when a dialog or a popover goes, to what had it before there was one: not to another one, which
 * this one followed, and only if nothing that it led to (a field, a popover) has taken it. Returns what had it.
 */
export function useFocusBack(): Element {
  const [before] = useState(() => {
    // Asked before anything in the dialog takes the focus, as a palette's field does at once.
    const focused = document.activeElement;
    if (focused && !focused.closest('[role="dialog"]')) outside = focused;
    return outside;
  });
  useEffect(
    () => () => {
      setTimeout(() => {
        const isFree = !document.activeElement || document.activeElement === document.body;
        if (isFree && before instanceof HTMLElement) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
  return before;
}
