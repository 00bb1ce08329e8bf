import { type RefObject, useEffect } from 'react';
import { cutText } from '../../model/visible-text.ts';
import { useStudio, useView } from './studio-context.tsx';

/**
 * Moves the focus to the field that somebody asked for (a problem's place, F2), once it is there.
 * @returns the wanted field, for sections that must unfold to show it.
 */
export function useWantedField(root: RefObject<HTMLElement | null>): string | undefined {
  const { view } = useStudio();
  const wanted = useView((state) => state.wantedField);
  useEffect(() => {
    if (wanted === undefined) return;
    const target = root.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(cutText(wanted))}"]`);
    if (!target) return;
    const control = target.matches('input, select, textarea, button, [tabindex]')
      ? target
      : // Among chips it is the field that is meant, not the button that takes the first one out.
        (target.querySelector<HTMLElement>('input, select, textarea') ?? target.querySelector('button'));
    if (control) {
      focusOn(control);
      // A menu that closed just now gives the focus back to where it was: after this effect, before this timer.
      unlessSomethingIsDone(() => {
        if (control.isConnected && document.activeElement !== control) focusOn(control);
      });
    }
    target.scrollIntoView({ block: 'nearest' });
    view.getState().set({ wantedField: undefined });
  }, [wanted, root, view]);
  return wanted;
}

/** Once all that is going on has come to an end; not at all if meanwhile a key or a button was pressed: it means what it led to. */
function unlessSomethingIsDone(act: () => void): void {
  const done = new AbortController();
  const options = { capture: true, signal: done.signal };
  for (const press of ['keydown', 'pointerdown']) window.addEventListener(press, () => done.abort(), options);
  setTimeout(() => {
    if (!done.signal.aborted) act();
    done.abort();
  });
}

function focusOn(control: HTMLElement): void {
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
}
