import { useEffect, useState } from 'react';

const PASSING = '[role="dialog"], [role="menu"], [role="menubar"]';

let outside: Element = document.body;
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && !target.closest(PASSING)) outside = target;
});
document.addEventListener('focusout', ({ target, relatedTarget }) => {
  if (!relatedTarget && target === outside) outside = document.body;
});

/** What has the focus, or had it before a dialog or a menu took it; the body where nothing had. */
export function focusOutside(): Element {
  return outside;
}

/** Who gets the focus when a menu goes: what had it before, if that is still there. False: nobody, or the window it led to. */
export function focusAfterMenu(): HTMLElement | false {
  if (document.querySelector('[role="dialog"]')) return false;
  return outside instanceof HTMLElement && outside !== document.body && outside.isConnected && outside;
}

/**
 * Gives the focus back, when a dialog or a popover goes, to what had it before there was one: not to another one or to a
 * menu, which this one followed, and only if nothing that it led to (a field, a popover) has taken it. Returns what had it.
 */
export function useFocusBack(): Element {
  // Asked before anything in the dialog takes the focus, as a palette's field does at once.
  const [before] = useState(focusOutside);
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
