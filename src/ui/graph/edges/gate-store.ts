// The lines of a scene's gates, made as they come into sight and kept while one pans, as shape-store.ts does for edges.
import type { CardPair } from '../scene/gate-pairs.ts';
import { boundsOf, overlaps, type Rect } from '../scene/geometry.ts';
import { groundOf, type Scene } from '../scene/scene.ts';
import type { EdgeShape } from './shape-edges.ts';
import { type GateLine, shapeGates } from './shape-gates.ts';

/** @param edges what is on screen besides: lines that are new keep off it. */
export type GatesIn = (
  scene: Scene,
  gates: readonly CardPair[],
  area: Rect,
  edges: readonly EdgeShape[],
) => readonly GateLine[];

export function createGateStore(): GatesIn {
  let known: { readonly scene: Scene; readonly lines: Map<CardPair, GateLine> } | undefined;
  return (scene, gates, area, edges) => {
    if (known?.scene !== scene) known = { scene, lines: new Map() };
    const { lines } = known;
    const { boxes } = scene;
    const shown = gates.filter(([from, to]) => {
      const bounds = boundsOf([from, to].flatMap((card) => boxes.get(card) ?? []));
      return bounds && overlaps(bounds, area);
    });
    const there = () => shown.flatMap((ends) => lines.get(ends) ?? []);
    const fresh = shown.filter((ends) => !lines.has(ends));
    for (const line of shapeGates(fresh, groundOf(scene, undefined), edges, there())) lines.set(line.ends, line);
    return there();
  };
}
