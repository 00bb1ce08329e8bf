// The shapes of a scene's edges, made as they come into sight. An edge keeps its shape while one pans: its label was
// placed among those that were there, and those that come later make way for it.
import type { Reading } from '../../../app/stores/view-store.ts';
import type { EdgeText } from '../scene/edge-text.ts';
import type { EdgeModel } from '../scene/edge-models.ts';
import type { Rect } from '../scene/geometry.ts';
import { groundOf, type Scene } from '../scene/scene.ts';
import { type EdgeShape, endsBounds, shapeEdges } from './shape-edges.ts';

export type ShapesIn = (
  scene: Scene,
  reading: Reading,
  area: Rect,
  textOf: (model: EdgeModel) => EdgeText,
) => readonly EdgeShape[];

export function createShapeStore(): ShapesIn {
  let known: { readonly scene: Scene; readonly reading: Reading; readonly shapes: Map<string, EdgeShape> } | undefined;
  let bounds: { readonly boxes: Scene['boxes']; readonly edges: Scene['edges']; readonly of: Float64Array } | undefined;

  return (scene, reading, area, textOf) => {
    if (bounds?.boxes !== scene.boxes || bounds.edges !== scene.edges) {
      bounds = { boxes: scene.boxes, edges: scene.edges, of: boundsOfAll(scene) };
    }
    const before = known;
    if (before?.scene !== scene || before.reading !== reading) known = { scene, reading, shapes: new Map() };
    const { shapes } = known!;
    const models = modelsIn(scene.edges, bounds.of, reading, area);
    const fresh = models.filter(({ id }) => !shapes.has(id));
    if (fresh.length > 0) {
      const there = models.flatMap(({ id }) => shapes.get(id) ?? []);
      for (const shape of shapeEdges(fresh, groundOf(scene, undefined), textOf, there)) {
        shapes.set(shape.model.id, sameAs(before?.shapes.get(shape.model.id), shape));
      }
    }
    return models.flatMap(({ id }) => shapes.get(id) ?? []);
  };
}

/** The former shape where the new one came out alike: its lines needn't be drawn again. */
function sameAs(former: EdgeShape | undefined, shape: EdgeShape): EdgeShape {
  if (!former || former === shape || former.model !== shape.model) return shape;
  const print = ({ paths, label }: EdgeShape) => JSON.stringify([paths, label]);
  return print(former) === print(shape) ? former : shape;
}

/** Left, top, right and bottom of what is around each edge's ends; NaN for one without ends. */
function boundsOfAll({ edges, boxes }: Scene): Float64Array {
  const all = new Float64Array(edges.length * 4).fill(Number.NaN);
  edges.forEach((edge, index) => {
    const rect = endsBounds(edge, (card) => boxes.get(card));
    if (rect) all.set([rect.x, rect.y, rect.x + rect.width, rect.y + rect.height], index * 4);
  });
  return all;
}

function modelsIn(edges: readonly EdgeModel[], of: Float64Array, reading: Reading, area: Rect): readonly EdgeModel[] {
  const [right, bottom] = [area.x + area.width, area.y + area.height];
  // A comparison with NaN is false, so edges without ends are left out.
  return edges.filter(
    ({ kind }, index) =>
      (reading === 'both' || reading === `${kind}s`) &&
      of[index * 4]! < right &&
      of[index * 4 + 1]! < bottom &&
      of[index * 4 + 2]! > area.x &&
      of[index * 4 + 3]! > area.y,
  );
}
