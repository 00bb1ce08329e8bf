// Places for resources that have none in the file. They are only shown there: opening a file never changes it.
import type { Experiment } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';
import { joinGroups } from './join-groups.ts';
import { CARD } from './card-size.ts';
import { boundsOf, type Point } from './geometry.ts';
import { type Block, FRAME, NO_FRAME, packInRows, shiftPlaces } from './pack-blocks.ts';

/** From card to card, gap included; room between columns for the sentence of a condition. */
const STEP = { x: 340, y: 120 };
const GAP_BELOW = 120;
/** A longer column goes on in a further one beside it. */
const LONGEST_COLUMN = 12;

/**
 * Gives places to resources without a position, and remembers them: what is on screen stays where it is, whatever is
 * placed or added later. One for each opening of a document.
 */
export function createPlacement(): (experiment: Experiment) => ReadonlyMap<Guid, Point> {
  const remembered = new Map<Guid, Point>();
  return (experiment) => {
    const unplaced = experiment.resources.filter(({ guid, position }) => !position && !remembered.has(guid));
    if (unplaced.length > 0) {
      const joining = joinGroups(experiment, remembered);
      for (const [guid, point] of joining) remembered.set(guid, point);
      const shown = experiment.resources.flatMap(({ guid, position }) => position ?? remembered.get(guid) ?? []);
      const left = new Set(unplaced.flatMap(({ guid }) => (joining.has(guid) ? [] : guid)));
      const bounds = boundsOf(shown.map(({ x, y }) => ({ x, y, ...CARD })));
      const origin = bounds ? { x: bounds.x, y: bounds.y + bounds.height + GAP_BELOW } : { x: 0, y: 0 };
      for (const [guid, point] of layOut(experiment, left, origin)) {
        remembered.set(guid, point);
      }
    }
    return remembered;
  };
}

/**
 * A plain layout in time proportional to the experiment: each group stands by itself, as a layout of all would have it, so
 * that no frame lies on another or on a card of others; what belongs to none stands together. The same experiment always
 * gives the same picture.
 */
export function layOut(experiment: Experiment, guids: ReadonlySet<Guid>, origin: Point): ReadonlyMap<Guid, Point> {
  const groups = experiment.groups.filter(({ guids: members }) => members.every((guid) => guids.has(guid)));
  const blockOf = new Map(groups.flatMap(({ guids: members }, block) => members.map((guid) => [guid, block] as const)));
  const neighbours = neighboursOf(experiment, guids, (a, b) => blockOf.get(a) === blockOf.get(b));
  const loose = new Set([...guids].filter((guid) => !blockOf.has(guid)));
  const blocks: Block[] = groups.map(({ guids: members }) => ({
    places: layOutParts(new Set(members), neighbours),
    padding: FRAME,
  }));
  if (loose.size > 0) blocks.push({ places: layOutParts(loose, neighbours), padding: NO_FRAME });
  if (groups.length === 0) return shiftPlaces(blocks[0]?.places ?? new Map(), origin);
  return packInRows(blocks, origin);
}

/** What hangs together stands together, in columns by how far it is from the resource with the most neighbours. */
function layOutParts(
  guids: ReadonlySet<Guid>,
  neighbours: ReadonlyMap<Guid, readonly Guid[]>,
): ReadonlyMap<Guid, Point> {
  const parts = componentsOf(guids, neighbours).map((members) => columnsOf(members, neighbours));
  const widest = parts.reduce((most, { length }) => Math.max(most, length), Math.ceil(Math.sqrt(guids.size)));
  const places = new Map<Guid, Point>();
  let [column, row, rowHeight] = [0, 0, 0];
  for (const columns of parts) {
    if (column > 0 && column + columns.length > widest) [column, row, rowHeight] = [0, row + rowHeight, 0];
    const tallest = Math.max(...columns.map(({ length }) => length));
    columns.forEach((guidsOfColumn, index) => {
      const top = row + (tallest - guidsOfColumn.length) / 2;
      guidsOfColumn.forEach((guid, place) =>
        places.set(guid, { x: (column + index) * STEP.x, y: (top + place) * STEP.y }),
      );
    });
    column += columns.length;
    rowHeight = Math.max(rowHeight, tallest);
  }
  return places;
}

/** Who is connected, or waits for each other, in the same block. */
function neighboursOf(
  experiment: Experiment,
  guids: ReadonlySet<Guid>,
  isTogether: (a: Guid, b: Guid) => boolean,
): ReadonlyMap<Guid, readonly Guid[]> {
  const neighbours = new Map<Guid, Guid[]>([...guids].map((guid) => [guid, []]));
  const join = (a: Guid, b: Guid) => {
    if (a === b || !guids.has(a) || !guids.has(b) || !isTogether(a, b)) return;
    neighbours.get(a)!.push(b);
    neighbours.get(b)!.push(a);
  };
  for (const [a, b] of experiment.connections) join(a, b);
  for (const { resources, group } of experiment.conditions) {
    // One link per side keeps a condition of many with many from becoming all pairs.
    for (const guid of resources) join(guid, group[0]!);
    for (const guid of group) join(resources[0]!, guid);
  }
  return neighbours;
}

function componentsOf(guids: ReadonlySet<Guid>, neighbours: ReadonlyMap<Guid, readonly Guid[]>): Guid[][] {
  const seen = new Set<Guid>();
  const components: Guid[][] = [];
  for (const start of guids) {
    if (seen.has(start)) continue;
    seen.add(start);
    const members = [start];
    for (let next = 0; next < members.length; next++) {
      for (const guid of neighbours.get(members[next]!)!) {
        if (seen.has(guid)) continue;
        seen.add(guid);
        members.push(guid);
      }
    }
    components.push(members);
  }
  // What hangs together first, the largest before; then all that stand alone.
  return components.sort((a, b) => b.length - a.length);
}

function columnsOf(members: readonly Guid[], neighbours: ReadonlyMap<Guid, readonly Guid[]>): Guid[][] {
  const degree = (guid: Guid) => neighbours.get(guid)!.length;
  const hub = members.reduce((best, guid) => (degree(guid) > degree(best) ? guid : best), members[0]!);
  const seen = new Set([hub]);
  const columns: Guid[][] = [];
  for (let level: Guid[] = [hub]; level.length > 0; ) {
    for (let from = 0; from < level.length; from += LONGEST_COLUMN)
      columns.push(level.slice(from, from + LONGEST_COLUMN));
    const next: Guid[] = [];
    for (const guid of level) {
      for (const neighbour of neighbours.get(guid)!) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        next.push(neighbour);
      }
    }
    level = next;
  }
  return columns;
}
