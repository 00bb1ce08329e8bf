// The edges of an experiment as straight lines in typed arrays: quick to draw many of, quick to point at one of.
import type { Reading } from '../../../app/stores/view-store.ts';
import type { Group } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';
import { conditionEnds } from '../scene/condition-ends.ts';
import type { EdgeShape } from '../edges/shape-edges.ts';
import type { ConditionModel, EdgeModel } from '../scene/edge-models.ts';
import { between, borderPoint, centreOf, type Point, type Rect } from '../scene/geometry.ts';

export interface Segments {
  readonly models: readonly EdgeModel[];
  readonly count: number;
  /** x and y of both ends, four numbers a segment. */
  readonly ends: Float64Array;
  /** Place of its model in `models`. */
  readonly model: Int32Array;
  /** 1: it ends in an arrow. */
  readonly arrow: Uint8Array;
}

/** Where the cards stand, and which of them belong together. */
export interface Standing {
  readonly boxOf: (guid: Guid) => Rect | undefined;
  readonly groups: readonly Group[];
}

/** The lines of some edges. Edges without ends are left out. */
export function segmentsOf(models: readonly EdgeModel[], reading: Reading, ground: Standing): Segments {
  const most = models.reduce(
    (sum, edge) => sum + (edge.kind === 'connection' ? 1 : edge.from.length + edge.to.length),
    0,
  );
  const { add, segments } = collect(models, most);
  models.forEach((edge, index) => {
    if (reading !== 'both' && reading !== `${edge.kind}s`) return;
    if (edge.kind === 'connection') {
      const [a, b] = [ground.boxOf(edge.ends[0]), ground.boxOf(edge.ends[1])];
      // Cards are drawn over them, so lines may begin and end in the middle.
      if (a && b) add(index, centreOf(a), centreOf(b), false);
    } else addCondition(edge, ground, (from, to, hasArrow) => add(index, from, to, hasArrow));
  });
  return segments();
}

/** The pieces of the lines that edges have near. */
export function segmentsOfShapes(shapes: readonly EdgeShape[]): Segments {
  const pieces = shapes.reduce(
    (sum, { paths }) => sum + paths.reduce((ofShape, path) => ofShape + path.length - 1, 0),
    0,
  );
  const { add, segments } = collect(
    shapes.map(({ model }) => model),
    pieces,
  );
  shapes.forEach(({ paths, arrows }, index) => {
    for (const path of paths) {
      const hasArrow = arrows.includes(path);
      for (let at = 1; at < path.length; at++) {
        add(index, path[at - 1]!, path[at]!, hasArrow && at === path.length - 1);
      }
    }
  });
  return segments();
}

/** Takes up segments, at most as many as there is room for. */
function collect(models: readonly EdgeModel[], room: number) {
  const ends = new Float64Array(room * 4);
  const model = new Int32Array(room);
  const arrow = new Uint8Array(room);
  let count = 0;
  return {
    add: (index: number, from: Point, to: Point, hasArrow: boolean) => {
      ends[count * 4] = from.x;
      ends[count * 4 + 1] = from.y;
      ends[count * 4 + 2] = to.x;
      ends[count * 4 + 3] = to.y;
      model[count] = index;
      arrow[count] = hasArrow ? 1 : 0;
      count += 1;
    },
    segments: (): Segments => ({ models, count, ends, model, arrow }),
  };
}

function addCondition(
  edge: ConditionModel,
  { boxOf, groups }: Standing,
  add: (from: Point, to: Point, arrow: boolean) => void,
): void {
  const { from, to } = conditionEnds(edge, groups, boxOf);
  if (from.length === 0 || to.length === 0) return;
  if (from.length + to.length === 2) {
    const start = centreOf(from[0]!);
    return add(start, borderPoint(to[0]!, start), true);
  }
  const junction = between(meanOf(from), meanOf(to));
  for (const box of from) add(centreOf(box), junction, false);
  for (const box of to) add(junction, borderPoint(box, junction), true);
}

function meanOf(boxes: readonly Rect[]): Point {
  const centres = boxes.map(centreOf);
  return {
    x: centres.reduce((sum, { x }) => sum + x, 0) / centres.length,
    y: centres.reduce((sum, { y }) => sum + y, 0) / centres.length,
  };
}

/** The edge nearest to a point, if it is nearer than `reach`. */
export function edgeAt(
  { models, count, ends, model }: Segments,
  { x, y }: Point,
  reach: number,
): EdgeModel | undefined {
  let best = -1;
  let least = reach * reach;
  for (let row = 0; row < count; row++) {
    const x1 = ends[row * 4]!;
    const y1 = ends[row * 4 + 1]!;
    const dx = ends[row * 4 + 2]! - x1;
    const dy = ends[row * 4 + 3]! - y1;
    const square = dx * dx + dy * dy;
    const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square));
    const [ex, ey] = [x1 + dx * t - x, y1 + dy * t - y];
    const distance = ex * ex + ey * ey;
    if (distance < least) [best, least] = [row, distance];
  }
  return best < 0 ? undefined : models[model[best]!];
}
