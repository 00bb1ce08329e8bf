import { NOTHING_SELECTED } from '../../../app/stores/view-store.ts';
import { rectBetween } from '../scene/geometry.ts';
import type { Bench, Gesture, Pointing } from '../view/gesture.ts';

/** Pressing on the ground: a click selects nothing, a drag what the box touches. */
export function boxSelect({ studio, graph, scene }: Bench, start: Pointing): Gesture {
  const view = studio.view.getState;
  const before = view().selection;
  const kept = start.adding ? before : NOTHING_SELECTED;

  return {
    pansAtBorder: true,
    move({ point }) {
      const box = rectBetween(start.point, point);
      graph.getState().set({ box });
      const { index, folds } = scene();
      const guids = new Set([...kept.guids, ...index.within(box).flatMap(folds.guidsOf)]);
      const { selection } = view();
      const same = guids.size === selection.guids.size && [...guids].every((guid) => selection.guids.has(guid));
      if (!same) view().select({ ...kept, guids });
    },
    drop: () => graph.getState().set({ box: undefined }),
    click() {
      if (!start.adding) view().select({});
      return undefined;
    },
    cancel() {
      graph.getState().set({ box: undefined });
      view().select(before);
    },
  };
}
