// Keys as text: `Mod+Shift+Z`, `?`, `Delete`. `Mod` is Ctrl, and Cmd on a Mac. One notation for the commands, for what
// menus show and for what a keyboard event is compared with.

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** The place of the key. With Alt some systems type other letters, so that is what counts there. */
  readonly code?: string;
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

/** Signs (`?`, `+`, `.`) are typed with Shift on some keyboards and without on others, so Shift isn't compared there. */
const isSign = (key: string) => key.length === 1 && key !== ' ' && key.toLowerCase() === key.toUpperCase();

/** The place of a letter or a digit on most keyboards. */
function codeOf(key: string): string | undefined {
  if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`;
  return /^\d$/.test(key) ? `Digit${key}` : undefined;
}

/** Whether a key press is the one written as `keys`. */
export function matchesKeys(press: KeyPress, keys: string, mac: boolean): boolean {
  const chord = parseKeys(keys);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const otherMod = mac ? press.ctrlKey : press.metaKey;
  return (
    (press.key.toLowerCase() === chord.key || (chord.alt && press.code === codeOf(chord.key))) &&
    mod === chord.mod &&
    !otherMod &&
    press.altKey === chord.alt &&
    (press.shiftKey === chord.shift || (isSign(chord.key) && !chord.shift && !/\d/.test(chord.key)))
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
  const names = parts.map((part) => (mac && MAC_NAMES[part]) || NAMES[part] || part);
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
