// The experiment as a picture: where its cards stand and what edges there are. Everything drawn starts from here.
import type { Experiment, Resource } from '../../../model/experiment.ts';
import { type PlaceField, placeIn } from '../../../model/place.ts';
import type { Guid } from '../../../model/units.ts';
import { foldEdges } from './fold-edges.ts';
import { type CardId, type Folds, foldsOf, isGroupCard } from './folds.ts';
import { CARD, cardAt } from './card-size.ts';
import { type EdgeModel, edgeModels } from './edge-models.ts';
import { boundsOf, contains, overlaps, type Point, type Rect } from './geometry.ts';
import { createGridIndex, type GridIndex } from './grid-index.ts';
import { createPlacement } from './placement.ts';

export interface Scene {
  readonly experiment: Experiment;
  /** Which of the two pictures it is, by where a resource's place in it is kept. */
  readonly field: PlaceField;
  /**
   * Where the cards stand, in the order of the resources, which is also the order from bottom to top. A collapsed group
   * has one in place of its resources.
   */
  readonly boxes: ReadonlyMap<CardId, Rect>;
  /** Where a resource stands, or would if its group weren't collapsed. */
  readonly placeOf: (guid: Guid) => Point | undefined;
  readonly folds: Folds;
  readonly index: GridIndex;
  readonly edges: readonly EdgeModel[];
  /** Around all cards; undefined when there are none. */
  readonly bounds: Rect | undefined;
}

type Cards = Pick<Scene, 'boxes' | 'index' | 'bounds' | 'placeOf'>;

/** Makes scenes of one document; what didn't change since the last one is taken over from it. */
export function createScenes(): (experiment: Experiment, field?: PlaceField) => Scene {
  const placement = createPlacement();
  let last:
    | (Pick<Scene, 'field' | 'folds'> & { readonly resources: readonly Resource[]; readonly cards: Cards })
    | undefined;
  let scene: Scene | undefined;
  return (experiment, field = 'position') => {
    if (scene?.experiment === experiment && scene.field === field) return scene;
    const folds = foldsOf(experiment);
    const { resources } = experiment;
    if (last?.resources !== resources || last.folds !== folds || last.field !== field) {
      last = { resources, folds, field, cards: placeCards(experiment, field, folds, placement(experiment)) };
    }
    const { cards } = last;
    scene = {
      experiment,
      field,
      folds,
      edges: foldEdges(edgeModels(experiment), folds),
      boxes: cards.boxes,
      placeOf: cards.placeOf,
      bounds: cards.bounds,
      // Made when first asked for: an edit that nobody points at or scrolls past doesn't need it.
      get index() {
        return cards.index;
      },
    };
    return scene;
  };
}

function placeCards(
  experiment: Experiment,
  field: PlaceField,
  folds: Folds,
  unplaced: ReadonlyMap<Guid, Point>,
): Cards {
  const boxes = new Map<CardId, Rect>();
  const hidden = new Map<Guid, Point>();
  for (const resource of experiment.resources) {
    const { guid } = resource;
    const { x, y } = placeIn(resource, field) ?? unplaced.get(guid)!;
    const card = folds.cardOf(guid);
    if (card === guid) boxes.set(guid, { x, y, width: CARD.width, height: CARD.height });
    else {
      hidden.set(guid, { x, y });
      const { x: left, y: top } = boxes.get(card) ?? { x, y };
      boxes.set(card, cardAt({ x: Math.min(left, x), y: Math.min(top, y) }));
    }
  }
  let index: GridIndex | undefined;
  return {
    boxes,
    placeOf: (guid) => hidden.get(guid) ?? boxes.get(guid),
    get index() {
      return (index ??= createGridIndex(boxes));
    },
    bounds: boundsOf(boxes.values()),
  };
}

/** The scene with some resources elsewhere for the moment: what a drag shows. */
export function groundOf(scene: Scene, moved: ReadonlyMap<Guid, Point> | undefined) {
  const { folds } = scene;
  const isFolding = folds.collapsed.length > 0;
  const movedCards: Pick<ReadonlySet<CardId>, 'has' | 'keys'> | undefined =
    moved && isFolding ? new Set([...moved.keys()].map(folds.cardOf)) : moved;

  /** The box of a card, or of the card that a resource is folded into. */
  function boxOf(card: CardId): Rect | undefined {
    const point = moved?.get(card);
    if (!isFolding) return point ? cardAt(point) : scene.boxes.get(card);
    if (isGroupCard(card)) return movedCards?.has(card) ? groupBox(card) : scene.boxes.get(card);
    const own = folds.cardOf(card);
    return own !== card ? boxOf(own) : point ? cardAt(point) : scene.boxes.get(card);
  }
  function groupBox(card: CardId): Rect {
    const places = folds.guidsOf(card).flatMap((guid) => moved?.get(guid) ?? scene.placeOf(guid) ?? []);
    return cardAt({ x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) });
  }

  return {
    boxOf,
    groups: scene.experiment.groups,
    touches(area: Rect): boolean {
      if (!movedCards) return scene.index.touches(area);
      for (const card of movedCards.keys()) if (overlaps(boxOf(card)!, area)) return true;
      return scene.index.within(area).some((card) => !movedCards.has(card));
    },
    covers(point: Point, except: readonly CardId[]): boolean {
      for (const card of movedCards?.keys() ?? [])
        if (!except.includes(card) && contains(boxOf(card)!, point)) return true;
      return scene.index.covers(point, (card) => !except.includes(card) && !movedCards?.has(card));
    },
    /** The cards in a rectangle, from bottom to top; those being moved and `also` wherever they are. */
    within(area: Rect, also: Iterable<CardId> = []): CardId[] {
      return scene.index.within(area, [...(movedCards?.keys() ?? []), ...also]);
    },
  };
}

/** Where resources go when their cards go elsewhere: those of a collapsed group move along with it. */
export function spreadMoves(scene: Scene, places: ReadonlyMap<CardId, Point>): ReadonlyMap<Guid, Point> {
  const spread = new Map<Guid, Point>();
  for (const [card, { x, y }] of places) {
    const box = scene.boxes.get(card);
    if (!isGroupCard(card) || !box) spread.set(card, { x, y });
    else {
      for (const guid of scene.folds.guidsOf(card)) {
        const place = scene.placeOf(guid)!;
        spread.set(guid, { x: place.x + x - box.x, y: place.y + y - box.y });
      }
    }
  }
  return spread;
}

/** Where some resources stand. */
export function placesOf(scene: Scene, guids: Iterable<Guid>): ReadonlyMap<Guid, Point> {
  const places = new Map<Guid, Point>();
  for (const guid of guids) {
    const place = scene.placeOf(guid);
    if (place) places.set(guid, place);
  }
  return places;
}
