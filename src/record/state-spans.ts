// The state of each resource over time. Before its first event a resource is NEW; each state event begins a segment that
// lasts until the next one. Binary search in the record's own columns: nothing is stored twice.
import { STATES, type State } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import type { RunRecord } from './run-record.ts';

/** A resource was in `state` from `from` to `to`. `event` is the event that began it, -1 for the NEW at the start. */
export interface StateSpan {
  readonly state: State;
  readonly from: Micros;
  readonly to: Micros;
  readonly event: number;
}

/**
 * Place, in a resource's state events, of the last one at `time` or before; -1: none yet, the resource is NEW.
 * Of several at one instant the last counts.
 */
export function lastRowAt(times: Float64Array, rows: Int32Array, time: Micros): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[rows[middle]!]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A resource's state at an instant, after all that happened in that instant. */
export function stateAt(record: RunRecord, guid: Guid, time: Micros): State {
  const rows = record.stateEvents.of(guid);
  const place = lastRowAt(record.events.time, rows, time);
  return place < 0 ? 'NEW' : STATES[record.events.kind[rows[place]!]!]!;
}

/** The state of every resource that has left NEW at that instant. */
export function statesAt(record: RunRecord, time: Micros): Map<Guid, State> {
  const states = new Map<Guid, State>();
  const { kind } = record.events;
  for (const guid of record.stateEvents.guids) {
    const rows = record.stateEvents.of(guid);
    const place = lastRowAt(record.events.time, rows, time);
    if (place >= 0) states.set(guid, STATES[kind[rows[place]!]!]!);
  }
  return states;
}

/** The segment of a resource's life that covers an instant. */
export function spanAt(record: RunRecord, guid: Guid, time: Micros): StateSpan {
  const rows = record.stateEvents.of(guid);
  return spanAtPlace(record, rows, lastRowAt(record.events.time, rows, time));
}

/** All segments of a resource's life up to now, those of no length included. */
export function spansOf(record: RunRecord, guid: Guid): StateSpan[] {
  const rows = record.stateEvents.of(guid);
  const spans: StateSpan[] = [];
  for (let place = -1; place < rows.length; place++) spans.push(spanAtPlace(record, rows, place));
  return spans;
}

function spanAtPlace(record: RunRecord, rows: Int32Array, place: number): StateSpan {
  const { time, kind } = record.events;
  const event = place < 0 ? -1 : rows[place]!;
  return {
    state: event < 0 ? 'NEW' : STATES[kind[event]!]!,
    from: event < 0 ? 0 : time[event]!,
    to: place + 1 < rows.length ? time[rows[place + 1]!]! : record.now,
    event,
  };
}
