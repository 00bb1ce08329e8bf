// What the edges on the canvas are, before anything is known of where their ends stand.
import { connectionKey } from '../../../edit/edit.ts';
import type { Condition, Experiment } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';

export interface ConnectionModel {
  readonly kind: 'connection';
  /** `connection:1-2`; the same however often it is worked out. */
  readonly id: string;
  readonly key: string;
  readonly ends: readonly [Guid, Guid];
  /** How many steps it stands off the straight line, to make room for other edges between the same two. */
  readonly lane: number;
  /** The resources at its ends, where a card at an end is that of a collapsed group. */
  readonly folded?: readonly Guid[];
  /** The keys of all connections that are drawn as this one. */
  readonly merged?: readonly string[];
}

/** A condition: arrows from those that are waited for to those that wait, bundled when there are several. */
export interface ConditionModel {
  readonly kind: 'condition';
  /** `condition:0`: by its place in the list. */
  readonly id: string;
  readonly index: number;
  readonly condition: Condition;
  readonly from: readonly Guid[];
  readonly to: readonly Guid[];
  /** As in {@link ConnectionModel}; to the right going from the first of `from` to the first of `to`. */
  readonly lane: number;
  readonly folded?: readonly Guid[];
  /** The resources meant on either side, where a card there is that of a collapsed group. */
  readonly members?: { readonly from: readonly Guid[]; readonly to: readonly Guid[] };
  /** The places of all conditions that are drawn as this one. */
  readonly merged?: readonly number[];
}

export type EdgeModel = ConnectionModel | ConditionModel;

/** All that selecting an edge selects. */
export const selectionOf = (model: EdgeModel) =>
  model.kind === 'connection'
    ? { connections: new Set(model.merged ?? [model.key]) }
    : { conditions: new Set(model.merged ?? [model.index]) };

/** The cards that an edge ends at. */
export const endsOf = (model: EdgeModel): readonly Guid[] =>
  model.kind === 'connection' ? model.ends : [...model.from, ...model.to];

export const connectionId = (key: string) => `connection:${key}`;
export const conditionId = (index: number) => `condition:${index}`;

interface Derived {
  readonly conditions: readonly Condition[];
  readonly edges: readonly EdgeModel[];
}

const derived = new WeakMap<Experiment['connections'], Derived>();

/** The edges of an experiment, connections first. Worked out again only when connections or conditions changed. */
export function edgeModels({
  connections,
  conditions,
}: Pick<Experiment, 'connections' | 'conditions'>): readonly EdgeModel[] {
  const known = derived.get(connections);
  if (known?.conditions === conditions) return known.edges;
  const lanes = createLanes();
  const edges: EdgeModel[] = connections.map((ends) => {
    const key = connectionKey(ends);
    lanes.takeMiddle(ends[0], ends[1]);
    return { kind: 'connection', id: connectionId(key), key, ends, lane: 0 };
  });
  // Two conditions between the same two share the room on both sides, so how many there are has to be known first.
  const sides = conditions.map(({ group, resources }) => [distinct(group), distinct(resources)] as const);
  for (const [from, to] of sides) if (isSingle(from, to)) lanes.announce(from[0]!, to[0]!);
  conditions.forEach((condition, index) => {
    const [from, to] = sides[index]!;
    const lane = isSingle(from, to) ? lanes.take(from[0]!, to[0]!) : 0;
    edges.push({ kind: 'condition', id: conditionId(index), index, condition, from, to, lane });
  });
  derived.set(connections, { conditions, edges });
  return edges;
}

/** Each guid once: a file may name one any number of times. */
function distinct(guids: readonly Guid[]): readonly Guid[] {
  if (guids.length === 1) return guids;
  const each = new Set(guids);
  return each.size === guids.length ? guids : [...each];
}

const isSingle = (from: readonly Guid[], to: readonly Guid[]) => from.length === 1 && to.length === 1;

/** Hands out lanes between pairs: 0 when alone, else 1, -1, 2... beside a connection and 0.5, -0.5... without. */
function createLanes() {
  const pairs = new Map<string, { middle: boolean; announced: number; taken: number }>();
  const pairOf = (a: Guid, b: Guid) => {
    const key = connectionKey([a, b]);
    let pair = pairs.get(key);
    if (!pair) pairs.set(key, (pair = { middle: false, announced: 0, taken: 0 }));
    return pair;
  };
  return {
    takeMiddle(a: Guid, b: Guid) {
      pairOf(a, b).middle = true;
    },
    announce(a: Guid, b: Guid) {
      pairOf(a, b).announced += 1;
    },
    take(a: Guid, b: Guid): number {
      const pair = pairOf(a, b);
      const place = pair.taken++;
      if (!pair.middle && pair.announced === 1) return 0;
      const offset = Math.floor(place / 2) + (pair.middle ? 1 : 0.5);
      // The side is that of the pair, not of the direction, or two opposite arrows would lie on each other.
      const side = (place % 2 === 0 ? 1 : -1) * (a < b ? 1 : -1);
      return offset * side;
    },
  };
}
