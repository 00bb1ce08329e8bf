// When every worker was busy: what came due then had to stand in line.
import { PHASES } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import { ACTIVITIES } from '../model/activity.ts';
import { CAUSES, SCRIPT_GUID } from './chunk.ts';
import { firstAbove, firstFrom } from './columns.ts';
import type { RunRecord } from './run-record.ts';

/** Stretches of time in order, none touching another: from `from[i]` to `to[i]`. */
export interface BusyTimes {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

interface Stretches {
  readonly from: Micros[];
  readonly to: Micros[];
}

const PHASE = ACTIVITIES.indexOf('phase');
const LOCK = ACTIVITIES.indexOf('lock');
const WORKER = ACTIVITIES.indexOf('worker');
const BY_LOCK = CAUSES.indexOf('lock');
/** The only phase that holds no worker. */
const RUN = PHASES.indexOf('run');
/** So many workers a resource keeps busy at once: one works, others wait for it with their own stop or release. */
const HELD_AT_MOST = 3;

const NEVER: BusyTimes = { from: new Float64Array(0), to: new Float64Array(0) };

const known = new WeakMap<RunRecord, { version: number; workers: number; times: BusyTimes }>();

/** When all of `workers` (0: there is no limit) may have been busy, as far as the run has come. */
export function busyTimes(record: RunRecord, workers: number): BusyTimes {
  const cached = known.get(record);
  if (cached?.version === record.version && cached.workers === workers) return cached.times;
  const times = workers === 0 ? NEVER : find(record, workers);
  known.set(record, { version: record.version, workers, times });
  return times;
}

function find(record: RunRecord, workers: number): BusyTimes {
  const { activity, ref, guid, from, to, length } = record.stretches;
  const hiding = guidsWithLockWaits(record);
  const held: Stretches = { from: [], to: [] };
  const queued: Stretches = { from: [], to: [] };
  const add = (into: Stretches, row: number) => {
    into.from.push(from[row]!);
    into.to.push(to[row]!);
  };
  for (let row = 0; row < length; row++) {
    if (guid[row] === SCRIPT_GUID) continue;
    // Somebody stands in line: so all are busy, whatever else is known of them.
    if (activity[row] === WORKER) add(queued, row);
    if ((activity[row] !== PHASE || ref[row] === RUN) && activity[row] !== LOCK) continue;
    for (let count = hiding.has(guid[row]!) ? HELD_AT_MOST : 1; count > 0; count--) add(held, row);
  }
  const full = covered(held, workers);
  return covered({ from: [...full.from, ...queued.from], to: [...full.to, ...queued.to] }, 1);
}

/** When at least so many of some stretches go on at once. */
function covered(stretches: Stretches, least: number): BusyTimes {
  const begins = Float64Array.from(stretches.from).sort();
  const ends = Float64Array.from(stretches.to).sort();
  const from: Micros[] = [];
  const to: Micros[] = [];
  let count = 0;
  for (let begin = 0, end = 0; end < ends.length; ) {
    // Where one ends as another begins, there is no gap between them.
    if (begin < begins.length && begins[begin]! <= ends[end]!) {
      if (++count === least) from.push(begins[begin]!);
      begin++;
    } else {
      if (count-- === least) to.push(ends[end]!);
      end++;
    }
  }
  return { from: Float64Array.from(from), to: Float64Array.from(to) };
}

/** Resources of which a task waited for the lock that another one held; work hides such waits. */
function guidsWithLockWaits(record: RunRecord): ReadonlySet<Guid> {
  const { via, guid, length } = record.events;
  const found = new Set<Guid>();
  for (let event = 0; event < length; event++) if (via[event] === BY_LOCK) found.add(guid[event]!);
  return found;
}

/** The first instant from `time` on at which all are busy; Infinity: they never are again. */
export function nextBusy({ from, to }: BusyTimes, time: Micros): Micros {
  const next = firstFrom(to, time, 0, to.length);
  return next < from.length ? Math.max(time, from[next]!) : Infinity;
}

/** The last instant up to `time` at which all were busy; -Infinity: they never were. */
export function lastBusy({ from, to }: BusyTimes, time: Micros): Micros {
  const next = firstAbove(from, time, 0, from.length);
  return next > 0 ? Math.min(time, to[next - 1]!) : -Infinity;
}
