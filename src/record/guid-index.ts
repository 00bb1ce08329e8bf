import type { Guid } from '../model/units.ts';
import { reserve } from './columns.ts';

/** Guids up to here go through a table; experiments number their resources from 1, so that is nearly all there are. */
const TABLE_LIMIT = 1 << 22;

/** A small number for each guid. Like a Map, but several times faster for the guids that experiments have. */
export class GuidIndex {
  /** The number plus one; 0: none. */
  #table: Int32Array = new Int32Array(64);
  readonly #others = new Map<Guid, number>();

  /** The number of a guid; -1: it has none. */
  get(guid: Guid): number {
    if (guid < this.#table.length) return this.#table[guid]! - 1;
    return this.#others.get(guid) ?? -1;
  }

  set(guid: Guid, value: number): void {
    if (guid >= TABLE_LIMIT) {
      this.#others.set(guid, value);
      return;
    }
    if (guid >= this.#table.length) this.#table = reserve(this.#table, guid + 1);
    this.#table[guid] = value + 1;
  }
}
