import { GuidIndex } from '../../record/guid-index.ts';
import type { Guid } from '../../model/units.ts';
import { isGroupRow, type Row } from '../run/lane.ts';

/**
 * Which resources are drawn in which row. Each has a slot, a number from 0 on; those of a row follow one another, in the
 * order of the rows. Where no group is folded a row has one slot, or, a heading, none.
 */
export class RowIndex {
  readonly rows: readonly Row[];
  /** By slot. */
  readonly guids: readonly Guid[];
  /** By slot. */
  readonly rowOfSlot: Int32Array;
  /** By row, and the number of slots after the last. */
  readonly firstSlot: Int32Array;
  readonly #slots = new GuidIndex();
  /** By row: 1 for a lane that belongs to the heading above it. */
  readonly #underHeading: Uint8Array;

  constructor(rows: readonly Row[]) {
    const guids: Guid[] = [];
    this.firstSlot = new Int32Array(rows.length + 1);
    this.#underHeading = new Uint8Array(rows.length);
    let heading: Guid | undefined;
    // There may be a hundred thousand, in the frame in which a run appears: no iterators here.
    for (let row = 0; row < rows.length; row++) {
      const content = rows[row]!;
      this.firstSlot[row] = guids.length;
      if (isGroupRow(content)) {
        heading = content.group.key;
        if (content.folded) for (const { guid } of content.members) guids.push(guid);
      } else {
        guids.push(content.guid);
        if (heading !== undefined && content.group?.key === heading) this.#underHeading[row] = 1;
      }
    }
    this.firstSlot[rows.length] = guids.length;
    this.rowOfSlot = new Int32Array(guids.length);
    for (let row = 0; row < rows.length; row++) {
      const end = this.firstSlot[row + 1]!;
      for (let slot = this.firstSlot[row]!; slot < end; slot++) this.rowOfSlot[slot] = row;
    }
    for (let slot = 0; slot < guids.length; slot++) this.#slots.set(guids[slot]!, slot);
    this.rows = rows;
    this.guids = guids;
  }

  /** @returns -1 when it is not shown. */
  slotOf(guid: Guid): number {
    return this.#slots.get(guid);
  }

  /** @returns -1 when it is not shown. */
  rowOf(guid: Guid): number {
    const slot = this.#slots.get(guid);
    return slot < 0 ? -1 : this.rowOfSlot[slot]!;
  }

  isUnderHeading(row: number): boolean {
    return this.#underHeading[row] === 1;
  }

  /** Whose lives are drawn in a row. */
  guidsOf(row: number): readonly Guid[] {
    return row < 0 ? [] : this.guids.slice(this.firstSlot[row], this.firstSlot[row + 1]);
  }
}
