// A record in the trace event format of Chrome's about:tracing, which Perfetto opens too: a thread a resource, a slice a
// state, what it did or waited for below, sets and steps as instants, causes as flows.
import { eventText } from './event-text.ts';
import type { Step } from '../model/experiment.ts';
import { PHASES } from '../model/state.ts';
import type { Guid } from '../model/units.ts';
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
    threadName(SCRIPT_GUID, 'script'),
  ];
  for (const [index, { guid, label, rtype }] of resources.entries()) {
    events.push(threadName(guid, `${label} (${rtype})`));
    events.push({ ph: 'M', name: 'thread_sort_index', pid: PROCESS, tid: guid, args: { sort_index: index + 1 } });
    for (const { state, from, to } of spansOf(record, guid)) {
      if (to > from)
        events.push({ ph: 'X', cat: 'state', name: state, pid: PROCESS, tid: guid, ts: from, dur: to - from });
      else if (state === 'FAILED') events.push(instant('state', state, guid, from));
    }
    events.push(...stretchEvents(record, guid));
  }
  events.push(...stretchEvents(record, SCRIPT_GUID));
  const { kind, guid, time, cause, via, length } = record.events;
  for (let row = 0; row < length; row++) {
    if (kind[row]! >= KIND_SET) events.push(instant('event', eventText(record, row, script), guid[row]!, time[row]!));
    const from = cause[row]!;
    if (from < 0 || from >= row || guid[from] === guid[row]) continue;
    const flow = { cat: 'cause', name: CAUSES[via[row]!], id: row, pid: PROCESS };
    events.push({ ph: 's', ...flow, tid: guid[from], ts: time[from] });
    events.push({ ph: 'f', bp: 'e', ...flow, tid: guid[row], ts: time[row] });
  }
  return JSON.stringify({ displayTimeUnit: 'ms', traceEvents: events });
}

function threadName(guid: Guid, name: string): object {
  return { ph: 'M', name: 'thread_name', pid: PROCESS, tid: guid, args: { name } };
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
