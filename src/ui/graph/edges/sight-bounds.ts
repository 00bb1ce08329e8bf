// What there is to see of an experiment, for fitting it into the canvas.
import type { Reading } from '../../../app/stores/view-store.ts';
import { textsIn } from './edge-words.ts';
import { labelBox } from './label-place.ts';
import { shapeEdges } from './shape-edges.ts';
import { allBounds } from '../scene/frame-rects.ts';
import { boundsOf, type Rect } from '../scene/geometry.ts';
import { groundOf, type Scene } from '../scene/scene.ts';

/** Of more edges the sentences are left out: seen all at once they are too small to be read. */
const MOST_SHAPED = 60;

const known = new WeakMap<Scene, Map<Reading, Rect | undefined>>();

/** Around all cards and frames, and around the sentences that stand beyond them; undefined when there is nothing. */
export function sightBounds(scene: Scene, reading: Reading): Rect | undefined {
  const ofScene = known.get(scene) ?? new Map<Reading, Rect | undefined>();
  known.set(scene, ofScene);
  if (!ofScene.has(reading)) ofScene.set(reading, boundsIn(scene, reading));
  return ofScene.get(reading);
}

function boundsIn(scene: Scene, reading: Reading): Rect | undefined {
  const bounds = allBounds(scene);
  const shown = scene.edges.filter(({ kind }) => reading === 'both' || reading === `${kind}s`);
  if (!bounds || shown.length > MOST_SHAPED) return bounds;
  const shapes = shapeEdges(shown, groundOf(scene, undefined), textsIn(scene));
  return boundsOf([bounds, ...shapes.flatMap(({ label }) => (label ? [labelBox(label)] : []))]);
}
