// What a resource did or waited for, by time. A resource may do two things at once (it runs, and a task of it waits to
// stop it), so stretches of one guid can overlap.
import { STATES, type State } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import { ACTIVITIES, ACTIVITY_PRECEDENCE, type Activity } from '../model/activity.ts';
import type { RunRecord } from './run-record.ts';

/** A stretch of time of a resource or the script; see StretchColumns for what `ref` means. */
export interface Stretch {
  readonly guid: Guid;
  readonly from: Micros;
  readonly to: Micros;
  readonly activity: Activity;
  readonly ref: number;
  /** Who is waited for; 0: nobody in particular. */
  readonly member: Guid;
  /** What it is waited to reach. */
  readonly state: State | undefined;
}

export function stretchOfRow(record: RunRecord, row: number): Stretch {
  const { guid, from, to, activity, ref, member, state } = record.stretches;
  return {
    guid: guid[row]!,
    from: from[row]!,
    to: to[row]!,
    activity: ACTIVITIES[activity[row]!]!,
    ref: ref[row]!,
    member: member[row]!,
    state: STATES[state[row]!],
  };
}

/**
 * The rows of a guid's stretches that have some time in common with [from, to), or contain the instant when both are
 * equal; in order of their ends.
 */
export function stretchRowsWithin(record: RunRecord, guid: Guid, from: Micros, to: Micros): number[] {
  const rows = record.stretchRows.of(guid);
  const ends = record.stretches.to;
  const begins = record.stretches.from;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[rows[middle]!]! > from) high = middle;
    else low = middle + 1;
  }
  const found: number[] = [];
  for (let place = low; place < rows.length; place++) {
    const row = rows[place]!;
    // The rows are in order of their ends: from here on none can begin early enough.
    if (ends[row]! - record.longestStretch > to) break;
    if (begins[row]! < to || begins[row]! === from) found.push(row);
  }
  return found;
}

/** The stretches of a guid that have some time in common with [from, to), in order of their ends. */
export function stretchesWithin(record: RunRecord, guid: Guid, from: Micros, to: Micros): Stretch[] {
  return stretchRowsWithin(record, guid, from, to).map((row) => stretchOfRow(record, row));
}

/** A guid's stretches, in order of their beginnings. */
export function stretchesOf(record: RunRecord, guid: Guid): Stretch[] {
  return [...record.stretchRows.of(guid)]
    .map((row) => stretchOfRow(record, row))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** All that a guid did or waited for at an instant (`from` <= time < `to`), what says most first. */
export function stretchesAt(record: RunRecord, guid: Guid, time: Micros): Stretch[] {
  return stretchRowsWithin(record, guid, time, time)
    .map((row) => stretchOfRow(record, row))
    .sort((a, b) => ACTIVITY_PRECEDENCE[a.activity] - ACTIVITY_PRECEDENCE[b.activity] || b.from - a.from);
}

/** What says most of what a guid did or waited for at an instant. */
export function stretchAt(record: RunRecord, guid: Guid, time: Micros): Stretch | undefined {
  return stretchesAt(record, guid, time)[0];
}

/** Whether an activity is waiting for something, rather than work or having nothing to do yet. */
export function isWaiting(activity: Activity): boolean {
  return activity !== 'phase' && activity !== 'script' && activity !== 'sleep' && activity !== 'state';
}
