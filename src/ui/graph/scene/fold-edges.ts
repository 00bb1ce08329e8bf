// Edges of the resources in collapsed groups go to the group's card; those that come to lie on each other become one.
import type { Condition } from '../../../model/experiment.ts';
import type { ConditionModel, ConnectionModel, EdgeModel } from './edge-models.ts';
import type { CardId, Folds } from './folds.ts';

/** The edges to draw: none inside of a collapsed group, and one for all that are alike from the outside. */
export function foldEdges(edges: readonly EdgeModel[], folds: Folds): readonly EdgeModel[] {
  if (folds.collapsed.length === 0) return edges;
  const merged = new Map<string, EdgeModel>();
  for (const edge of edges) {
    const folded = edge.kind === 'connection' ? foldConnection(edge, folds) : foldCondition(edge, folds);
    if (!folded) continue;
    const [key, model] = folded;
    const known = merged.get(key);
    merged.set(key, known ? mergeEdges(known, model) : model);
  }
  return [...merged.values()];
}

type Keyed = readonly [key: string, model: EdgeModel];

function foldConnection(edge: ConnectionModel, { cardOf }: Folds): Keyed | undefined {
  const [a, b] = edge.ends;
  const ends = [cardOf(a), cardOf(b)] as const;
  if (ends[0] === a && ends[1] === b) return [edge.id, edge];
  if (ends[0] === ends[1]) return undefined;
  return [`connection ${[...ends].sort((one, two) => one - two).join()}`, { ...edge, ends, folded: [a, b] }];
}

function foldCondition(edge: ConditionModel, { cardOf }: Folds): Keyed | undefined {
  const from = foldSide(edge.from, cardOf);
  const to = foldSide(edge.to, cardOf);
  if (from.length === edge.from.length && to.length === edge.to.length) {
    const same = from.every((card, place) => card === edge.from[place]) && to.every((c, place) => c === edge.to[place]);
    if (same) return [edge.id, edge];
  }
  // A condition among those of one group is the group's own business.
  if (from.length === 1 && to.length === 1 && from[0] === to[0]) return undefined;
  const { action, state, time = '' }: Condition = edge.condition;
  const sides = [from, to].map((side) => [...side].sort((a, b) => a - b).join());
  return [
    `condition ${sides.join(' ')} ${action} ${state} ${time}`,
    { ...edge, from, to, lane: 0, folded: [...edge.from, ...edge.to], members: { from: edge.from, to: edge.to } },
  ];
}

const foldSide = (guids: readonly CardId[], cardOf: Folds['cardOf']) => [...new Set(guids.map(cardOf))];

const membersOf = ({ members, from, to }: ConditionModel) => members ?? { from, to };

function mergeEdges(known: EdgeModel, more: EdgeModel): EdgeModel {
  const folded = [...(known.folded ?? []), ...(more.folded ?? [])];
  if (known.kind === 'connection' && more.kind === 'connection') {
    return { ...known, folded, merged: [...(known.merged ?? [known.key]), more.key] };
  }
  if (known.kind === 'condition' && more.kind === 'condition') {
    const [one, other] = [membersOf(known), membersOf(more)];
    const members = { from: [...one.from, ...other.from], to: [...one.to, ...other.to] };
    return { ...known, folded, members, merged: [...(known.merged ?? [known.index]), more.index] };
  }
  return known;
}
