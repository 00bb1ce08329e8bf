import type { Bench } from '../pointer/gesture.ts';
import type { Hit } from '../pointer/hit.ts';
import type { Point } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import { edgeAt, type Segments, segmentsOf } from './segments.ts';

/** How near to a line one has to point, px on screen. */
const REACH = 6;

/** Finds what is drawn at a point of the experiment; nothing while cards are elements. */
export function createDrawnAt({ studio, graph, scene, viewport }: Bench): (point: Point) => Hit | undefined {
  let known: { readonly scene: Scene; readonly reading: string; readonly segments: Segments } | undefined;
  return (point) => {
    if (!graph.getState().overview) return undefined;
    const now = scene();
    const guid = now.index.at(point);
    if (guid !== undefined) return { kind: 'card', guid };
    const { reading } = studio.view.getState();
    if (known?.scene !== now || known.reading !== reading) {
      known = { scene: now, reading, segments: segmentsOf(now.edges, reading, (one) => now.boxes.get(one)) };
    }
    const edge = edgeAt(known.segments, point, REACH / viewport.zoom());
    return edge && { kind: 'edge', id: edge.id };
  };
}
