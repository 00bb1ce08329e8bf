// The chain of causes that decided how long the run took, and what its time went into.
import { PHASES, STATE_ORDER } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import { type CauseLink, causeChain } from './causes.ts';
import type { Activity } from '../model/activity.ts';
import { type Cause, SCRIPT_GUID } from './chunk.ts';
import type { RunRecord } from './run-record.ts';
import { stretchesWithin } from './stretches.ts';

/** What time on the critical path goes into. */
export const PATH_KINDS = [
  /** A phase held a worker: discovering, provisioning, starting... */
  'work',
  /** An application ran. */
  'run',
  /** A condition's time passed: the delay that the experimenter asked for. */
  'delay',
  /** A condition, a gate or a group was not met. */
  'condition',
  /** Nothing held it back any more, but it was looked at only at the next poll. */
  'polling',
  /** Every worker was busy. */
  'worker',
  /** Another task of the resource held its lock. */
  'lock',
  /** The script slept. */
  'sleep',
  /** Somebody intervened at a time of his own choosing: whatever went on until then decided nothing. */
  'intervention',
  /** The record doesn't say. */
  'other',
] as const;
export type PathKind = (typeof PATH_KINDS)[number];

export interface PathPart {
  readonly from: Micros;
  readonly to: Micros;
  readonly kind: PathKind;
}

/** From a cause to its effect: the time between them, cut into parts without a gap. */
export interface PathLink extends CauseLink {
  /** The lane on which the time passed: the effect's. */
  readonly guid: Guid;
  readonly from: Micros;
  readonly to: Micros;
  readonly parts: readonly PathPart[];
}

export interface CriticalPath {
  /** From the start of the run on; where one ends, the next begins. */
  readonly links: readonly PathLink[];
  /** What the script did after the last event, to the run's end. */
  readonly tail: readonly PathPart[];
  /** They sum up to `end` exactly. */
  readonly totals: Readonly<Record<PathKind, Micros>>;
  readonly end: Micros;
}

/**
 * The chain of causes that led to an event, with what its time went into. Who stood in line for a worker is followed
 * back to where he joined the line, rather than through the work of those who had the workers.
 * @param event the run's last one when left out; the path then goes on to the run's end.
 */
export function criticalPath(record: RunRecord, event?: number): CriticalPath {
  const last = event ?? record.events.length - 1;
  const links: PathLink[] = [];
  /** The time from here on is told. */
  let told = Infinity;
  for (const link of causeChain(record, last)) {
    const { guid, time, cause, via } = link;
    const since = cause < 0 ? 0 : record.events.time[cause]!;
    if (time > told && since >= told) continue;
    const from = via === 'worker' ? inLineSince(record, guid, since) : since;
    const to = Math.min(time, told);
    const acted = via === 'intervention' ? intervenedAt(record, link, to) : from;
    const parts = partsOf(record, guid, Math.max(from, acted), to, via);
    if (acted > from) parts.unshift({ from, to: acted, kind: 'intervention' });
    links.push({ ...link, from, to, parts });
    told = from;
  }
  links.reverse();
  const lastTime = record.events.time[last] ?? 0;
  const end = event === undefined ? record.now : lastTime;
  const tail = partsOf(record, SCRIPT_GUID, lastTime, end);
  const totals = Object.fromEntries(PATH_KINDS.map((kind) => [kind, 0])) as Record<PathKind, Micros>;
  for (const part of [...links.flatMap(({ parts }) => parts), ...tail]) totals[part.kind] += part.to - part.from;
  return { links, tail, totals, end };
}

/**
 * Which activity counts where several go on at once: the first of these. A wait counts before the running that goes on
 * meanwhile, as the waiting task is what the effect came from; but not one for something that has not happened yet.
 */
const ORDER: readonly Exclude<PathKind, 'intervention'>[] = [
  'work',
  'lock',
  'worker',
  'sleep',
  'delay',
  'polling',
  'run',
  'condition',
  'other',
];

/** Since when a resource stood in line for the worker that it got at an instant; the instant, if it did not. */
function inLineSince(record: RunRecord, guid: Guid, time: Micros): Micros {
  const inLine = stretchesWithin(record, guid, time - 1, time).find(({ activity }) => activity === 'worker');
  return inLine ? inLine.from : time;
}

/** When somebody did what led to an event, which may have taken a phase of its own since; a failure comes at once. */
function intervenedAt(record: RunRecord, { event, guid }: CauseLink, to: Micros): Micros {
  if (record.events.kind[event] === STATE_ORDER.FAILED) return to;
  const work = stretchesWithin(record, guid, to - 1, to).find((stretch) => {
    return stretch.to === to && kindOf(stretch.activity, stretch.ref, undefined) === 'work';
  });
  return work?.from ?? to;
}

/**
 * [from, to) of a lane, cut where what counts most changes.
 * @param via how what happened at its end could happen; undefined: nothing did, the run was over.
 */
function partsOf(record: RunRecord, guid: Guid, from: Micros, to: Micros, via?: Cause): PathPart[] {
  if (to <= from) return [];
  // The check of a deployment group is a poll, whatever else its members are said to wait for meanwhile.
  const unknown: PathKind = via === 'group' ? 'polling' : 'other';
  const stretches = stretchesWithin(record, guid, from, to).map((stretch) => ({
    ...stretch,
    kind: kindOf(stretch.activity, stretch.ref, via),
  }));
  const cuts = new Set([from, to]);
  for (const stretch of stretches) {
    if (stretch.from > from) cuts.add(stretch.from);
    if (stretch.to < to) cuts.add(stretch.to);
  }
  const times = [...cuts].sort((a, b) => a - b);
  const parts: PathPart[] = [];
  for (let index = 1; index < times.length; index++) {
    const start = times[index - 1]!;
    const end = times[index]!;
    const kinds = stretches.filter((stretch) => stretch.from <= start && stretch.to >= end).map(({ kind }) => kind);
    const found = ORDER.find((candidate) => kinds.includes(candidate)) ?? 'other';
    const kind = found === 'other' ? unknown : found;
    const before = parts.at(-1);
    if (before?.kind === kind) parts[parts.length - 1] = { ...before, to: end };
    else parts.push({ from: start, to: end, kind });
  }
  return parts;
}

function kindOf(activity: Activity, ref: number, via: Cause | undefined): PathKind {
  switch (activity) {
    case 'phase':
      return PHASES[ref] === 'run' ? 'run' : 'work';
    case 'condition':
    case 'gate':
    case 'group':
      return 'condition';
    case 'delay':
      return 'delay';
    case 'poll':
      return 'polling';
    // What a step waited for was the cause of its end: the rest is its half second between two looks. At the end of a
    // run that never got further, it waits on.
    case 'wait':
      return via ? 'polling' : 'condition';
    case 'worker':
      return 'worker';
    case 'lock':
      return 'lock';
    case 'sleep':
      return 'sleep';
    case 'state':
    case 'script':
      return 'other';
  }
}
