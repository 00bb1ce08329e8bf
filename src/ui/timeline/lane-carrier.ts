import type { Guid } from '../../model/units.ts';
import type { ArrangedRows } from './arrange-lanes.ts';
import { isGroupRow } from '../run/lane.ts';
import { dropMove, type LaneMove } from './move-lanes.ts';

/** What is carried by the pointer to another place among the lanes, and where it would come to stand. */
export class LaneCarrier {
  #guids: ReadonlySet<Guid> | undefined;
  #move: LaneMove | undefined;

  get isCarrying(): boolean {
    return this.#guids !== undefined;
  }

  /** The row above which it would come to stand; undefined: where it was. */
  get dropRow(): number | undefined {
    return this.#move?.row;
  }

  /** Takes the lane or the group in a row; all that is selected, when that is part of it. */
  take({ rows }: ArrangedRows, row: number, selection: ReadonlySet<Guid>): void {
    const content = rows[row];
    if (!content) return;
    const own = isGroupRow(content) ? content.members.map(({ guid }) => guid) : [content.guid];
    this.#guids = own.every((guid) => selection.has(guid)) ? selection : new Set(own);
  }

  /** @param place in rows, with a fraction. */
  carry(arranged: ArrangedRows, place: number): void {
    this.#move = this.#guids && dropMove(arranged, this.#guids, place);
  }

  /** Ends it. @returns the move that comes of it where it is put down. */
  putDown(): LaneMove | undefined {
    const move = this.#move;
    this.#guids = this.#move = undefined;
    return move;
  }
}
