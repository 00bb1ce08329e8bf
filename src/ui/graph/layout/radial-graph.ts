// Rings around the best connected card. The library's radial layout wants trees, so each part that hangs together is
// given as the shortest ways from its middle; the parts are then packed beside each other.
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { CardId } from '../scene/folds.ts';
import { CARD } from '../scene/card-size.ts';
import { FRAME_PADDING } from './nest-groups.ts';

const GAP = 60;
const RINGS = {
  'elk.algorithm': 'radial',
  'elk.spacing.nodeNode': String(GAP),
  // The least distance between rings: so that cards beside each other have a gap between them, too.
  'elk.radial.radius': String(CARD.width + GAP),
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};
/** Parts beside each other, in the order in which they are given. */
export const PACKED = { 'elk.algorithm': 'rectpacking', 'elk.spacing.nodeNode': '80', 'elk.aspectRatio': '1.6' };

type Pairs = readonly (readonly [CardId, CardId])[];

/** @param framed the cards of groups: each has rings of its own, inside of its frame. */
export function radialGraph(
  cards: readonly CardId[],
  pairs: Pairs,
  framed: readonly (readonly CardId[])[] = [],
): ElkNode {
  const grouped = new Set(framed.flat());
  const alone = cards.filter((card) => !grouped.has(card));
  return {
    id: 'experiment',
    layoutOptions: { ...PACKED },
    children: [
      ...framed.map(
        (members, place): ElkNode => ({
          id: `group ${place}`,
          layoutOptions: { ...PACKED, ...FRAME_PADDING },
          children: ringsOf(members, pairs),
        }),
      ),
      ...ringsOf(alone, pairs),
    ],
  };
}

/** The parts that hang together among some cards. */
function ringsOf(cards: readonly CardId[], pairs: Pairs): ElkNode[] {
  return treesOf(cards, pairs).map(({ members, ways }): ElkNode => {
    const children = members.map((card) => ({ id: String(card), ...CARD }));
    if (children.length === 1) return children[0]!;
    return {
      id: `around ${members[0]}`,
      layoutOptions: { ...RINGS },
      children,
      edges: ways.map(([from, to]) => ({
        id: `${from}/${to}`,
        sources: [String(from)],
        targets: [String(to)],
      })),
    };
  });
}

interface Tree {
  /** The middle first. */
  readonly members: readonly CardId[];
  readonly ways: readonly (readonly [CardId, CardId])[];
}

/** The parts that hang together, the largest first, each as a tree around the card with the most neighbours. */
export function treesOf(cards: readonly CardId[], pairs: Pairs): readonly Tree[] {
  const neighbours = new Map<CardId, Set<CardId>>(cards.map((card) => [card, new Set()]));
  for (const [a, b] of pairs) {
    if (!neighbours.has(a) || !neighbours.has(b)) continue;
    neighbours.get(a)!.add(b);
    neighbours.get(b)!.add(a);
  }
  const seen = new Set<CardId>();
  const trees: Tree[] = [];
  // From the best connected on: the first one of a part that comes up is its middle.
  for (const middle of cards.toSorted((a, b) => neighbours.get(b)!.size - neighbours.get(a)!.size)) {
    if (seen.has(middle)) continue;
    seen.add(middle);
    const members = [middle];
    const ways: [CardId, CardId][] = [];
    for (let next = 0; next < members.length; next++) {
      const from = members[next]!;
      for (const to of neighbours.get(from)!) {
        if (seen.has(to)) continue;
        seen.add(to);
        members.push(to);
        ways.push([from, to]);
      }
    }
    trees.push({ members, ways });
  }
  return trees.sort((a, b) => b.members.length - a.members.length);
}
