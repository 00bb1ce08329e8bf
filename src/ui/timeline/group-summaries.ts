import { type State, STATES } from '../../model/state.ts';
import type { Micros } from '../../model/units.ts';
import { KIND_SET } from '../../record/chunk.ts';
import { reserve } from '../../record/columns.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { lastRowAt } from '../../record/state-spans.ts';
import { isGroupRow } from '../run/lane.ts';
import type { RowIndex } from './row-index.ts';
import { RANK, STATE_OF_RANK } from './state-rank.ts';

/** The summary of several lives, in the form of one: at each `times[rows[i]]` the state became `kinds[rows[i]]`. */
export interface StateColumns {
  readonly times: Float64Array;
  readonly kinds: Uint8Array;
  readonly rows: Int32Array;
}

interface Summary {
  times: Float64Array;
  kinds: Uint8Array;
  length: number;
  /** How many members are of each rank. */
  readonly counts: Uint32Array;
  best: number;
}

/** The state of a summary at an instant. */
export function stateOfColumns({ times, kinds, rows }: StateColumns, time: Micros): State {
  const place = lastRowAt(times, rows, time);
  return place < 0 ? 'NEW' : STATES[kinds[place]!]!;
}

const RANKS = STATE_OF_RANK.length;
const NEW_RANK = RANK[0]!;

/**
 * The folded groups of a run: each at any time in the state of the highest rank among its members (see state-rank.ts), so
 * that a failure is never hidden. One pass through the events for all groups, which goes on where it was as the record
 * grows.
 */
export class GroupSummaries {
  readonly #record: RunRecord;
  readonly #index: RowIndex;
  /** By row. */
  readonly #summaries = new Map<number, Summary>();
  /** By slot. */
  readonly #ranks: Uint8Array;
  #read = 0;
  /** 0, 1, 2 and so on. */
  #places: Int32Array = new Int32Array(0);

  constructor(record: RunRecord, index: RowIndex) {
    this.#record = record;
    this.#index = index;
    this.#ranks = new Uint8Array(index.guids.length).fill(NEW_RANK);
    // There may be a hundred thousand, in the frame in which a run appears: no iterators here.
    for (let row = 0; row < index.rows.length; row++) {
      const content = index.rows[row]!;
      if (!isGroupRow(content) || !content.folded) continue;
      const counts = new Uint32Array(RANKS);
      counts[NEW_RANK] = content.members.length;
      const columns = { times: new Float64Array(16), kinds: new Uint8Array(16) };
      this.#summaries.set(row, { ...columns, length: 0, counts, best: NEW_RANK });
    }
  }

  /** The summary in a row, up to what the record has by now. @returns undefined when no folded group is there. */
  of(row: number): StateColumns | undefined {
    const summary = this.#summaries.get(row);
    if (!summary) return undefined;
    this.#readOn();
    const { times, kinds, length } = summary;
    if (this.#places.length < length) this.#places = Int32Array.from({ length: length * 2 }, (_, place) => place);
    return { times, kinds, rows: this.#places.subarray(0, length) };
  }

  #readOn(): void {
    const { time, guid, kind, length } = this.#record.events;
    for (; this.#read < length; this.#read++) {
      const code = kind[this.#read]!;
      if (code >= KIND_SET) continue;
      const slot = this.#index.slotOf(guid[this.#read]!);
      const summary = slot < 0 ? undefined : this.#summaries.get(this.#index.rowOfSlot[slot]!);
      if (!summary) continue;
      const { counts } = summary;
      const next = RANK[code]!;
      counts[this.#ranks[slot]!]!--;
      counts[next]!++;
      this.#ranks[slot] = next;
      let best = Math.max(summary.best, next);
      while (counts[best] === 0) best--;
      if (best === summary.best) continue;
      summary.best = best;
      const at = summary.length++;
      summary.times = reserve(summary.times, summary.length);
      summary.kinds = reserve(summary.kinds, summary.length);
      summary.times[at] = time[this.#read]!;
      summary.kinds[at] = STATE_OF_RANK[best]!;
    }
  }
}
