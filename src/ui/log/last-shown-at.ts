import type { Micros } from '../../model/units.ts';
import type { RunRecord } from '../../record/run-record.ts';

/** The place, in a list of events, of the last one at `time` or before; -1: none. */
export function lastShownAt(record: RunRecord, events: Int32Array, time: Micros): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (record.events.time[events[middle]!]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
