// By closeness: what is joined stands near. Groups are laid out each for itself and then packed, those that have to do
// with each other side by side: pulled at by their edges, their large frames would end far apart.
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { createLeastFirst } from '../edges/least-first.ts';
import type { CardId } from '../scene/folds.ts';
import { CARD } from '../scene/card-size.ts';
import { FRAME_PADDING } from './nest-groups.ts';
import { PACKED, treesOf } from './radial-graph.ts';

type Options = Readonly<Record<string, string>>;

const NEAR: Options = {
  'elk.algorithm': 'stress',
  'elk.stress.desiredEdgeLength': '300',
  'elk.spacing.componentComponent': '120',
};
/** Pushes cards apart that lie on each other, and leaves the rest of a picture as it is. */
const SPREAD: Options = { 'elk.algorithm': 'sporeOverlap', 'elk.spacing.nodeNode': '40' };
/** Takes out the room that nobody needs: there is little of it in a frame. */
const COMPACT: Options = { 'elk.algorithm': 'sporeCompaction', 'elk.spacing.nodeNode': '60' };
const NO_PADDING: Options = { 'elk.padding': '[top=0,left=0,bottom=0,right=0]' };

/** @param framed the cards of groups. */
export function organicGraph(
  cards: readonly CardId[],
  edges: readonly ElkExtendedEdge[],
  framed: readonly (readonly CardId[])[],
): ElkNode {
  if (framed.length === 0) return partOf('experiment', cards, edges, NEAR);
  const grouped = new Set(framed.flat());
  const pairs = edges.map(({ sources, targets }) => [Number(sources[0]), Number(targets[0])] as const);
  const alone = treesOf(
    cards.filter((card) => !grouped.has(card)),
    pairs,
  ).map(({ members }) => members);
  const parts = closestNext([...framed, ...alone], pairs);
  return {
    id: 'experiment',
    layoutOptions: { ...PACKED },
    children: parts.map((members, place): ElkNode => {
      const padding = grouped.has(members[0]!) ? FRAME_PADDING : NO_PADDING;
      return partOf(`part ${place}`, members, edges, { ...NEAR, ...padding });
    }),
  };
}

/** The graphs of the layouts that come after the first, each made of what the one before gave. */
export function laterPasses({ children = [] }: ElkNode): readonly ((laidOut: ElkNode) => ElkNode)[] {
  const hasParts = children.some((child) => child.children);
  const passes = hasParts ? [SPREAD, COMPACT] : [SPREAD];
  return passes.map((options) => (laidOut) => withOptions(laidOut, options));
}

/** Some cards with the edges among them. */
function partOf(
  id: string,
  cards: readonly CardId[],
  edges: readonly ElkExtendedEdge[],
  layoutOptions: Options,
): ElkNode {
  const inside = new Set(cards.map(String));
  return {
    id,
    layoutOptions: { ...layoutOptions },
    children: cards.map((card) => ({ id: String(card), ...CARD })),
    edges: edges.filter(({ sources, targets }) => [...sources, ...targets].every((end) => inside.has(end))),
  };
}

/** The parts in an order in which each comes soon after those that most edges join it with; the best joined comes first. */
function closestNext(
  parts: readonly (readonly CardId[])[],
  pairs: readonly (readonly [CardId, CardId])[],
): readonly (readonly CardId[])[] {
  const partOfCard = new Map(parts.flatMap((cards, part) => cards.map((card) => [card, part] as const)));
  const joined = parts.map(() => new Map<number, number>());
  for (const [a, b] of pairs) {
    const [one, other] = [partOfCard.get(a), partOfCard.get(b)];
    if (one === undefined || other === undefined || one === other) continue;
    joined[one]!.set(other, (joined[one]!.get(other) ?? 0) + 1);
    joined[other]!.set(one, (joined[other]!.get(one) ?? 0) + 1);
  }
  // The most joined to what is placed comes first; of those the one with the most neighbours.
  const pull = parts.map(() => 0);
  const waiting = createLeastFirst();
  const wait = (part: number) => waiting.push(part, -pull[part]! - joined[part]!.size / (parts.length + 1));
  for (const part of parts.keys()) wait(part);
  const order = new Set<number>();
  while (waiting.size() > 0) {
    const next = waiting.pop();
    if (order.has(next)) continue;
    order.add(next);
    for (const [part, count] of joined[next]!) {
      pull[part]! += count;
      if (!order.has(part)) wait(part);
    }
  }
  return [...order].map((part) => parts[part]!);
}

/** The same parts to be laid out otherwise, and packed again. */
function withOptions(graph: ElkNode, options: Options): ElkNode {
  const { children = [] } = graph;
  const hasParts = children.some((child) => child.children);
  return {
    ...graph,
    edges: [],
    layoutOptions: { ...(hasParts ? PACKED : options) },
    children: children.map((child) => {
      const padding = child.layoutOptions?.['elk.padding'];
      if (!child.children) return child;
      return { ...child, edges: [], layoutOptions: { ...options, ...(padding && { 'elk.padding': padding }) } };
    }),
  };
}
