// A run in the shape in which golden traces are kept, and which `simulate --json` prints: rows instead of columns.
import type { AttributeValue, Experiment, Step } from '../model/experiment.ts';
import type { Catalog } from '../model/rtype.ts';
import { defaultScript } from '../model/script.ts';
import { STATES, type State } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import { KIND_SET, KIND_STEP, type EventDetail, type RunChunk } from './chunk.ts';
import type { RunRecord } from './run-record.ts';

/** A resource entered a state, or an attribute of it was set. */
export type TraceEvent =
  | readonly [time: Micros, kind: 'state', guid: Guid, state: State]
  | readonly [time: Micros, kind: 'set', guid: Guid, set: readonly [name: string, value: AttributeValue]];

/** All that can be told of a run from outside. Times are microseconds since it began. */
export interface RunTrace {
  /** A critical resource failed. */
  readonly abort: boolean;
  /** When the run was over; of one that did not finish: how far it came. */
  readonly end: Micros;
  /** A step of the script raised an error. */
  readonly error: boolean;
  /** In the order in which they happened. */
  readonly events: readonly TraceEvent[];
  /** The script came to its end, be it by an error. */
  readonly finished: boolean;
  /** The state of each resource when the run was over. */
  readonly states: Readonly<Record<string, State>>;
  /** When each step of the script ended. */
  readonly steps: readonly (readonly [time: Micros, op: string])[];
  /** How many tasks workers began, polls included. */
  readonly tasks: number;
}

/** What a trace is made of. */
type TracePart = Pick<RunChunk, 'events' | 'details' | 'now' | 'tasks' | 'outcome'>;

/**
 * Puts the chunks of a run together.
 * @param chunks all of them, in order; without the last one the run counts as not finished.
 */
export function createTrace(experiment: Experiment, catalog: Catalog, chunks: Iterable<RunChunk>): RunTrace {
  const script = experiment.script ?? defaultScript(experiment, catalog);
  const guids = experiment.resources.map(({ guid }) => guid);
  return joinParts(guids, script, chunks);
}

/**
 * The trace of a record.
 * @param guids all resources of the experiment, those to which nothing happened included.
 * @param script what ran, step by step.
 */
export function traceOfRecord(record: RunRecord, guids: readonly Guid[], script: readonly Step[]): RunTrace {
  const { events, now, tasks, outcome } = record;
  const details: EventDetail[] = [];
  for (let row = 0; row < events.length; row++) {
    const detail = events.kind[row]! >= KIND_SET ? record.detail(row) : undefined;
    if (detail) details.push(detail);
  }
  return joinParts(guids, script, [{ events, details, now, tasks, ...(outcome && { outcome }) }]);
}

function joinParts(guids: readonly Guid[], script: readonly Step[], chunks: Iterable<TracePart>): RunTrace {
  const states = new Map<Guid, State>(guids.map((guid) => [guid, 'NEW']));
  const events: TraceEvent[] = [];
  const steps: [Micros, string][] = [];
  let begun = 0;
  let last: TracePart | undefined;

  for (const chunk of chunks) {
    const details = new Map<number, EventDetail>(chunk.details.map((detail) => [detail.event, detail]));
    const { length, time, guid, kind } = chunk.events;
    for (let row = 0; row < length; row++) {
      const detail = details.get(begun + row);
      if (kind[row] === KIND_STEP) {
        steps.push([time[row]!, script[detail!.step!]!.op]);
      } else if (kind[row] === KIND_SET) {
        events.push([time[row]!, 'set', guid[row]!, detail!.set!]);
      } else {
        const state = STATES[kind[row]!]!;
        states.set(guid[row]!, state);
        events.push([time[row]!, 'state', guid[row]!, state]);
      }
    }
    begun += length;
    last = chunk;
  }

  const outcome = last?.outcome;
  return {
    abort: outcome?.abort ?? false,
    end: outcome?.end ?? last?.now ?? 0,
    error: outcome?.kind === 'error',
    events,
    finished: outcome?.kind === 'completed' || outcome?.kind === 'error',
    states: Object.fromEntries(states),
    steps,
    tasks: last?.tasks ?? 0,
  };
}

/** A trace as one line of JSON. */
export function printTrace(trace: RunTrace): string {
  return JSON.stringify(trace);
}
