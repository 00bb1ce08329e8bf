import { useEffect, useState } from 'react';

/** Whether Space is held, outside a field: dragging pans then. */
export function useSpaceHeld(): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const down = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, button, [contenteditable]');
      if (event.key === ' ' && !event.shiftKey && !typing) setHeld(true);
    };
    window.addEventListener('keydown', down, { signal });
    window.addEventListener('keyup', (event) => event.key === ' ' && setHeld(false), { signal });
    window.addEventListener('blur', () => setHeld(false), { signal });
    return () => listening.abort();
  }, []);
  return held;
}
