// The lines of gates: straight where nothing is in their way, else around it, as those of conditions.
import type { CardId } from '../scene/folds.ts';
import type { CardPair } from '../scene/gate-pairs.ts';
import { grow, type Rect } from '../scene/geometry.ts';
import type { Path } from '../scene/path.ts';
import { labelBox } from './label-place.ts';
import { type CardsIn, facingWays, isClear, neighbourhoodOf, straightWay, wayAround } from './route-edge.ts';
import type { EdgeShape, Ground } from './shape-edges.ts';
import { createTraffic, type Traffic } from './traffic.ts';

export interface GateLine {
  /** First who is waited for, then who waits. */
  readonly ends: CardPair;
  readonly path: Path;
}

/**
 * Shapes the lines of gates; those between cards that aren't there are left out. Those that lead from the same card may
 * run on each other as far as they go together, like a tree.
 * @param ground without `within` they are straight whatever is in their way.
 * @param edges what is drawn with them: they keep off it.
 * @param earlier gates that are drawn already.
 */
export function shapeGates(
  gates: readonly CardPair[],
  ground: Pick<Ground, 'boxOf' | 'within'>,
  edges: readonly EdgeShape[],
  earlier: readonly GateLine[] = [],
): readonly GateLine[] {
  const traffic = createTraffic();
  for (const { paths, label } of edges) {
    for (const path of paths) traffic.addPath(path);
    if (label) traffic.addLabel(labelBox(label));
  }
  for (const { path } of earlier) traffic.addPath(path);
  return treesOf(gates).flatMap((tree) => {
    const lines = tree.flatMap((ends) => {
      const [a, b] = ends.map(ground.boxOf);
      return a && b ? [{ ends, path: gateWay(a, b, ground, traffic) }] : [];
    });
    for (const { path } of lines) traffic.addPath(path);
    return lines;
  });
}

/** The gates that lead from the same card. */
function treesOf(gates: readonly CardPair[]): readonly (readonly CardPair[])[] {
  const trees = new Map<CardId, CardPair[]>();
  for (const pair of gates) {
    const tree = trees.get(pair[0]);
    if (tree) tree.push(pair);
    else trees.set(pair[0], [pair]);
  }
  return [...trees.values()];
}

function gateWay(a: Rect, b: Rect, { boxOf, within }: Pick<Ground, 'boxOf' | 'within'>, traffic: Traffic): Path {
  const cardsIn: CardsIn = within && ((area) => within(area).flatMap((card) => boxOf(card) ?? []));
  const straight = straightWay(a, b);
  const near = neighbourhoodOf([a, b], cardsIn);
  if (!near) return straight;
  const [facing] = facingWays(a, b, near.cards, traffic);
  if (facing) return facing;
  const sentences = traffic.labels.map((label) => grow(label, 2));
  const isFree = isClear(straight, [...near.cards, ...sentences], [a, b]);
  return (isFree ? undefined : wayAround(a, b, near, traffic)) ?? straight;
}
