// Laying the cards out anew. The layout library is large and runs in a worker of its own: both come when they are first
// asked for.
import { printBriefly } from '../../../model/condition.ts';
import type { Guid } from '../../../model/units.ts';
import { labelSize } from '../edges/label-size.ts';
import type { Bench } from '../view/gesture.ts';
import { snapToGrid } from '../scene/card-size.ts';
import type { EdgeModel } from '../scene/edge-models.ts';
import { boundsOf, type Point } from '../scene/geometry.ts';
import { moveEdit } from '../scene/move-edit.ts';
import { createScenes, placesOf as resourcePlaces, spreadMoves } from '../scene/scene.ts';
import { gatePairs } from '../scene/gate-pairs.ts';
import { sightBounds } from '../edges/sight-bounds.ts';
import { glideCards } from './glide.ts';
import { elkGraph, type LayoutKind, placesOf } from './elk-graph.ts';
import { groupsInRows, larger } from './group-rows.ts';
import { LayouterLost, openLayouter } from './layouter.ts';
import { laterPasses } from './organic-graph.ts';

/** Room at the ends of a sentence on its line, px: both together. */
const AROUND_LABEL = 40;

/** Lays out what is selected, or all when it is less than two, and makes one edit of it. */
export async function autoLayout(bench: Bench, kind: LayoutKind): Promise<void> {
  const { studio, viewport, scene, catalog } = bench;
  const { selection, reading } = studio.view.getState();
  const before = scene();
  const { experiment, boxes, edges } = before;
  const selected = new Set([...selection.guids].map(before.folds.cardOf));
  const guids = selected.size > 1 ? [...selected].filter((card) => boxes.has(card)) : [...boxes.keys()];
  if (guids.length === 0) return;

  // Briefly: with all words where there happens to be room for them.
  const labelWidth = (edge: EdgeModel) =>
    edge.kind === 'condition' ? labelSize(printBriefly(edge.condition)).width + AROUND_LABEL : 0;
  const { cardOf } = before.folds;
  const gates = gatePairs(experiment, studio.catalog).map(([from, to]) => [cardOf(from), cardOf(to)] as const);
  const graph = elkGraph(kind, { guids, edges, reading, experiment, catalog: catalog(), gates }, labelWidth);
  const canvas = viewport.frame();
  const rows = kind === 'layered' ? groupsInRows(graph, canvas) : undefined;

  const layouter = await openLayouter(graph.children?.length ?? 0).catch(() => undefined);
  if (!layouter) return sayNotLoaded(bench, kind);
  let places: ReadonlyMap<Guid, Point>;
  try {
    let laidOut = await layouter.layout(graph);
    if (rows) laidOut = larger(laidOut, await layouter.layout(rows), canvas);
    if (kind === 'organic') for (const pass of laterPasses(graph)) laidOut = await layouter.layout(pass(laidOut));
    places = placesOf(laidOut);
  } catch (error) {
    if (error instanceof LayouterLost) return sayNotLoaded(bench, kind);
    throw error;
  } finally {
    layouter.close();
  }
  // Meanwhile somebody may have gone on drawing; a layout of what was is of no use then.
  if (scene() !== before) return studio.notices.say('The experiment changed while it was laid out. Try again.');

  const placed = keepCorner(places, boundsOf(guids.map((guid) => boxes.get(guid)!))!);
  const positions = spreadMoves(before, placed);
  await glideCards(studio.view, resourcePlaces(before, positions.keys()), positions);
  const isAll = guids.length === boxes.size;
  studio.document
    .getState()
    .apply({ kind: 'all', label: isAll ? 'lay out' : 'lay out selection', edits: [moveEdit(before, positions)] });
  studio.view.getState().set({ dragging: undefined });
  if (!isAll) return;
  // The canvas's own scene follows with its next drawing.
  const after = createScenes()(studio.document.getState().experiment, before.field);
  viewport.fit(sightBounds(after, reading)!);
}

function sayNotLoaded(bench: Bench, kind: LayoutKind): void {
  bench.studio.notices.say(
    'The part of the studio that lays out could not be loaded, or ended unexpectedly. Nothing was moved. Check the connection to the server it came from.',
    { kind: 'problem', action: { title: 'Try again', run: () => void autoLayout(bench, kind) } },
  );
}

/** The places with their upper left corner where the cards had theirs, on the grid. */
export function keepCorner(places: ReadonlyMap<Guid, Point>, corner: Point): ReadonlyMap<Guid, Point> {
  const bounds = boundsOf([...places.values()].map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  const start = snapToGrid(corner);
  return new Map(
    [...places].map(([guid, { x, y }]) => [
      guid,
      snapToGrid({ x: start.x + x - (bounds?.x ?? 0), y: start.y + y - (bounds?.y ?? 0) }),
    ]),
  );
}
