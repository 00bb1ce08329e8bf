import type { Guid, Micros } from '../model/units.ts';
import { ACTIVITIES } from '../model/activity.ts';
import type { RunRecord } from './run-record.ts';

const POLL = ACTIVITIES.indexOf('poll');

/**
 * The next instant after `time` at which a poll found what it looked for; undefined: none. Polls that find nothing new
 * change nothing and are not recorded one by one.
 * @param guids of these only; all, without it.
 */
export function nextPoll(record: RunRecord, time: Micros, guids?: ReadonlySet<Guid>): Micros | undefined {
  const { activity, guid, to, length } = record.stretches;
  let next = Infinity;
  // A wait is only told once it is over, so the rows are not in order of time.
  for (let row = 0; row < length; row++) {
    const end = to[row]!;
    if (activity[row] === POLL && end > time && end < next && (!guids || guids.has(guid[row]!))) next = end;
  }
  return next === Infinity ? undefined : next;
}
