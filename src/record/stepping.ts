// From an instant to the next or the previous event.
import type { Guid, Micros } from '../model/units.ts';
import { firstAbove, firstFrom } from './columns.ts';
import type { RunRecord } from './run-record.ts';

/** Which events count; without a field, all. */
export interface EventFilter {
  readonly guids?: ReadonlySet<Guid>;
  /** Codes of states (places in STATES), KIND_SET, KIND_STEP. */
  readonly kinds?: ReadonlySet<number>;
}

/** The first event after `time`; -1: none. Where several share an instant, the first of them. */
export function nextEvent(record: RunRecord, time: Micros, filter: EventFilter = {}): number {
  const { events } = record;
  for (let row = firstAbove(events.time, time, 0, events.length); row < events.length; row++) {
    if (passes(record, row, filter)) return row;
  }
  return -1;
}

/** The last event before `time`; -1: none. Where several share an instant, the last of them. */
export function previousEvent(record: RunRecord, time: Micros, filter: EventFilter = {}): number {
  for (let row = firstFrom(record.events.time, time, 0, record.events.length) - 1; row >= 0; row--) {
    if (passes(record, row, filter)) return row;
  }
  return -1;
}

/** The last event at `time` or before; -1: none. */
export function lastEventAt(record: RunRecord, time: Micros, filter: EventFilter = {}): number {
  for (let row = firstAbove(record.events.time, time, 0, record.events.length) - 1; row >= 0; row--) {
    if (passes(record, row, filter)) return row;
  }
  return -1;
}

function passes(record: RunRecord, row: number, { guids, kinds }: EventFilter): boolean {
  return (!guids || guids.has(record.events.guid[row]!)) && (!kinds || kinds.has(record.events.kind[row]!));
}
