// A record in the trace event format of Chrome's about:tracing, which Perfetto opens too: the script's thread with a slice
// a step, below it a thread a resource with a slice a state, what it did or waited for, sets and steps as instants, causes
// as flows.
import { eventText } from './event-text.ts';
import type { Step } from '../model/experiment.ts';
import { PHASES } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import { CAUSES, KIND_SET, SCRIPT_GUID } from './chunk.ts';
import type { RunRecord } from './run-record.ts';
import { spansOf } from './state-spans.ts';
import { stretchesOf } from './stretches.ts';

export interface TraceResource {
  readonly guid: Guid;
  readonly label: string;
  readonly rtype: string;
}

const PROCESS = 1;

/** Prints a record as trace event JSON. Times are microseconds there, too. */
export function printChromeTrace(
  record: RunRecord,
  experiment: string,
  resources: readonly TraceResource[],
  script: readonly Step[] = [],
): string {
  const events: object[] = [
    { ph: 'M', name: 'process_name', pid: PROCESS, args: { name: experiment } },
    ...threadNames(SCRIPT_GUID, 'script', 0),
    ...stepSlices(record, script),
  ];
  for (const [index, { guid, label, rtype }] of resources.entries()) {
    events.push(...threadNames(guid, `${label} (${rtype})`, index + 1));
    for (const { state, from, to } of spansOf(record, guid)) {
      if (to > from) events.push(slice('state', state, guid, from, to));
      else if (state === 'FAILED') events.push(instant('state', state, guid, from));
    }
    events.push(...stretchEvents(record, guid));
  }
  events.push(...stretchEvents(record, SCRIPT_GUID));
  const { kind, guid, time, cause, via, length } = record.events;
  /** A flow is drawn from slice to slice; what happens at the very end has one only up to then. */
  const within = (row: number) => Math.min(time[row]!, record.now - 1);
  for (let row = 0; row < length; row++) {
    if (kind[row]! >= KIND_SET) events.push(instant('event', eventText(record, row, script), guid[row]!, time[row]!));
    const from = cause[row]!;
    if (from < 0 || from >= row || guid[from] === guid[row] || record.now === 0) continue;
    const flow = { cat: 'cause', name: CAUSES[via[row]!], id: row, pid: PROCESS };
    events.push({ ph: 's', ...flow, tid: guid[from], ts: within(from) });
    events.push({ ph: 'f', bp: 'e', ...flow, tid: guid[row], ts: within(row) });
  }
  return JSON.stringify({ displayTimeUnit: 'ms', traceEvents: events });
}

function threadNames(guid: Guid, name: string, place: number): object[] {
  return [
    { ph: 'M', name: 'thread_name', pid: PROCESS, tid: guid, args: { name } },
    { ph: 'M', name: 'thread_sort_index', pid: PROCESS, tid: guid, args: { sort_index: place } },
  ];
}

function slice(cat: string, name: string, guid: Guid, from: Micros, to: Micros): object {
  return { ph: 'X', cat, name, pid: PROCESS, tid: guid, ts: from, dur: to - from };
}

/** The steps of the script that took time, the one under way when the run ended included. */
function stepSlices(record: RunRecord, script: readonly Step[]): object[] {
  const slices: object[] = [];
  let from: Micros = 0;
  for (const [place, row] of [...record.stepEvents, undefined].entries()) {
    const to = row === undefined ? record.now : record.events.time[row]!;
    const step = (row === undefined ? undefined : record.detail(row)?.step) ?? place;
    if (to > from) slices.push(slice('step', script[step]?.op ?? `step ${step + 1}`, SCRIPT_GUID, from, to));
    from = to;
  }
  return slices;
}

function instant(cat: string, name: string, guid: Guid, ts: number): object {
  return { ph: 'i', s: 't', cat, name, pid: PROCESS, tid: guid, ts };
}

/** Asynchronous slices: those of a resource need not lie within its states. */
function stretchEvents(record: RunRecord, guid: Guid): object[] {
  return stretchesOf(record, guid).flatMap(({ from, to, activity, ref, member, state }, index) => {
    if (activity === 'script') return [];
    const name = activity === 'phase' ? (PHASES[ref] ?? 'held up') : activity;
    const common = { cat: 'activity', name, id: `${guid}.${index}`, pid: PROCESS, tid: guid };
    return [
      { ph: 'b', ...common, ts: from, args: { ...(member > 0 && { member }), ...(state && { state }) } },
      { ph: 'e', ...common, ts: to },
    ];
  });
}
