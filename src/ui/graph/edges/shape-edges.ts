// The lines, arrows and labels of edges: from models and places to what is drawn.
import type { Guid } from '../../../model/units.ts';
import type { ConditionModel, EdgeModel } from '../scene/edge-models.ts';
import {
  borderPoint,
  boundsOf,
  centreOf,
  type Curve,
  curveBetween,
  curveBounds,
  curveThrough,
  distance,
  distanceToCurve,
  type Point,
  pointOn,
  type Rect,
} from '../scene/geometry.ts';
import { LABEL_HEIGHT, labelSize } from './label-size.ts';
import { createLabelSpace, type LabelSpace } from './label-space.ts';

export interface EdgeShape<Model extends EdgeModel = EdgeModel> {
  readonly model: Model;
  readonly curves: readonly Curve[];
  /** Those of the curves that end in an arrow. */
  readonly arrows: readonly Curve[];
  /** The sentence of a condition, or how many connections there are in one; and the middle of its place. */
  readonly label: EdgeLabel | undefined;
}

export interface EdgeLabel extends Point {
  readonly text: string;
  readonly width: number;
}

/** What edges are drawn over: the cards as they stand now. */
export interface Ground {
  readonly boxOf: (guid: Guid) => Rect | undefined;
  /** Whether a card lies in a rectangle. */
  readonly touches: (area: Rect) => boolean;
  /** Whether a card, other than some, lies at a point. */
  readonly covers: (point: Point, except: readonly Guid[]) => boolean;
}

/** How far lanes are apart, px. */
const LANE = 34;
/** Ways around cards that stand between the ends, px off the straight line; the first that is clear is taken. */
const DETOURS = [70, -70, 130, -130, 190, -190];
/** How far before and after the junction of a bundle its lines begin to part. */
const BUNDLE_REACH = 70;

/**
 * Shapes edges in the order given: earlier ones choose their label's place first. Edges without ends are left out.
 * @param taken where other labels stand already.
 */
export function shapeEdges(
  models: readonly EdgeModel[],
  ground: Ground,
  textOf: (model: EdgeModel) => string,
  taken: readonly Rect[] = [],
): readonly EdgeShape[] {
  const space = createLabelSpace((area) => ground.touches(area), taken);
  return models.flatMap((model) => {
    if (model.kind === 'connection') {
      const [a, b] = [ground.boxOf(model.ends[0]), ground.boxOf(model.ends[1])];
      if (!a || !b) return [];
      const curve = clearCurve(a, b, model.lane * LANE, ground, model.ends);
      const label = model.merged ? labelOn(curve, textOf(model), space) : undefined;
      return [{ model, curves: [curve], arrows: [], label }];
    }
    const from = model.from.flatMap((guid) => ground.boxOf(guid) ?? []);
    const to = model.to.flatMap((guid) => ground.boxOf(guid) ?? []);
    if (from.length === 0 || to.length === 0) return [];
    const text = textOf(model);
    return [
      from.length + to.length === 2
        ? shapeArrow(model, from[0]!, to[0]!, text, space, ground)
        : shapeBundle(model, from, to, text, space),
    ];
  });
}

function labelOn(curve: Curve, text: string, space: LabelSpace): EdgeLabel {
  const size = labelSize(text);
  const place = space.take(
    [0.5, 0.4, 0.6].map((t) => pointOn(curve, t)),
    size,
  );
  return { ...place, text, width: size.width };
}

function shapeArrow(
  model: ConditionModel,
  a: Rect,
  b: Rect,
  text: string,
  space: LabelSpace,
  ground: Ground,
): EdgeShape {
  const size = labelSize(text);
  const ends = [model.from[0]!, model.to[0]!];
  const isLoop = distance(centreOf(a), centreOf(b)) < 1;
  const natural = isLoop ? loopAt(a) : clearCurve(a, b, model.lane * LANE, ground, ends);
  const wanted = [0.5, 0.42, 0.58, 0.34, 0.66].map((t) => pointOn(natural, t));
  // A label that found no room on its line takes the line along.
  const curveAt = (place: Point) =>
    isLoop || distanceToCurve(natural, place) < 3 ? natural : curveThrough(a, b, place);
  const place = space.take(wanted, size, (point) => isClear(curveAt(point), ground, ends));
  const curve = curveAt(place);
  return { model, curves: [curve], arrows: [curve], label: { ...place, text, width: size.width } };
}

/** The curve in its lane, or the nearest one that doesn't pass under other cards: it would seem to end at them. */
function clearCurve(a: Rect, b: Rect, bend: number, ground: Ground, ends: readonly Guid[]): Curve {
  const straight = curveBetween(a, b, bend);
  if (isClear(straight, ground, ends)) return straight;
  for (const detour of DETOURS) {
    const curve = curveBetween(a, b, bend + detour);
    if (isClear(curve, ground, ends)) return curve;
  }
  return straight;
}

function isClear(curve: Curve, ground: Ground, ends: readonly Guid[]): boolean {
  // No two steps are farther apart than a card is high, up to lengths at which nothing helps anyway.
  const steps = Math.min(24, Math.ceil(distance(curve.from, curve.to) / 48));
  for (let step = 1; step < steps; step++) if (ground.covers(pointOn(curve, step / steps), ends)) return false;
  return true;
}

/** A resource that waits for itself (rules/ says what comes of it): an arrow round its corner. */
function loopAt({ x, y, width, height }: Rect): Curve {
  return {
    from: { x: x + width - 52, y },
    pull: { x: x + width + 44, y: y - 64 },
    to: { x: x + width, y: y + height / 2 - 12 },
  };
}

function shapeBundle(
  model: ConditionModel,
  from: readonly Rect[],
  to: readonly Rect[],
  text: string,
  space: LabelSpace,
): EdgeShape {
  const size = labelSize(text);
  const [start, end] = [middleOf(from), middleOf(to)];
  const length = distance(start, end) || 1;
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  const wanted = [0.5, 0.4, 0.6, 0.3, 0.7].map((t) => ({
    x: start.x + along.x * length * t,
    y: start.y + along.y * length * t,
  }));
  const junction = space.take(wanted, size);
  const reach = Math.min(BUNDLE_REACH, length * 0.3);
  const before = { x: junction.x - along.x * reach, y: junction.y - along.y * reach };
  const after = { x: junction.x + along.x * reach, y: junction.y + along.y * reach };
  const into = from.map((rect): Curve => ({ from: borderPoint(rect, before), pull: before, to: junction }));
  const out = to.map((rect): Curve => ({ from: junction, pull: after, to: borderPoint(rect, after) }));
  return { model, curves: [...into, ...out], arrows: out, label: { ...junction, text, width: size.width } };
}

function middleOf(rects: readonly Rect[]): Point {
  const centres = rects.map(centreOf);
  return {
    x: centres.reduce((sum, { x }) => sum + x, 0) / centres.length,
    y: centres.reduce((sum, { y }) => sum + y, 0) / centres.length,
  };
}

/** The room that a label takes. */
export function labelBox({ x, y, width }: EdgeLabel): Rect {
  return { x: x - width / 2, y: y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
}

/** A rectangle around an edge's lines. */
export function shapeBounds(shape: EdgeShape): Rect {
  return boundsOf(shape.curves.map(curveBounds))!;
}

/** A rectangle around the ends of an edge, before it is shaped: to tell whether it may be on screen. */
export function endsBounds(model: EdgeModel, boxOf: (guid: Guid) => Rect | undefined): Rect | undefined {
  const guids = model.kind === 'connection' ? model.ends : [...model.from, ...model.to];
  return boundsOf(guids.flatMap((guid) => boxOf(guid) ?? []));
}
