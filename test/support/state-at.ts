// The states of resources over time, from a run's events.
import { STATE_ORDER, type State } from '../../src/model/state.ts';
import type { RunTrace } from '../../src/record/trace.ts';

/** The state of a resource at the end of the instant `from`, and those that it entered later but before `to`. */
export type StatesBetween = (guid: number, from: number, to: number) => readonly number[];

/** @returns places in STATES. */
export function createStatesBetween(events: RunTrace['events']): StatesBetween {
  const changes = new Map<number, [time: number, order: number][]>();
  for (const [time, kind, guid, state] of events) {
    if (kind !== 'state') continue;
    const own = changes.get(guid) ?? [];
    changes.set(guid, own);
    own.push([time, STATE_ORDER[state as State]]);
  }
  return (guid, from, to) => {
    const own = changes.get(guid) ?? [];
    const before = own.findLast(([time]) => time <= from)?.[1] ?? STATE_ORDER.NEW;
    return [before, ...own.filter(([time]) => time > from && time < to).map(([, order]) => order)];
  };
}
