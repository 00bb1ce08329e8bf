// Two runs beside each other: where they part, and what came out otherwise.
import { STATES, type State } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import type { RunRecord } from './run-record.ts';
import { stateAt } from './state-spans.ts';

/** When a resource first entered a state in either run; undefined: it never did. */
interface StateDifference {
  readonly state: State;
  readonly before: Micros | undefined;
  readonly after: Micros | undefined;
}

interface ResourceDifference {
  readonly guid: Guid;
  /** Its state when each run was over. */
  readonly before: State;
  readonly after: State;
  /** The states entered at another time, or in one run only, in NEPI's order. */
  readonly states: readonly StateDifference[];
}

export interface RunComparison {
  /** The first instant at which something happened in one run and not in the other; undefined: none. */
  readonly divergence: Micros | undefined;
  /** Those to which something else happened, in the order in which they were given. */
  readonly resources: readonly ResourceDifference[];
}

export function compareRuns(before: RunRecord, after: RunRecord, guids: Iterable<Guid>): RunComparison {
  const divergence = firstDivergence(before, after);
  const resources: ResourceDifference[] = [];
  if (divergence !== undefined) {
    for (const guid of guids) {
      const difference = compareResource(before, after, guid);
      if (difference) resources.push(difference);
    }
  }
  return { divergence, resources };
}

/** The first instant at which two runs differ; undefined: event for event, they are the same. */
export function firstDivergence(a: RunRecord, b: RunRecord): Micros | undefined {
  const shared = Math.min(a.events.length, b.events.length);
  for (let row = 0; row < shared; row++) {
    if (!sameEvent(a, b, row)) return Math.min(a.events.time[row]!, b.events.time[row]!);
  }
  const longer = a.events.length > shared ? a : b;
  return longer.events.length > shared ? longer.events.time[shared]! : undefined;
}

function sameEvent(a: RunRecord, b: RunRecord, row: number): boolean {
  return (
    a.events.time[row] === b.events.time[row] &&
    a.events.guid[row] === b.events.guid[row] &&
    a.events.kind[row] === b.events.kind[row] &&
    String(a.detail(row)?.set) === String(b.detail(row)?.set)
  );
}

function compareResource(a: RunRecord, b: RunRecord, guid: Guid): ResourceDifference | undefined {
  const first = firstEntries(a, guid);
  const second = firstEntries(b, guid);
  const states = STATES.flatMap((state, order): StateDifference[] => {
    const [before, after] = [first[order], second[order]];
    return before === after ? [] : [{ state, before, after }];
  });
  const [before, after] = [stateAt(a, guid, a.now), stateAt(b, guid, b.now)];
  return states.length > 0 || before !== after ? { guid, before, after, states } : undefined;
}

function firstEntries({ stateEvents, events }: RunRecord, guid: Guid): (Micros | undefined)[] {
  const entries: (Micros | undefined)[] = STATES.map(() => undefined);
  for (const row of stateEvents.of(guid)) entries[events.kind[row]!] ??= events.time[row]!;
  return entries;
}
