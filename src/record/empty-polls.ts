// The polls that found nothing new. The engine skips them, so none is recorded; but who waits looks every `period`, and
// the end of its wait, or else its beginning, says when.
import type { Guid, Micros } from '../model/units.ts';
import { ACTIVITIES } from './chunk.ts';
import type { RunRecord } from './run-record.ts';
import { stretchRowsWithin } from './stretches.ts';

const POLL = ACTIVITIES.indexOf('poll');
/** What a resource polls for by itself. A deployment group is checked by the deployment, not by its members. */
const POLLED = ACTIVITIES.map((activity) => activity === 'condition' || activity === 'gate' || activity === 'state');
/** What follows right after a poll that found what it looked for. */
const FOUND = ACTIVITIES.map((activity) => activity === 'phase' || activity === 'worker');

/** A resource looked whether it could go on, and could not. */
export interface EmptyPoll {
  readonly time: Micros;
  /** Whom it looked at; 0: itself, or nobody in particular. */
  readonly member: Guid;
}

/**
 * The polls of a resource in [from, to) that found nothing new, in order of time.
 * @param period the experiment's rescheduleDelay.
 */
export function emptyPollsWithin(
  record: RunRecord,
  guid: Guid,
  period: Micros,
  from: Micros,
  to: Micros,
): readonly EmptyPoll[] {
  const polls: EmptyPoll[] = [];
  const { stretches } = record;
  for (const row of stretchRowsWithin(record, guid, from, to)) {
    if (!POLLED[stretches.activity[row]!]) continue;
    const begin = stretches.from[row]!;
    const { anchor, since } = phaseOf(record, guid, row);
    const first = Math.max(from, begin, since + 1);
    let time = anchor + Math.ceil((first - anchor) / period) * period;
    const end = Math.min(to, stretches.to[row]!);
    for (; time < end && time !== anchor; time += period) polls.push({ time, member: stretches.member[row]! });
  }
  return polls.sort((a, b) => a.time - b.time);
}

/** The empty poll nearest to an instant, at most `near` away. */
export function emptyPollNear(
  record: RunRecord,
  guid: Guid,
  period: Micros,
  time: Micros,
  near: Micros,
): EmptyPoll | undefined {
  let nearest: EmptyPoll | undefined;
  for (const poll of emptyPollsWithin(record, guid, period, time - near, time + near + 1)) {
    if (!nearest || Math.abs(poll.time - time) < Math.abs(nearest.time - time)) nearest = poll;
  }
  return nearest;
}

/** An instant at which a wait was polled for sure, and when it began: the first look, which is no poll. */
function phaseOf(record: RunRecord, guid: Guid, row: number): { readonly anchor: Micros; readonly since: Micros } {
  const { activity, from, to } = record.stretches;
  const rows = record.stretchRows.of(guid);
  let first = placeOf(rows, row);
  let last = first;
  const follows = (place: number) => from[rows[place]!] === to[rows[place - 1]!];
  while (first > 0 && POLLED[activity[rows[first - 1]!]!] && follows(first)) first--;
  while (last + 1 < rows.length && POLLED[activity[rows[last + 1]!]!] && follows(last + 1)) last++;
  const since = from[rows[first]!]!;
  const next = last + 1 < rows.length && follows(last + 1) ? rows[last + 1]! : undefined;
  if (next === undefined) return { anchor: since, since };
  if (activity[next] === POLL) return { anchor: to[next]!, since };
  return { anchor: FOUND[activity[next]!] ? from[next]! : since, since };
}

function placeOf(rows: Int32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! >= row) high = middle;
    else low = middle + 1;
  }
  return low;
}
