import type { Guid } from '../../../model/units.ts';
import { roundPoint, snapToGrid } from '../scene/card-size.ts';
import type { Point } from '../scene/geometry.ts';
import { moveEdit } from '../scene/move-edit.ts';
import { placesOf } from '../scene/scene.ts';
import type { Bench, Gesture, Pointing } from '../view/gesture.ts';

/**
 * Pressing on a card: a click selects it, a drag moves it with all that is selected. Only the view moves on the way;
 * letting go makes one edit.
 */
export function dragCards(bench: Bench, pressed: Guid, start: Pointing): Gesture {
  const { studio, scene } = bench;
  const view = studio.view.getState;
  const wasSelected = view().selection.guids.has(pressed);
  if (!wasSelected && !start.adding) view().select({ guids: new Set([pressed]) });

  let from: ReadonlyMap<Guid, Point> | undefined;

  /** Where the cards stood; asked for at the first move, when it is known what is selected. */
  function begin(): ReadonlyMap<Guid, Point> {
    if (!view().selection.guids.has(pressed)) view().toggle(pressed);
    return placesOf(scene(), view().selection.guids);
  }

  return {
    pansAtBorder: true,
    move({ point, free }) {
      from ??= begin();
      const anchor = from.get(pressed)!;
      const to = { x: anchor.x + point.x - start.point.x, y: anchor.y + point.y - start.point.y };
      const snapped = view().snap && !free ? snapToGrid(to) : roundPoint(to);
      view().set({ dragging: shiftAll(from, snapped.x - anchor.x, snapped.y - anchor.y) });
    },
    drop() {
      const { dragging } = view();
      if (dragging) studio.document.getState().apply(moveEdit(scene(), dragging));
      view().set({ dragging: undefined });
    },
    click({ adding }) {
      if (adding) view().toggle(pressed);
      else if (wasSelected) view().select({ guids: new Set([pressed]) });
      return undefined;
    },
    cancel: () => view().set({ dragging: undefined }),
  };
}

/** All points moved alike, in whole pixels. */
export function shiftAll(points: ReadonlyMap<Guid, Point>, dx: number, dy: number): ReadonlyMap<Guid, Point> {
  return new Map([...points].map(([guid, { x, y }]) => [guid, roundPoint({ x: x + dx, y: y + dy })]));
}
