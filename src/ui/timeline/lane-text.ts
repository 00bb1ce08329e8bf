// What a row of the timeline shows at an instant, in words: for the hint under the pointer and for who can't see it.
import { type State, STATE_ORDER } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { spanAt, stateAt } from '../../record/state-spans.ts';
import { stretchAt } from '../../record/stretches.ts';
import { activityText } from './activity-text.ts';
import { isGroupRow, type Lane, type Row } from './lane.ts';
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

/** `server: READY, waits for ccnd STARTED`; `Paris: 1 FAILED, 3 STARTED`. */
export function rowText(record: RunRecord, row: Row, time: Micros, labelOf: (guid: Guid) => string): string {
  if (isGroupRow(row)) {
    return `${row.group.name}: ${countsText(countStates(record, row.members, time))}`;
  }
  const stretch = stretchAt(record, row.guid, time);
  const { state } = spanAt(record, row.guid, time);
  return `${row.label}: ${state}${stretch ? `, ${activityText(stretch, labelOf)}` : ''}`;
}

/** The label of each guid; `guid 7` where there is none. */
export function labelsOf(lanes: readonly Lane[]): (guid: Guid) => string {
  const labels = new Map(lanes.map(({ guid, label }) => [guid, label]));
  return (guid) => labels.get(guid) ?? `guid ${guid}`;
}
