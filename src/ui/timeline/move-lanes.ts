// Lanes put into another order by hand. A lane of a group moves among the lanes of its group; a lane in none, or a group
// as a whole, among those; a pinned lane among the pinned ones.
import type { Guid } from '../../model/units.ts';
import type { ArrangedRows } from './arrange-lanes.ts';
import { isGroupRow } from '../run/lane.ts';

/** What changes places as one: a lane, or a group with its lanes, in rows [row, end). */
interface Item {
  readonly guids: readonly Guid[];
  readonly row: number;
  readonly end: number;
}

/** Put `moved` right before or after another lane. */
export interface LaneMove {
  readonly moved: readonly Guid[];
  readonly beside: Guid;
  readonly after: boolean;
  /** The row above which it comes to stand: where a line says so. */
  readonly row: number;
}

/** One place up (-1) or down (1). @returns undefined where that is not possible. */
export function stepMove(arranged: ArrangedRows, guids: ReadonlySet<Guid>, by: 1 | -1): LaneMove | undefined {
  const items = siblingsOf(arranged, guids);
  const moved = items.filter((item) => holdsAny(item, guids));
  const end = by < 0 ? moved[0] : moved.at(-1);
  const neighbour = end && items[items.indexOf(end) + by];
  return neighbour && moveBeside(moved, neighbour, by > 0);
}

/**
 * To where it is dropped.
 * @param place in rows, with a fraction: 1.5 is the middle of the second one.
 * @returns undefined where it stays as it is.
 */
export function dropMove(arranged: ArrangedRows, guids: ReadonlySet<Guid>, place: number): LaneMove | undefined {
  const items = siblingsOf(arranged, guids);
  const moved = items.filter((item) => holdsAny(item, guids));
  const others = items.filter((item) => !moved.includes(item));
  const next = others.find(({ row, end }) => (row + end) / 2 > place);
  const neighbour = next ?? others.at(-1);
  if (!neighbour || moved.length === 0) return undefined;
  const move = moveBeside(moved, neighbour, next === undefined);
  const before = others.filter((item) => item.row < moved[0]!.row).length;
  const isOneBlock = items.indexOf(moved.at(-1)!) - items.indexOf(moved[0]!) === moved.length - 1;
  return isOneBlock && (next ? others.indexOf(next) : others.length) === before ? undefined : move;
}

/** The order that a move makes of another one. */
export function applyMove(order: readonly Guid[], { moved, beside, after }: LaneMove): Guid[] {
  const block = new Set(moved);
  const rest = order.filter((guid) => !block.has(guid));
  rest.splice(rest.indexOf(beside) + Number(after), 0, ...moved);
  return rest;
}

function moveBeside(moved: readonly Item[], neighbour: Item, after: boolean): LaneMove {
  return {
    moved: moved.flatMap(({ guids }) => guids),
    beside: after ? neighbour.guids.at(-1)! : neighbour.guids[0]!,
    after,
    row: after ? neighbour.end : neighbour.row,
  };
}

const holdsAny = ({ guids }: Item, wanted: ReadonlySet<Guid>) => guids.some((guid) => wanted.has(guid));

/** What changes places with what is moved, in order of the rows. */
function siblingsOf({ rows, pinned }: ArrangedRows, guids: ReadonlySet<Guid>): readonly Item[] {
  const top: Item[] = [];
  const others: Item[] = [];
  for (let row = 0; row < rows.length; ) {
    const content = rows[row]!;
    if (!isGroupRow(content)) {
      (row < pinned ? top : others).push({ guids: [content.guid], row, end: ++row });
      continue;
    }
    const first = row + 1;
    const item: Item = {
      guids: content.members.map(({ guid }) => guid),
      row,
      end: content.folded ? first : first + content.members.length,
    };
    const within = item.guids.filter((guid) => guids.has(guid)).length;
    if (!content.folded && within === guids.size && within < item.guids.length) {
      return item.guids.map((guid, place) => ({ guids: [guid], row: first + place, end: first + place + 1 }));
    }
    others.push(item);
    row = item.end;
  }
  return top.some((item) => holdsAny(item, guids)) ? top : others;
}
