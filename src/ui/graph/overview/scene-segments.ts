// The lines of a scene's edges as the overview draws them, and as one points at them.
import type { Reading } from '../../../app/stores/view-store.ts';
import { textsIn } from '../edges/edge-words.ts';
import { shapeEdges } from '../edges/shape-edges.ts';
import { type GateLine, shapeGates } from '../edges/shape-gates.ts';
import type { CardPair } from '../scene/gate-pairs.ts';
import { groundOf, type Scene } from '../scene/scene.ts';
import { type Segments, segmentsOf, segmentsOfShapes } from './segments.ts';

/** So many edges are drawn as they are near; more, on so little room, are straight lines. */
const MOST_SHAPED = 250;

const made = new WeakMap<Scene, Map<Reading, Segments>>();

export function segmentsIn(scene: Scene, reading: Reading): Segments {
  const known = made.get(scene) ?? new Map<Reading, Segments>();
  made.set(scene, known);
  const segments = known.get(reading) ?? makeSegments(scene, reading);
  known.set(reading, segments);
  return segments;
}

/** The lines of a scene's gates: around the cards, unless there are so many. */
export function gatesIn(scene: Scene, gates: readonly CardPair[]): readonly GateLine[] {
  const ground = groundOf(scene, undefined);
  return shapeGates(gates, gates.length > MOST_SHAPED ? { ...ground, within: undefined } : ground, []);
}

function makeSegments(scene: Scene, reading: Reading): Segments {
  const { edges } = scene;
  const ground = groundOf(scene, undefined);
  if (edges.length > MOST_SHAPED) return segmentsOf(edges, reading, ground);
  const shown = edges.filter(({ kind }) => reading === 'both' || reading === `${kind}s`);
  return segmentsOfShapes(shapeEdges(shown, ground, textsIn(scene)));
}
