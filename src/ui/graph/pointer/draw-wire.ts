import type { Guid } from '../../../model/units.ts';
import type { WireKind } from '../view/graph-store.ts';
import { distance, type Point } from '../scene/geometry.ts';
import type { Bench, Gesture, Pointing } from '../view/gesture.ts';
import { allowedConnections, wireProblemAt } from './wire-rules.ts';

/** Nearer to where it began than this, px on screen, an end on the ground was not meant. */
const MEANT = 40;

/**
 * Draws a connection or a condition from a card: dragged to another one, or from click to click. It may end anywhere on
 * a card. An end on the ground asks for a type to add there. Begun at one of several that are selected, it begins at all.
 */
export function drawWire(bench: Bench, kind: WireKind, origin: Guid, start: Point): Gesture {
  const { studio, graph, scene, catalog, viewport } = bench;
  const { selection } = studio.view.getState();
  const own = scene().folds.guidsOf(origin);
  const from = own.every((guid) => selection.guids.has(guid)) ? [...selection.guids] : own;

  function targetOf({ hit }: Pointing): Guid | undefined {
    if (hit.kind !== 'card' && hit.kind !== 'handle') return undefined;
    // Right after it began the pointer still is over its own card: that says nothing yet.
    return from.length === own.length && hit.guid === origin ? undefined : hit.guid;
  }

  const gesture: Gesture = {
    pansAtBorder: true,
    move(at) {
      const target = targetOf(at);
      const problem =
        target === undefined
          ? undefined
          : wireProblemAt(scene().experiment, catalog(), { kind, from }, scene().folds.guidsOf(target));
      graph.getState().set({ wire: { kind, from, to: at.point, target, problem } });
    },
    drop(at) {
      gesture.move(at);
      finishWire(bench, distance(at.point, start) * viewport.zoom() > MEANT && at.hit.kind === 'ground');
    },
    click(at) {
      gesture.move(at);
      return {
        ...gesture,
        click(end) {
          gesture.drop(end);
          return undefined;
        },
      };
    },
    cancel: () => graph.getState().set({ wire: undefined }),
  };
  return gesture;
}

/** Makes of the wire what it says where it ends now. @param mayAdd an end on the ground asks what to add there. */
export function finishWire({ studio, graph, scene, catalog }: Bench, mayAdd: boolean): void {
  const { wire, set } = graph.getState();
  set({ wire: undefined });
  if (!wire) return;
  const { kind, from, to, target, problem } = wire;
  if (problem !== undefined) {
    studio.notices.say(`${problem}.`);
  } else if (target === undefined) {
    if (mayAdd) set({ popover: { kind: 'add', at: to, wire: { kind, from } } });
  } else if (kind === 'condition') {
    const resources = scene().folds.guidsOf(target);
    const group = from.filter((guid) => !resources.includes(guid));
    studio.view.getState().select({ guids: new Set(from) });
    set({ popover: { kind: 'condition', group, resources, at: to } });
  } else {
    const connections = scene()
      .folds.guidsOf(target)
      .flatMap((guid) => allowedConnections(scene().experiment, catalog(), from, guid));
    // Whoever joins them goes on with them: to the next connection, a condition, a group.
    const isMade = studio.document.getState().apply({ kind: 'connect', connections });
    if (isMade) studio.view.getState().select({ guids: new Set(from) });
  }
}
