// Panels on a small screen, or under a large zoom: what doesn't fit beside the canvas is folded, and unfolds again when
// there is room. What the user folded stays folded, and only that is remembered.
import type { Panel, ViewStore } from '../stores/view-store.ts';

/** Narrower than this, one of the panels beside the canvas is open at most; it begins with none. */
export const WIDE = '(min-width: 900px)';
/** Lower than this, it begins without the one below. */
export const TALL = '(min-height: 560px)';

const BESIDE: readonly Panel[] = ['palette', 'inspector'];
const BELOW: readonly Panel[] = ['bottom'];

/** As a browser's MediaQueryList; a test has its own. */
export interface Media {
  readonly matches: boolean;
  addEventListener(type: 'change', heard: () => void): void;
  removeEventListener(type: 'change', heard: () => void): void;
}

export interface Room {
  /** What would be folded if there were room for everything. */
  readonly folded: () => ReadonlySet<Panel>;
  /** Follows the size of the window; returns what ends that. */
  readonly follow: () => () => void;
}

/** Folds what doesn't fit at once, before anything is drawn. */
export function createRoom(view: ViewStore, media: (query: string) => Media): Room {
  const sides = [
    { media: media(WIDE), panels: BESIDE },
    { media: media(TALL), panels: BELOW },
  ];
  /** What was folded of the panels for which there is no room now, when there still was. */
  const kept = new Map<Panel, boolean>();
  const isFolded = (panel: Panel) => view.getState().folded.has(panel);

  function fit() {
    for (const { media: roomy, panels } of sides) {
      for (const panel of panels) {
        const before = kept.get(panel);
        if (!roomy.matches && before === undefined) {
          kept.set(panel, isFolded(panel));
          if (!isFolded(panel)) view.getState().fold(panel, true);
        } else if (roomy.matches && before !== undefined) {
          kept.delete(panel);
          if (isFolded(panel) !== before) view.getState().fold(panel, before);
        }
      }
    }
  }
  fit();

  return {
    folded: () => new Set([...BESIDE, ...BELOW].filter((panel) => kept.get(panel) ?? isFolded(panel))),
    follow() {
      const { media: wide } = sides[0]!;
      for (const { media: roomy } of sides) roomy.addEventListener('change', fit);
      const endFollowing = view.subscribe((now, before) => {
        if (wide.matches || now.folded === before.folded) return;
        const opened = BESIDE.find((panel) => before.folded.has(panel) && !now.folded.has(panel));
        const other = BESIDE.find((panel) => panel !== opened && !now.folded.has(panel));
        if (opened && other) view.getState().fold(other, true);
      });
      return () => {
        for (const { media: roomy } of sides) roomy.removeEventListener('change', fit);
        endFollowing();
      };
    },
  };
}
