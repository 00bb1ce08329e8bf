import type { Guid } from '../model/units.ts';
import { reserve } from './columns.ts';
import { GuidIndex } from './guid-index.ts';

/** Room of a resource's list when its first row comes: a whole life, NEW to RELEASED, fits without moving. */
const FIRST_ROOM = 8;

/**
 * For each guid the numbers of its rows in a table, in the order in which they were added. All lists lie in one typed
 * array; a list that outgrows its room moves to the end with twice as much. Adding costs a constant on average, and a
 * half-million of lists costs no object each.
 */
export class RowsByGuid {
  readonly #slots = new GuidIndex();
  readonly #guids: Guid[] = [];
  #first: Int32Array;
  #count: Int32Array;
  #room: Int32Array;
  #rows: Int32Array;
  #used = 0;

  /** @param guids how many are to be expected: there is room for them from the beginning. */
  constructor(guids = 64) {
    this.#first = new Int32Array(guids);
    this.#count = new Int32Array(guids);
    this.#room = new Int32Array(guids);
    this.#rows = new Int32Array(guids * FIRST_ROOM);
  }

  /** The guids that have rows, in order of their first. */
  get guids(): readonly Guid[] {
    return this.#guids;
  }

  add(guid: Guid, row: number): void {
    let slot = this.#slots.get(guid);
    if (slot < 0) {
      slot = this.#guids.length;
      this.#slots.set(guid, slot);
      this.#guids.push(guid);
      this.#first = reserve(this.#first, slot + 1);
      this.#count = reserve(this.#count, slot + 1);
      this.#room = reserve(this.#room, slot + 1);
      this.#move(slot, FIRST_ROOM);
    } else if (this.#count[slot] === this.#room[slot]) {
      this.#move(slot, this.#room[slot]! * 2);
    }
    this.#rows[this.#first[slot]! + this.#count[slot]!++] = row;
  }

  /** How many rows a guid has. */
  count(guid: Guid): number {
    const slot = this.#slots.get(guid);
    return slot < 0 ? 0 : this.#count[slot]!;
  }

  /** A guid's rows: a view that is valid until the next row is added. */
  of(guid: Guid): Int32Array {
    const slot = this.#slots.get(guid);
    if (slot < 0) return EMPTY;
    const first = this.#first[slot]!;
    return this.#rows.subarray(first, first + this.#count[slot]!);
  }

  #move(slot: number, room: number): void {
    this.#rows = reserve(this.#rows, this.#used + room);
    const from = this.#first[slot]!;
    this.#rows.copyWithin(this.#used, from, from + this.#count[slot]!);
    this.#first[slot] = this.#used;
    this.#room[slot] = room;
    this.#used += room;
  }
}

const EMPTY: Int32Array = new Int32Array(0);
