// Where playing stops by itself. Breakpoints look at a record and change nothing: the run is the same with and without.
import { toMicros } from '../model/duration.ts';
import type { Condition } from '../model/experiment.ts';
import { STATE_ORDER, type State } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import { KIND_SET } from './chunk.ts';
import { firstAbove } from './columns.ts';
import type { RunRecord } from './run-record.ts';

export type BreakpointRule =
  /** A resource enters a state; any, without a guid. */
  | { readonly kind: 'state'; readonly guid?: Guid; readonly state: State }
  /** All of a condition's group have reached its state, and its time has passed; for the first time. */
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'failure' }
  | { readonly kind: 'time'; readonly time: Micros }
  /** An attribute is set; any, or of any resource, where one is left out. */
  | { readonly kind: 'set'; readonly guid?: Guid; readonly name?: string }
  /** Nothing can change any more. */
  | { readonly kind: 'stalled' };

export interface Breakpoint {
  readonly id: number;
  readonly rule: BreakpointRule;
  readonly enabled: boolean;
}

export interface BreakpointHit {
  readonly breakpoint: Breakpoint;
  readonly time: Micros;
}

/** The first hit of any enabled breakpoint in (after, upTo]; undefined: none. Of one instant, that of the first in the list. */
export function nextHit(
  record: RunRecord,
  breakpoints: readonly Breakpoint[],
  after: Micros,
  upTo: Micros,
): BreakpointHit | undefined {
  let hit: BreakpointHit | undefined;
  for (const breakpoint of breakpoints) {
    if (!breakpoint.enabled) continue;
    const time = nextTime(record, breakpoint.rule, after, hit ? hit.time - 1 : upTo);
    if (time !== undefined) hit = { breakpoint, time };
  }
  return hit;
}

/** When a rule first holds in (after, upTo]. */
function nextTime(record: RunRecord, rule: BreakpointRule, after: Micros, upTo: Micros): Micros | undefined {
  const within = (time: Micros | undefined) => (time !== undefined && time > after && time <= upTo ? time : undefined);
  switch (rule.kind) {
    case 'time':
      return within(rule.time <= record.now ? rule.time : undefined);
    case 'stalled':
      return within(record.outcome?.kind === 'stalled' ? record.outcome.end : undefined);
    case 'condition':
      return within(metAt(record, rule.condition));
    case 'failure':
      return nextOf(record, after, upTo, (row) => record.events.kind[row] === STATE_ORDER.FAILED);
    case 'state': {
      const { guid, kind } = record.events;
      const code = STATE_ORDER[rule.state];
      return nextOf(
        record,
        after,
        upTo,
        (row) => kind[row] === code && (rule.guid === undefined || guid[row] === rule.guid),
      );
    }
    case 'set': {
      const { guid, kind } = record.events;
      return nextOf(
        record,
        after,
        upTo,
        (row) =>
          kind[row] === KIND_SET &&
          (rule.guid === undefined || guid[row] === rule.guid) &&
          (rule.name === undefined || record.detail(row)?.set?.[0] === rule.name),
      );
    }
  }
}

function nextOf(record: RunRecord, after: Micros, upTo: Micros, matches: (row: number) => boolean): Micros | undefined {
  const { time, length } = record.events;
  for (let row = firstAbove(time, after, 0, length); row < length && time[row]! <= upTo; row++) {
    if (matches(row)) return time[row]!;
  }
  return undefined;
}

/** When a condition was first met; undefined: not in this run, so far. */
export function metAt(record: RunRecord, { group, state, time }: Condition): Micros | undefined {
  let last: Micros = 0;
  for (const guid of group) {
    const reached = firstAtLeast(record, guid, STATE_ORDER[state]);
    if (reached === undefined) return undefined;
    last = Math.max(last, reached);
  }
  const met = last + (time === undefined ? 0 : toMicros(time));
  return met <= record.now ? met : undefined;
}

function firstAtLeast({ stateEvents, events }: RunRecord, guid: Guid, order: number): Micros | undefined {
  if (order === STATE_ORDER.NEW) return 0;
  const row = stateEvents.of(guid).find((each) => events.kind[each]! >= order);
  return row === undefined ? undefined : events.time[row]!;
}
