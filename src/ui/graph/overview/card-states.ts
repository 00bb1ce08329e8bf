// The states at the run's cursor, for a picture of all cards: what changed since the last look is what has to be
// painted again.
import { KIND_SET } from '../../../record/chunk.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import type { State } from '../../../model/state.ts';
import type { RunRecord } from '../../../record/run-record.ts';
import { stateAt, statesAt } from '../../../record/state-spans.ts';

/** So many events between two looks are not worth walking through. */
const MOST_EVENTS = 5_000;

export interface CardStates {
  /** Undefined without a run. */
  readonly of: (guid: Guid) => State | undefined;
  /** Goes to an instant. Gives the resources whose state is another one now; 'all' when it may be any. */
  readonly look: (record: RunRecord | undefined, cursor: Micros) => readonly Guid[] | 'all';
}

export function createCardStates(): CardStates {
  let states = new Map<Guid, State>();
  let seen: { readonly record: RunRecord; readonly cursor: Micros; readonly row: number } | undefined;

  return {
    of: (guid) => (seen ? (states.get(guid) ?? 'NEW') : undefined),
    look(record, cursor) {
      if (!record) {
        const had = seen !== undefined;
        seen = undefined;
        return had ? 'all' : [];
      }
      const row = rowAfter(record, cursor);
      const before = seen;
      seen = { record, cursor, row };
      if (before?.record !== record || Math.abs(row - before.row) > MOST_EVENTS) {
        states = statesAt(record, cursor);
        return 'all';
      }
      const changed: Guid[] = [];
      const { guid, kind } = record.events;
      for (let at = Math.min(row, before.row); at < Math.max(row, before.row); at++) {
        if (kind[at]! >= KIND_SET) continue;
        const state = stateAt(record, guid[at]!, cursor);
        if (state === (states.get(guid[at]!) ?? 'NEW')) continue;
        states.set(guid[at]!, state);
        changed.push(guid[at]!);
      }
      return changed;
    },
  };
}

/** The number of events up to an instant, those at it included. */
function rowAfter({ events: { time, length } }: RunRecord, cursor: Micros): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle]! <= cursor) low = middle + 1;
    else high = middle;
  }
  return low;
}
