// The states of resources over time, from a run's events.
import { STATE_ORDER, type State } from '../../src/model/state.ts';
import type { RunTrace } from '../../src/record/trace.ts';

/** What the highest state of a resource was at the end of the instant `from`, or later but before `to`. */
export type HighestBetween = (guid: number, from: number, to: number) => number;

/** @returns places in STATES. */
export function createHighestBetween(events: RunTrace['events']): HighestBetween {
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
    return own.reduce((most, [time, order]) => (time > from && time < to ? Math.max(most, order) : most), before);
  };
}
