// The lines, arrows and labels of edges: from models and places to what is drawn.
import type { Guid } from '../../../model/units.ts';
import type { Group } from '../../../model/experiment.ts';
import { conditionEnds } from '../scene/condition-ends.ts';
import { HEAD, headsOf } from '../scene/frame-rects.ts';
import type { EdgeText } from '../scene/edge-text.ts';
import { type ConditionModel, type EdgeModel, endsOf } from '../scene/edge-models.ts';
import { boundsOf, distance, overlaps, type Point, type Rect } from '../scene/geometry.ts';
import { type Path, pathBounds, pointAlong } from '../scene/path.ts';
import {
  inLineWith,
  labelAt,
  labelBox,
  type LabelGround,
  type LabelPlace,
  placeBeside,
  placeOnLine,
  placesAround,
} from './label-place.ts';
import { shapeBundle } from './route-bundle.ts';
import {
  type CardsIn,
  facingWays,
  isClear,
  neighbourhoodOf,
  straightWay,
  wayAround,
  wayThrough,
} from './route-edge.ts';
import { createTraffic, type Traffic } from './traffic.ts';

export interface EdgeShape<Model extends EdgeModel = EdgeModel> {
  readonly model: Model;
  readonly paths: readonly Path[];
  /** Those of the paths that end in an arrow. */
  readonly arrows: readonly Path[];
  /** What ties the label to the line, where it stands beside it. */
  readonly stem?: Path;
  /** The sentence of a condition, or how many connections there are in one. */
  readonly label: EdgeLabel | undefined;
}

export interface EdgeLabel extends LabelPlace {
  /** All that it says, and the short of it: one of them is what stands there. */
  readonly full: string;
  readonly brief: string;
  /** The shortest, for where all is small. */
  readonly mark: string;
}

/** What edges are drawn over: the cards as they stand now. */
export interface Ground {
  readonly boxOf: (guid: Guid) => Rect | undefined;
  readonly groups: readonly Group[];
  /** Whether a card lies in a rectangle. */
  readonly touches: (area: Rect) => boolean;
  /** The cards in a rectangle. Without it no way around them is looked for: edges are straight. */
  readonly within?: ((area: Rect) => readonly Guid[]) | undefined;
}

/** The names of groups are so many times as large where all is small: lines keep off them there, too. */
const HEAD_TIMES = 2.2;
/** A sentence longer than this is told briefly, px. */
const MOST_WIDTH = 300;

/**
 * Shapes edges, those whose ends are nearest first: they have the least choice of ways and of places for their labels.
 * Edges without ends are left out. The same edges on the same ground always get the same shapes.
 * @param earlier what there is already.
 */
export function shapeEdges(
  models: readonly EdgeModel[],
  ground: Ground,
  textOf: (model: EdgeModel) => EdgeText,
  earlier: readonly EdgeShape[] = [],
): readonly EdgeShape[] {
  const traffic = createTraffic();
  for (const head of headsOf(ground.groups, ground.boxOf, HEAD_TIMES)) traffic.addLabel(head);
  const take = ({ paths, stem, label }: Pick<EdgeShape, 'paths' | 'stem' | 'label'>) => {
    for (const path of stem ? [...paths, stem] : paths) traffic.addPath(path);
    if (label) traffic.addLabel(labelBox(label));
  };
  for (const shape of earlier) take(shape);
  return nearestFirst(models, ground).flatMap((model) => {
    const shape = shapeEdge(model, ground, textOf, traffic);
    if (shape) take(shape);
    return shape ?? [];
  });
}

function nearestFirst(models: readonly EdgeModel[], { boxOf }: Ground): readonly EdgeModel[] {
  const reach = new Map(
    models.map((model) => {
      const bounds = endsBounds(model, boxOf);
      return [model, bounds ? bounds.width + bounds.height : 0];
    }),
  );
  // Connections are straight wherever they can be, so conditions make way for them.
  const rank = (model: EdgeModel) => (model.kind === 'connection' ? 0 : 1);
  return models.toSorted((a, b) => rank(a) - rank(b) || reach.get(a)! - reach.get(b)!);
}

function shapeEdge(
  model: EdgeModel,
  ground: Ground,
  textOf: (model: EdgeModel) => EdgeText,
  traffic: Traffic,
): EdgeShape | undefined {
  const boxes = (guids: readonly Guid[]) => guids.flatMap((guid) => ground.boxOf(guid) ?? []);
  const { within } = ground;
  const cardsIn: CardsIn = within && ((area: Rect) => boxes(within(area)));
  const over = { touches: ground.touches, traffic };
  if (model.kind === 'connection') {
    const [a, b] = boxes(model.ends);
    if (!a || !b) return undefined;
    const path = connectionWay(a, b, cardsIn, traffic);
    if (!model.merged) return { model, paths: [path], arrows: [], label: undefined };
    const { full } = textOf(model);
    const label = placeOnLine(path, [full], over) ?? labelAt(pointAlong(path, 0.5), full);
    return { model, paths: [path], arrows: [], label: { ...label, full, brief: full, mark: full } };
  }
  const { from, to, frames } = conditionEnds(model, ground.groups, ground.boxOf);
  if (from.length === 0 || to.length === 0) return undefined;
  const text = textOf(model);
  const wordings = labelAt({ x: 0, y: 0 }, text.full).width > MOST_WIDTH ? [text.brief] : [text.full, text.brief];
  const around = { touches: offHeads(ground.touches, frames), traffic };
  const { label, ...lines } =
    from.length + to.length > 2
      ? shapeBundle(from, to, wordings, framed(cardsIn, frames), around)
      : shapeArrow(model, from[0]!, to[0]!, wordings, framed(cardsIn, frames), around);
  return { model, ...lines, label: { ...label, ...text } };
}

/** A frame that an edge leads to is one thing in its way, whatever is in it. */
function framed(cardsIn: CardsIn, frames: readonly Rect[]): CardsIn {
  if (!cardsIn || frames.length === 0) return cardsIn;
  return (area) => [...frames, ...cardsIn(area).filter((card) => !frames.some((frame) => overlaps(frame, card)))];
}

/** What an edge that leads to frames keeps its label off: cards, and the names of the groups. */
function offHeads(touches: Ground['touches'], frames: readonly Rect[]): Ground['touches'] {
  if (frames.length === 0) return touches;
  return (area) => touches(area) || frames.some((frame) => overlaps({ ...frame, height: HEAD }, area));
}

/** Straight from middle to middle, as one draws a cable; around cards that are in the way. */
function connectionWay(a: Rect, b: Rect, cardsIn: CardsIn, traffic: Traffic): Path {
  const straight = straightWay(a, b);
  if (!cardsIn || isClear(straight, cardsIn(pathBounds(straight)), [a, b])) return straight;
  const near = neighbourhoodOf([a, b], cardsIn);
  return (near && wayAround(a, b, near, traffic)) ?? straight;
}

function shapeArrow(
  model: ConditionModel,
  a: Rect,
  b: Rect,
  wordings: readonly string[],
  cardsIn: CardsIn,
  over: LabelGround,
): Pick<EdgeShape, 'paths' | 'arrows' | 'stem'> & { readonly label: LabelPlace } {
  const { traffic } = over;
  const shape = (path: Path, label: LabelPlace) => ({ paths: [path], arrows: [path], label });
  if (model.from[0] === model.to[0]) {
    const path = loopAt(a);
    return shape(path, placeOnLine(path, wordings, over) ?? labelAt(path[2]!, wordings.at(-1)!));
  }
  const near = neighbourhoodOf([a, b], cardsIn);
  const facing = near ? facingWays(a, b, near.cards, traffic) : [];
  for (const way of facing) {
    const onWay = placeOnLine(way, wordings, over);
    if (onWay) return shape(way, onWay);
  }
  const beside = besideOne(facing, wordings, over);
  if (beside) return { ...shape(beside.way, beside.label), stem: [pointAlong(beside.way, 0.5), pointOf(beside.label)] };
  const path = (near && wayAround(a, b, near, traffic)) ?? facing[0] ?? straightWay(a, b);
  const onPath = placeOnLine(path, wordings, over);
  if (onPath) return shape(path, onPath);
  // A label that finds no room on its line takes the line along.
  const middle = pointAlong(path, 0.5);
  for (const found of placesAround(middle, wordings, over).slice(0, MOST_TRIES)) {
    const place = inLineWith(found, [a, b], over);
    const through = near && wayThrough(a, place, b, near, traffic);
    if (through) return shape(through, place);
  }
  return shape(facing[0] ?? path, labelAt(middle, wordings.at(-1)!));
}

/**
 * Between cards that stand close a straight line with its label beside it is easier to follow than one that goes out of
 * its way to its label: the one of these ways beside which there is room the soonest.
 */
function besideOne(ways: readonly Path[], wordings: readonly string[], over: LabelGround) {
  const middleOf = (way: Path) => pointAlong(way, 0.5);
  const found = ways.flatMap((way) => {
    const label = placeBeside(way, wordings, over);
    const offMiddle = distance(middleOf(way), middleOf(ways[0]!));
    return label ? [{ way, label, off: distance(middleOf(way), label) + offMiddle }] : [];
  });
  return found.toSorted((one, other) => one.off - other.off)[0];
}

/** So many places for a label are tried at most. */
const MOST_TRIES = 4;

const pointOf = ({ x, y }: Point): Point => ({ x, y });

/** A resource that waits for itself (rules/ says what comes of it): an arrow round its corner. */
function loopAt({ x, y, width, height }: Rect): Path {
  const [right, middle] = [x + width, y + height / 2];
  return [
    { x: right - 52, y },
    { x: right - 52, y: y - 28 },
    { x: right + 32, y: y - 28 },
    { x: right + 32, y: middle - 12 },
    { x: right, y: middle - 12 },
  ];
}

/** A rectangle around an edge's lines. */
export function shapeBounds(shape: EdgeShape): Rect {
  return boundsOf(shape.paths.map(pathBounds))!;
}

/** A rectangle around the ends of an edge, before it is shaped: to tell whether it may be on screen. */
export function endsBounds(model: EdgeModel, boxOf: (guid: Guid) => Rect | undefined): Rect | undefined {
  return boundsOf(endsOf(model).flatMap((guid) => boxOf(guid) ?? []));
}
