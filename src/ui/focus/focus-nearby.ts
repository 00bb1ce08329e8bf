// Where the keyboard goes on when what had it is gone: a button that did its work for good, a row that was removed.

const CONTROLS = 'a[href], button, input, select, textarea, [tabindex="0"]';
/** What one works in, apart from the canvas and the outline, which look after the focus themselves. */
const PART = 'aside, section[aria-label], [role="dialog"]';
const DIALOG = '[role="dialog"]';

interface Had {
  readonly element: HTMLElement;
  /** What it was in, from the inside out, up to its part of the page. */
  readonly around: readonly Element[];
  readonly place: DOMRect;
}

let had: Had | undefined;

document.addEventListener('focusin', remember);
// What follows may move it, or take it away.
document.addEventListener('keydown', remember, { capture: true });
document.addEventListener('pointerdown', remember, { capture: true });

function remember() {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return;
  const around: Element[] = [];
  if (!element.closest('[data-workplace]')) {
    for (let at = element.parentElement; at; at = at.parentElement) around.push(at);
    around.length = around.findLastIndex((at) => at.matches(PART)) + 1;
  }
  had = { element, around, place: element.getBoundingClientRect() };
}

/** Whether nothing has the focus, because what had it can't be seen or used any more. */
export function focusIsLost(): boolean {
  const { activeElement } = document;
  return had !== undefined && (!activeElement || activeElement === document.body) && !isUsable(had.element);
}

/**
 * Gives a lost focus to what is nearest to where it was, in the innermost surroundings that are left of it.
 * @returns false where none are (the panel or the window as a whole is gone, or another one has opened), or where all
 *   that is left is locked.
 */
export function focusNearby(): boolean {
  if (!had) return false;
  const { element, around, place } = had;
  const dialog = document.querySelector(DIALOG);
  if ((dialog && !around.includes(dialog)) || element.matches(':disabled')) return false;
  for (const surroundings of around) {
    const controls = surroundings.isConnected ? [...surroundings.querySelectorAll<HTMLElement>(CONTROLS)] : [];
    const [nearest] = controls
      .filter(isUsable)
      .map((control) => ({ control, far: distance(place, control.getBoundingClientRect()) }))
      .sort((a, b) => a.far - b.far);
    if (!nearest) continue;
    nearest.control.focus({ preventScroll: true });
    return true;
  }
  return false;
}

const isUsable = (element: HTMLElement) =>
  element.isConnected && element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility();

/** Along a line things are nearer to each other than from line to line. */
const distance = (a: DOMRect, b: DOMRect) =>
  Math.abs(a.x + a.width / 2 - b.x - b.width / 2) + 4 * Math.abs(a.y + a.height / 2 - b.y - b.height / 2);
