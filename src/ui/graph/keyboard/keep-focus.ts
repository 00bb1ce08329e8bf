// Where the keyboard is after an act. What was added, joined, pasted or brought back is what the next key should mean;
// a small window that closed, or a card that is gone, would leave the focus with the page as a whole.
import type { Selection } from '../../../app/stores/view-store.ts';
import { focusIsLost, focusNearby } from '../../focus/focus-nearby.ts';
import { focusOutside } from '../../focus/use-focus-back.ts';
import { goBackToWork } from '../../focus/workplace.ts';
import type { CardId } from '../scene/folds.ts';
import type { Bench } from '../view/gesture.ts';
import { centreOf, distance, type Point } from '../scene/geometry.ts';

/** While one of these has the focus, it says itself where that goes next. */
const PASSING = '[role="dialog"], [role="menubar"]';

/** Whether the same things are selected. */
function isSame(a: Selection, b: Selection): boolean {
  const same = <T>(some: ReadonlySet<T>, others: ReadonlySet<T>) =>
    some.size === others.size && [...some].every((one) => others.has(one));
  return same(a.guids, b.guids) && same(a.connections, b.connections) && same(a.conditions, b.conditions);
}

export interface KeptFocus {
  /** Gives the focus to the card of what is selected; to the one nearest to where it was last, or the ground, without one. */
  readonly take: () => void;
  readonly destroy: () => void;
}

/**
 * Watches what is done and looks, once all has come to rest, whether the focus is where one goes on: what has it
 * elsewhere on the page, keeps it; on the canvas it follows to what was newly selected.
 * @param focusCard gives a card the focus, wherever it is.
 */
export function keepFocus(bench: Bench, focusCard: (card: CardId) => void): KeptFocus {
  const { root, studio, graph, scene, viewport } = bench;
  const { view, document: experiments } = studio;
  /** Where on the canvas it was last. */
  let place: Point | undefined;
  let due: number | undefined;
  /** Something was done that the focus has not followed yet. */
  let edited = false;
  /** What is selected was picked in a window: that is what is meant now, even out of what was selected before. */
  let picked = false;
  /** It waits until a window or a menu has given the focus back. */
  let waiting = false;
  let chosen = view.getState().selection;

  function take() {
    const { guids } = view.getState().selection;
    const { folds, boxes } = scene();
    const cards = [...new Set([...guids].map(folds.cardOf))].filter((card) => boxes.has(card));
    const card = cards[0] ?? nearestCard();
    if (card === undefined) root.focus({ preventScroll: true });
    else focusCard(card);
  }

  function nearestCard(): CardId | undefined {
    const from = place;
    if (!from) return undefined;
    let best: { readonly card: CardId; readonly far: number } | undefined;
    for (const [card, box] of scene().boxes) {
      const far = distance(from, centreOf(box));
      if (!best || far < best.far) best = { card, far };
    }
    return best?.card;
  }

  /** After the windows and menus that close now have given the focus back. */
  function soon() {
    due ??= requestAnimationFrame(() =>
      setTimeout(() => {
        due = undefined;
        settle();
      }),
    );
  }

  function settle() {
    const active = document.activeElement;
    // A menu goes as soon as something was chosen, and may go without a word.
    if (active?.closest('[role="menu"]')) return soon();
    waiting = active?.closest(PASSING) != null;
    if (waiting) return;
    const { selection } = view.getState();
    const { guids } = selection;
    const isLost = focusIsLost();
    // Where one did something to what is still selected, one may do more.
    if (isLost && isSame(selection, chosen) && focusNearby()) return void (edited = false);
    // A window that is opening or going is about to say where the focus is.
    if (document.querySelector('[role="dialog"]')) return soon();
    const isNew = [...guids].some((guid) => !chosen.guids.has(guid));
    const isNowhere = !active || active === document.body;
    const wasEdited = edited;
    const isMeant = isNew || picked;
    edited = false;
    picked = false;
    chosen = selection;
    if (isNowhere) {
      if (wasEdited || isMeant || isLost) goBackToWork(studio.canvas.current);
    } else if (active === root) {
      if ((wasEdited || isMeant) && guids.size > 0) take();
    } else if (root.contains(active)) {
      // A card may have it that is no longer what one works on.
      const { focused } = graph.getState();
      if ((wasEdited || isMeant) && guids.size > 0 && focused !== undefined && !isSelected(focused)) take();
    }
  }

  const isSelected = (card: CardId) =>
    scene()
      .folds.guidsOf(card)
      .every((guid) => view.getState().selection.guids.has(guid));

  function onFocusIn({ target }: FocusEvent) {
    if (!(target instanceof Element) || target === root) return;
    const { x, y, width, height } = target.getBoundingClientRect();
    place = viewport.toCanvas({ x: x + width / 2, y: y + height / 2 });
  }

  /** What the pointer comes to is meant now, and no more what was done before. */
  function pointAt() {
    edited = false;
    picked = false;
    chosen = view.getState().selection;
  }

  const goOn = () => waiting && soon();
  /** Once what an act led to is on the page. */
  const look = () => setTimeout(() => focusIsLost() && soon());

  const listening = new AbortController();
  const { signal } = listening;
  root.addEventListener('focusin', onFocusIn, { signal });
  root.addEventListener('pointerdown', pointAt, { signal, capture: true });
  document.addEventListener('focusin', goOn, { signal });
  document.addEventListener('focusout', goOn, { signal });
  for (const act of ['focusout', 'click', 'keydown']) document.addEventListener(act, look, { signal });
  const endings = [
    experiments.subscribe((now, before) => {
      if (now.experiment === before.experiment) return;
      if (now.opened === before.opened) edited = true;
      else {
        // The keyboard is on the canvas of another experiment then, if it was on this one's.
        edited = root.contains(focusOutside());
        place = undefined;
      }
      soon();
    }),
    view.subscribe((now, before) => {
      if (now.selection === before.selection) return;
      if (document.activeElement?.closest('[role="dialog"]')) picked = true;
      soon();
    }),
  ];
  return {
    take,
    destroy() {
      listening.abort();
      for (const end of endings) end();
      if (due !== undefined) cancelAnimationFrame(due);
    },
  };
}
