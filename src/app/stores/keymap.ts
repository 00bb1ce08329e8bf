import { ownValue } from '../../model/own-value.ts';
// Keys as text: `Mod+Shift+Z`, `?`, `Delete`. `Mod` is Ctrl, and Cmd on a Mac. One notation for the commands, for what
// menus show and for what a keyboard event is compared with.

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** The place of the key, named as on a US keyboard: `KeyZ`, `Digit1`. */
  readonly code?: string;
}

/** The letter or digit that a US keyboard has at a place. */
function letterAt(code: string | undefined): string | undefined {
  return /^(?:Key|Digit)([A-Z\d])$/.exec(code ?? '')?.[1]?.toLowerCase();
}

/**
 * What keyboards of other scripts type where a Latin one has a letter: their letters and marks (an Arabic key types two
 * letters at once), and signs that no Latin keyboard has there.
 */
const OTHER_SCRIPT = /^(?:[^\p{ASCII}\p{Script=Latin}]|[~{}]$|Unidentified$)/u;
const OTHER_DIGIT = /^(?!\d)\p{Nd}$/u;

/**
 * The key that a press means, in lower case. A Latin letter, a digit or a sign means itself, wherever the keyboard has
 * it. Where a keyboard types another script, and with Alt, which makes some systems type signs, the place counts.
 */
export function meantKey({ key, code, altKey }: Pick<KeyPress, 'key' | 'code' | 'altKey'>): string {
  const letter = letterAt(code);
  if (letter === undefined || /^[a-z\d]$/i.test(key)) return key.toLowerCase();
  const isOther = /\d/.test(letter) ? OTHER_DIGIT.test(key) : OTHER_SCRIPT.test(key);
  return altKey || isOther ? letter : key.toLowerCase();
}

interface Chord {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

function parseKeys(keys: string): Chord {
  const parts = keys.endsWith('+') ? [...keys.slice(0, -1).split('+').filter(Boolean), '+'] : keys.split('+');
  const key = parts.at(-1) ?? '';
  return {
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: key === 'Space' ? ' ' : key.toLowerCase(),
  };
}

/**
 * Signs (`?`, `+`, `.`) and digits are typed with Shift on some keyboards and without on others, so Shift isn't compared
 * there.
 */
const isSign = (key: string) => key.length === 1 && key !== ' ' && key.toLowerCase() === key.toUpperCase();

/** Whether a key press is the one written as `keys`. */
export function matchesKeys(press: KeyPress, keys: string, mac: boolean): boolean {
  const chord = parseKeys(keys);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const otherMod = mac ? press.ctrlKey : press.metaKey;
  return (
    meantKey(press) === chord.key &&
    mod === chord.mod &&
    !otherMod &&
    press.altKey === chord.alt &&
    (press.shiftKey === chord.shift || (isSign(chord.key) && !chord.shift))
  );
}

const MAC_NAMES: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const NAMES: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
};

/** The keys as a person reads them: `Ctrl+Shift+Z`, on a Mac `⌘⇧Z`. */
export function printKeys(keys: string, mac: boolean): string {
  const parts = keys.endsWith('+') ? [...keys.slice(0, -1).split('+').filter(Boolean), '+'] : keys.split('+');
  const names = parts.map((part) => (mac && ownValue(MAC_NAMES, part)) || ownValue(NAMES, part) || part);
  return names.join(mac ? '' : '+');
}

/** The keys as `aria-keyshortcuts` wants them. */
export function ariaKeys(keys: string, mac: boolean): string {
  return keys.replace('Mod', mac ? 'Meta' : 'Control').replace(/\+\+$/, '+Plus');
}

/** Whether this is a Mac, whose shortcuts use Cmd. */
export function onMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}
