// The polls that found nothing new. They change nothing, so a record does not hold them, and the engine need not even
// make them; but a wait that was polled for says when it was: at its beginning, or at the poll that ended it, and every
// so often between.
import { GROUP_POLL_PERIOD } from '../model/nepi-timing.ts';
import { PHASES, STATE_ORDER } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import { busyTimes, lastBusy, nextBusy } from './busy-workers.ts';
import { ACTIVITIES, type Activity } from '../model/activity.ts';
import type { RunRecord } from './run-record.ts';
import { lastRowAt } from './state-spans.ts';
import { type Stretch, stretchOfRow, stretchRowsWithin } from './stretches.ts';

/** Polls in vain during one stretch: the first, and from there on every `period` up to the last. */
export interface PollSeries {
  readonly first: Micros;
  readonly last: Micros;
  readonly period: Micros;
  /** What was waited for. */
  readonly stretch: Stretch;
}

const codeOf = (activity: Activity) => ACTIVITIES.indexOf(activity);
const [CONDITION, GATE, STATE, GROUP, POLL] = (['condition', 'gate', 'state', 'group', 'poll'] as const).map(codeOf);
const POLLED: ReadonlySet<number> = new Set([CONDITION!, GATE!, STATE!]);
/** After these a wait may go on that began while they hid it: its own beginning is not known. */
const HIDING: ReadonlySet<number> = new Set(
  (['phase', 'lock', 'worker', 'delay', 'condition', 'gate'] as const).map(codeOf),
);

/** How a run polls. */
export interface Polling {
  readonly rescheduleDelay: Micros;
  /** 0: no limit. */
  readonly workers: number;
}

/** An instant at which was polled, and when it is known to have been so every so often: (since, until). */
interface Anchor {
  readonly time: Micros;
  readonly since: Micros;
  readonly until: Micros;
}

/**
 * The empty polls of a resource within [from, to], stretch by stretch. A poll that has to stand in line for a worker
 * moves all that come after it by a time that nobody knows: those are left out.
 */
export function emptyPolls(record: RunRecord, guid: Guid, from: Micros, to: Micros, polling: Polling): PollSeries[] {
  const found: PollSeries[] = [];
  for (const row of stretchRowsWithin(record, guid, from, to)) {
    const activity = record.stretches.activity[row]!;
    const isGroup = activity === GROUP;
    if (!isGroup && !POLLED.has(activity)) continue;
    const anchor = isGroup ? groupCheck(record, row, polling) : pollOf(record, row, polling);
    if (!anchor) continue;
    const period = isGroup ? GROUP_POLL_PERIOD : Math.max(1, polling.rescheduleDelay);
    const stretch = stretchOfRow(record, row);
    const begin = Math.max(from, stretch.from, anchor.since + 1);
    const first = anchor.time + Math.ceil((begin - anchor.time) / period) * period;
    // What has come in the instant of the stretch's end may have come before a poll or after it.
    const end = Math.min(to, stretch.to - 1, anchor.until - 1);
    const last = anchor.time + Math.floor((end - anchor.time) / period) * period;
    if (first <= last) found.push({ first, last, period, stretch });
  }
  return found;
}

/** The empty polls of all resources of a record. */
export interface Polls {
  /** How far apart they are, those of deployment groups aside. */
  readonly period: Micros;
  /** Those of a resource within [from, to], stretch by stretch. */
  of(guid: Guid, from: Micros, to: Micros): readonly PollSeries[];
}

export function pollsOf(record: RunRecord, polling: Polling): Polls {
  return {
    period: polling.rescheduleDelay,
    of: (guid, from, to) => emptyPolls(record, guid, from, to, polling),
  };
}

/** The empty poll of a resource next to an instant, if there is one within a distance. */
export function pollNear(
  polls: Polls,
  guid: Guid,
  time: Micros,
  distance: Micros,
): { readonly time: Micros; readonly stretch: Stretch } | undefined {
  let best: { time: Micros; stretch: Stretch } | undefined;
  for (const { first, last, period, stretch } of polls.of(guid, time - distance, time + distance)) {
    const near = Math.min(last, Math.max(first, first + Math.round((time - first) / period) * period));
    if (!best || Math.abs(near - time) < Math.abs(best.time - time)) best = { time: near, stretch };
  }
  return best;
}

/** A check of the group that a resource waited for; undefined: none is known. */
function groupCheck(record: RunRecord, row: number, polling: Polling): Anchor | undefined {
  const next = neighbour(record, row, 1);
  const isChecked = next !== undefined && record.stretches.activity[next] === POLL;
  return isChecked ? before(record, record.stretches.to[next]!, polling) : undefined;
}

/** A poll for what a resource waited for; undefined: none is known. */
function pollOf(record: RunRecord, row: number, polling: Polling): Anchor | undefined {
  const { from, to, activity } = record.stretches;
  // Waits that follow one another are those of one task, which looks for one thing after the other.
  const first = endOfChain(record, row, -1);
  const earlier = neighbour(record, first, -1);
  if (activity[first] === GATE || earlier === undefined || !HIDING.has(activity[earlier]!)) {
    const time = from[first]!;
    return { time, since: time - 1, until: nextBusy(busyTimes(record, polling.workers), time + 1) };
  }
  const poll = neighbour(record, endOfChain(record, row, 1), 1);
  const isPolled = poll !== undefined && activity[poll] === POLL && goesOn(record, poll);
  return isPolled ? before(record, to[poll]!, polling) : undefined;
}

/** A poll at the end of a wait: those before it are known as far back as a worker was free. */
function before(record: RunRecord, time: Micros, { workers }: Polling): Anchor {
  return { time, since: lastBusy(busyTimes(record, workers), time - 1), until: time };
}

/** The first (-1) or the last (1) of the waits that a stretch is one of. */
function endOfChain(record: RunRecord, row: number, side: 1 | -1): number {
  let end = row;
  for (let next = neighbour(record, end, side); next !== undefined && isPolledFor(next); ) {
    end = next;
    next = neighbour(record, end, side);
  }
  return end;

  /** A wait for one's own state is another task's, which the others hide. */
  function isPolledFor(other: number): boolean {
    const { activity } = record.stretches;
    return POLLED.has(activity[other]!) && (activity[other] === STATE) === (activity[row] === STATE);
  }
}

/** Whether waiting for a poll ended with the poll, and not because the task was dropped or the resource failed. */
function goesOn(record: RunRecord, row: number): boolean {
  const { guid, to, activity, ref } = record.stretches;
  const rows = record.stateEvents.of(guid[row]!);
  const { time, kind } = record.events;
  const event = rows[lastRowAt(time, rows, to[row]!)];
  if (event !== undefined && time[event] === to[row]) return kind[event]! < STATE_ORDER.FAILED;
  const next = neighbour(record, row, 1);
  if (next === undefined || activity[next] === codeOf('script') || activity[next] === GROUP) return false;
  return activity[next] !== codeOf('phase') || PHASES[ref[next]!] === 'start' || PHASES[ref[next]!] === 'discover';
}

/** The stretch of the same resource that ends where this one begins (-1), or begins where it ends (1). */
function neighbour(record: RunRecord, row: number, side: 1 | -1): number | undefined {
  const { guid, from, to } = record.stretches;
  const rows = record.stretchRows.of(guid[row]!);
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  const other = rows[low + side];
  if (other === undefined) return undefined;
  return (side > 0 ? from[other] === to[row] : to[other] === from[row]) ? other : undefined;
}
