// Why things happened: from an event back to the start of the run, and on to what came of it.
import type { Guid, Micros } from '../model/units.ts';
import { CAUSES, type Cause } from './chunk.ts';
import type { RunRecord } from './run-record.ts';

/** An event, and what let it happen. */
export interface CauseLink {
  readonly event: number;
  readonly guid: Guid;
  readonly time: Micros;
  /** The event that let it happen; -1: the beginning of the run. */
  readonly cause: number;
  readonly via: Cause;
}

export function causeOf(record: RunRecord, event: number): CauseLink {
  const { guid, time, cause, via } = record.events;
  const from = cause[event]!;
  return {
    event,
    guid: guid[event]!,
    time: time[event]!,
    // A cause lies before its effect; anything else would make walking back endless.
    cause: from < event ? from : -1,
    via: CAUSES[via[event]!] ?? 'begin',
  };
}

/** From an event back to the start of the run: the event itself first. */
export function causeChain(record: RunRecord, event: number): CauseLink[] {
  const chain: CauseLink[] = [];
  for (let at = event; at >= 0 && at < record.events.length; ) {
    const link = causeOf(record, at);
    chain.push(link);
    at = link.cause;
  }
  return chain;
}

/** The causes turned round, as lists in two columns: the first effect of an event, and the next one of the same cause. */
interface EffectIndex {
  length: number;
  first: Int32Array;
  next: Int32Array;
}

const indexes = new WeakMap<RunRecord, EffectIndex>();

/** What an event let happen, in order. The first call for a record (and after it grew) looks at all of its events. */
export function effectsOf(record: RunRecord, event: number): number[] {
  const { first, next } = indexOf(record);
  const effects: number[] = [];
  for (let at = first[event] ?? -1; at >= 0; at = next[at]!) effects.push(at);
  return effects;
}

function indexOf(record: RunRecord): EffectIndex {
  const { length, cause } = record.events;
  const known = indexes.get(record);
  if (known?.length === length) return known;
  const first = new Int32Array(length).fill(-1);
  const next = new Int32Array(length).fill(-1);
  // From the last to the first, so that each list comes out in order.
  for (let event = length - 1; event >= 0; event--) {
    const from = cause[event]!;
    if (from < 0 || from >= event) continue;
    next[event] = first[from]!;
    first[from] = event;
  }
  const index = { length, first, next };
  indexes.set(record, index);
  return index;
}
