import { dragCards } from './drag-cards.ts';
import type { Bench, Gesture, Pointing } from '../view/gesture.ts';

const NOTHING: Gesture = { pansAtBorder: false, move() {}, drop() {}, click: () => undefined, cancel() {} };

/** Pressing on the frame of a group or on its card: a click selects all of it, a drag moves all of it. */
export function dragGroup(bench: Bench, place: number, start: Pointing): Gesture {
  const view = bench.studio.view.getState;
  const guids = bench.scene().experiment.groups[place]?.guids ?? [];
  const [first] = guids;
  if (first === undefined) return NOTHING;
  const { selection } = view();
  const wasSelected = guids.every((guid) => selection.guids.has(guid));
  if (!wasSelected) view().select({ guids: new Set([...(start.adding ? selection.guids : []), ...guids]) });

  return {
    ...dragCards(bench, first, start),
    click({ adding }) {
      if (!adding) view().select({ guids: new Set(guids) });
      else if (wasSelected) {
        view().select({ ...selection, guids: new Set([...selection.guids].filter((guid) => !guids.includes(guid))) });
      }
      return undefined;
    },
  };
}
