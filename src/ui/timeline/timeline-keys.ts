import { type KeyPress, meantKey } from '../../app/stores/keymap.ts';
import type { Match } from './search-run.ts';
import type { Micros } from '../../model/units.ts';

/** What a key, or a button, asks of the timeline. */
export type KeyAct =
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'pan'; readonly screens: number }
  | { readonly kind: 'focus' }
  | { readonly kind: 'fit' }
  | { readonly kind: 'event'; readonly direction: 1 | -1; readonly ofSelection: boolean }
  | { readonly kind: 'end'; readonly last: boolean }
  | { readonly kind: 'lane'; readonly by: number }
  | { readonly kind: 'nudge'; readonly px: number }
  | { readonly kind: 'rows'; readonly factor: number }
  | { readonly kind: 'range'; readonly from: Micros; readonly to: Micros }
  | { readonly kind: 'pin' }
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'fold' }
  | { readonly kind: 'search' }
  /** Into sight, without going there. */
  | { readonly kind: 'show'; readonly match: Match }
  | { readonly kind: 'escape' };

/** The act of a key while the timeline has the focus; undefined when it means nothing here. */
export function keyAct(press: KeyPress): KeyAct | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = press;
  if (ctrlKey || metaKey) return undefined;
  if (altKey) {
    if (key === 'ArrowUp') return { kind: 'move', by: -1 };
    return key === 'ArrowDown' ? { kind: 'move', by: 1 } : undefined;
  }
  switch (key.length === 1 || press.code?.startsWith('Key') ? meantKey(press) : key) {
    case 'w':
    case '+':
    case '=':
      return { kind: 'zoom', factor: shiftKey && key !== '+' ? 3 : 1.4 };
    case 's':
    case '-':
      return { kind: 'zoom', factor: 1 / (shiftKey ? 3 : 1.4) };
    case 'a':
      return { kind: 'pan', screens: shiftKey ? -0.5 : -0.12 };
    case 'd':
      return { kind: 'pan', screens: shiftKey ? 0.5 : 0.12 };
    case 'f':
      return shiftKey ? { kind: 'fit' } : { kind: 'focus' };
    // With Shift, many keyboards give another character.
    case '.':
    case '>':
    case ':':
      return { kind: 'event', direction: 1, ofSelection: shiftKey };
    case ',':
    case '<':
    case ';':
      return { kind: 'event', direction: -1, ofSelection: shiftKey };
    case 'Home':
      return { kind: 'end', last: false };
    case 'End':
      return { kind: 'end', last: true };
    case 'ArrowUp':
      return { kind: 'lane', by: -1 };
    case 'ArrowDown':
      return { kind: 'lane', by: 1 };
    case 'PageUp':
      return { kind: 'lane', by: -10 };
    case 'PageDown':
      return { kind: 'lane', by: 10 };
    case 'ArrowLeft':
      return { kind: 'nudge', px: shiftKey ? -20 : -2 };
    case 'ArrowRight':
      return { kind: 'nudge', px: shiftKey ? 20 : 2 };
    case '[':
      return { kind: 'rows', factor: 1 / 1.25 };
    case ']':
      return { kind: 'rows', factor: 1.25 };
    case 'p':
      return { kind: 'pin' };
    case '/':
      return { kind: 'search' };
    case 'Enter':
      return { kind: 'fold' };
    case 'Escape':
      return { kind: 'escape' };
    default:
      return undefined;
  }
}
