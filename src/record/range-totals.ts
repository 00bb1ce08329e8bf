import { STATES, type State } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import { ACTIVITIES, type Activity } from '../model/activity.ts';
import type { RunRecord } from './run-record.ts';
import { lastRowAt } from './state-spans.ts';
import { isWaiting, stretchRowsWithin } from './stretches.ts';

/** What a stretch of time held, summed over resources. */
export interface RangeTotals {
  readonly from: Micros;
  readonly to: Micros;
  readonly resources: number;
  /** Events of those resources in [from, to). */
  readonly events: number;
  /** Resource time by state: two resources STARTED for a second are two seconds. */
  readonly states: Readonly<Record<State, Micros>>;
  /** Resource time spent working and waiting, by what for. */
  readonly activities: Readonly<Record<Activity, Micros>>;
  /** All of the waiting. Waits that overlap count each. */
  readonly waiting: Micros;
}

/** Totals of some resources over [from, to), no further than the run has come. */
export function rangeTotals(record: RunRecord, guids: Iterable<Guid>, from: Micros, to: Micros): RangeTotals {
  const { time, kind } = record.events;
  const until = Math.min(to, record.now);
  const byState = new Float64Array(STATES.length);
  const byActivity = new Float64Array(ACTIVITIES.length);
  let resources = 0;
  let events = 0;
  for (const guid of guids) {
    resources++;
    const rows = record.stateEvents.of(guid);
    let place = lastRowAt(time, rows, from);
    let at = from;
    events += countWithin(time, rows, from, until) + countWithin(time, record.setEvents.of(guid), from, until);
    while (at < until) {
      const end = place + 1 < rows.length ? Math.min(until, time[rows[place + 1]!]!) : until;
      byState[place < 0 ? 0 : kind[rows[place]!]!]! += end - at;
      at = end;
      place++;
    }
    for (const row of stretchRowsWithin(record, guid, from, until)) {
      const { from: begins, to: ends, activity } = record.stretches;
      byActivity[activity[row]!]! += Math.min(until, ends[row]!) - Math.max(from, begins[row]!);
    }
  }
  const activities = Object.fromEntries(ACTIVITIES.map((name, code) => [name, byActivity[code]!]));
  return {
    from,
    to: Math.max(from, until),
    resources,
    events,
    states: Object.fromEntries(STATES.map((state, code) => [state, byState[code]!])) as Record<State, Micros>,
    activities: activities as Record<Activity, Micros>,
    waiting: ACTIVITIES.reduce((sum, name, code) => sum + (isWaiting(name) ? byActivity[code]! : 0), 0),
  };
}

/** How many of some events lie in [from, to). Times are whole numbers. */
function countWithin(times: Float64Array, rows: Int32Array, from: Micros, to: Micros): number {
  return lastRowAt(times, rows, to - 1) - lastRowAt(times, rows, from - 1);
}
