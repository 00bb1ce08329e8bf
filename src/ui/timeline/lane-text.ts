// What a row of the timeline shows at an instant, in words: for the hint under the pointer and for who can't see it.
import { type State, STATE_ORDER } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { shownText } from '../../model/visible-text.ts';
import { SCRIPT_GUID } from '../../record/chunk.ts';
import { pollNear, type Polls } from '../../record/empty-polls.ts';
import { eventText } from '../../record/event-text.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { stateAt } from '../../record/state-spans.ts';
import { stretchAt } from '../../record/stretches.ts';
import { activityText } from './activity-text.ts';
import { isGroupRow, type Lane, nameOf, type Row } from '../run/lane.ts';
import { RANK } from './state-rank.ts';

/** The states of several resources and how many are in each; what their summary shows comes first. */
export function countStates(record: RunRecord, lanes: readonly Lane[], time: Micros): readonly [State, number][] {
  const counts = new Map<State, number>();
  for (const { guid } of lanes) {
    const state = stateAt(record, guid, time);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => RANK[STATE_ORDER[b]]! - RANK[STATE_ORDER[a]]!);
}

/** `1 FAILED, 3 STARTED` */
export function countsText(counts: readonly (readonly [State, number])[]): string {
  return counts.map(([state, count]) => `${count} ${state}`).join(', ');
}

/** What is looked at: an instant, and what lies so near to it that it is meant, too. */
export interface Sight {
  readonly time: Micros;
  readonly near: Micros;
  /** How often who waits looks again; undefined where single polls are not shown. */
  readonly polls: Polls | undefined;
}

/** What thin marks close by stand for: `polled, found ccnd still NEW`, `set rate = 5`. */
export function marksText(
  record: RunRecord,
  guid: Guid,
  { time, near, polls }: Sight,
  labelOf: (guid: Guid) => string,
): readonly string[] {
  const { time: times } = record.events;
  const sets = record.setEvents.of(guid).filter((event) => Math.abs(times[event]! - time) <= near);
  const said = Array.from(sets, (event) => shownText(`set ${eventText(record, event)}`));
  const poll = polls && pollNear(polls, guid, time, near);
  if (poll) {
    const whom = poll.stretch.member > 0 ? poll.stretch.member : guid;
    said.push(`polled, found ${whom === guid ? 'itself' : labelOf(whom)} still ${stateAt(record, whom, poll.time)}`);
  }
  return said;
}

/** `server: READY, waits for ccnd STARTED`; `Paris: 1 FAILED, 3 STARTED`. */
export function rowText(record: RunRecord, row: Row, sight: Sight, labelOf: (guid: Guid) => string): string {
  const { time } = sight;
  if (isGroupRow(row)) return `${row.group.name}: ${countsText(countStates(record, row.members, time))}`;
  const stretch = stretchAt(record, row.guid, time);
  const doing = stretch ? [activityText(stretch, labelOf)] : [];
  const parts = [stateAt(record, row.guid, time), ...doing, ...marksText(record, row.guid, sight, labelOf)];
  return `${row.label}: ${parts.join(', ')}`;
}

/** Where something that was moved has come to stand: `node3, now 4th of 12`; `Paris`, `3 lanes`. */
export function placeText(rows: readonly Row[], moved: readonly Guid[]): string {
  const guids = new Set(moved);
  const isMoved = (row: Row) =>
    isGroupRow(row) ? row.members.every(({ guid }) => guids.has(guid)) : guids.has(row.guid);
  const first = rows.findIndex(isMoved);
  const row = rows[first];
  if (!row) return '';
  const isOne = isGroupRow(row) ? row.members.length === guids.size : guids.size === 1;
  return `${isOne ? nameOf(row) : `${guids.size} lanes`}, now ${ordinal(first + 1)} of ${rows.length}`;
}

function ordinal(number: number): string {
  const isTeen = Math.floor(number / 10) % 10 === 1;
  return `${number}${(!isTeen && ['th', 'st', 'nd', 'rd'][number % 10]) || 'th'}`;
}

/**
 * The label of each guid; `guid 7` where there is none.
 * @param secondScript the guid of another run's script, if it is in the record.
 */
export function labelsOf(lanes: readonly Lane[], secondScript?: Guid): (guid: Guid) => string {
  let labels: ReadonlyMap<Guid, string> | undefined;
  return (guid) => {
    if (guid === SCRIPT_GUID || guid === secondScript) return 'script';
    // Not before somebody asks: of many lanes nobody may, and they come in the frame in which a run is to appear.
    labels ??= new Map(lanes.map((lane) => [lane.guid, lane.label]));
    return labels.get(guid) ?? `guid ${guid}`;
  };
}
