import type { Bench } from '../view/gesture.ts';
import type { Hit } from '../view/hit.ts';
import type { Point } from '../scene/geometry.ts';
import { segmentsIn } from './scene-segments.ts';
import { edgeAt } from './segments.ts';

/** How near to a line one has to point, px on screen. */
const REACH = 6;

/** Finds what is drawn at a point of the experiment; nothing while cards are elements. */
export function createDrawnAt({ studio, graph, scene, viewport }: Bench): (point: Point) => Hit | undefined {
  return (point) => {
    if (!graph.getState().overview) return undefined;
    const now = scene();
    const guid = now.index.at(point);
    if (guid !== undefined) return { kind: 'card', guid };
    const edge = edgeAt(segmentsIn(now, studio.view.getState().reading), point, REACH / viewport.zoom());
    return edge && { kind: 'edge', id: edge.id };
  };
}
