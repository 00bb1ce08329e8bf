import { type RefObject, useLayoutEffect } from 'react';

/**
 * Stands in a window after what is to have the focus at first: it has it with the window, not when that has opened.
 * Whoever types fast means it with the first key.
 */
export function FocusAtOnce({ on }: { readonly on: RefObject<HTMLElement | null> }) {
  useLayoutEffect(() => on.current?.focus(), [on]);
  return null;
}
