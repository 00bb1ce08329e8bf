// What a resource does or waits for at an instant, in plain words, down to the root: the one that works, or nobody.
import { PHASES, STATE_ORDER, type State } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import type { Activity } from '../model/activity.ts';
import type { OutcomeKind } from './chunk.ts';
import type { RunRecord } from './run-record.ts';
import type { Piece, Sentence } from './sentence.ts';
import { spanAt, spansOf } from './state-spans.ts';
import { type Stretch, stretchesAt } from './stretches.ts';

export interface Explanation {
  readonly guid: Guid;
  readonly state: State;
  readonly since: Micros;
  /** From what the resource is, by what it waits for, to the root of the waiting. */
  readonly sentences: readonly Sentence[];
  /** The resources along the way, from the one asked about to the root. */
  readonly chain: readonly Guid[];
  /** The waits along the way; what would have to change for the resource to go on. */
  readonly waits: readonly Stretch[];
  /** When the resource enters its next state, in this run; undefined: it never does. */
  readonly goesOnAt: Micros | undefined;
  /** The resources wait for each other in a circle. */
  readonly circle: boolean;
}

/** Explains a resource at an instant. All of it is read from the record, the future included. */
export function explain(record: RunRecord, guid: Guid, time: Micros): Explanation {
  const span = spanAt(record, guid, time);
  const sentences: Sentence[] = [
    {
      kind: 'state',
      pieces:
        span.from > 0
          ? [{ guid }, ` has been ${span.state} since `, { time: span.from }, '.']
          : [{ guid }, ` is ${span.state}.`],
    },
  ];
  const chain: Guid[] = [guid];
  const waits: Stretch[] = [];
  const circle = follow(record, guid, time, sentences, chain, waits);
  const next = spansOf(record, guid).find(({ from }) => from > time);
  sentences.push(nextSentence(record, guid, span.state, time, next));
  const advice = waits[0] && adviceFor(waits[0]);
  if (advice) sentences.push({ kind: 'advice', pieces: advice });
  return { guid, state: span.state, since: span.from, sentences, chain, waits, goesOnAt: next?.from, circle };
}

/** Adds a sentence a resource until somebody works, nobody is waited for, or the circle closes. @returns whether it closed. */
function follow(
  record: RunRecord,
  guid: Guid,
  time: Micros,
  sentences: Sentence[],
  chain: Guid[],
  waits: Stretch[],
): boolean {
  const [stretch, ...others] = goingOn(record, guid, time);
  if (!stretch) return false;
  // While an application runs, what a task of it waits for says more.
  const shown = isRunning(stretch) ? (others.find(({ activity }) => activity !== 'state') ?? stretch) : stretch;
  const left = shown.to - time;
  const { pieces, work } = isRunning(shown) && isCutShort(record, shown) ? runsUntilReleased(left) : tell(shown, left);
  const root = shown.member === 0 || !WAITS_FOR_MEMBER.has(shown.activity);
  sentences.push({ kind: work ? 'work' : root ? 'root' : 'wait', pieces: [{ guid }, ' ', ...pieces, '.'] });
  if (work) return false;
  waits.push(shown);
  if (shown.member === 0 || !WAITS_FOR_MEMBER.has(shown.activity)) return false;
  if (chain.includes(shown.member)) {
    sentences.push({ kind: 'root', pieces: ['They wait for each other: this never ends by itself.'] });
    return true;
  }
  chain.push(shown.member);
  const before = sentences.length;
  const circle = follow(record, shown.member, time, sentences, chain, waits);
  if (sentences.length === before) sentences.push(standing(record, shown.member, time, shown.state));
  return circle;
}

/** Somebody who is waited for, and of whom the record says neither work nor wait. */
function standing(record: RunRecord, guid: Guid, time: Micros, wanted: State | undefined): Sentence {
  const { state } = spanAt(record, guid, time);
  const reached = spansOf(record, guid).find(({ state: next, from }) => {
    return from > time && wanted !== undefined && STATE_ORDER[next] >= STATE_ORDER[wanted];
  });
  const rest: Piece[] = reached
    ? [`, and gets ${reached.state} in `, { span: reached.from - time }]
    : [`, and does nothing`];
  return { kind: 'root', pieces: [{ guid }, ` is ${state}`, ...rest, '.'] };
}

/** What a resource does or waits for; at the end of a run that can't go on, what it will wait for for ever. */
function goingOn(record: RunRecord, guid: Guid, time: Micros): Stretch[] {
  const stretches = stretchesAt(record, guid, time);
  if (stretches.length > 0 || time < record.now) return stretches;
  return (record.outcome?.stalled ?? [])
    .filter((wait) => wait.guid === guid)
    .map(({ activity, ref, member, state }) => ({ guid, from: time, to: time, activity, ref, member, state }));
}

/** In the other activities that name a member, what was waited for has come already: they are the root. */
const WAITS_FOR_MEMBER: ReadonlySet<Activity> = new Set<Activity>(['condition', 'gate', 'group', 'wait']);

/** A poll of the deployment group: it names the last who got ready, and no state. That check comes once a second. */
function ofGroup({ activity, member, state }: Pick<Stretch, 'activity' | 'member' | 'state'>): boolean {
  return activity === 'poll' && member > 0 && state === undefined;
}

function isRunning({ activity, ref }: Stretch): boolean {
  return activity === 'phase' && PHASES[ref] === 'run';
}

/** Its run would have gone on, had it not been released. */
function isCutShort(record: RunRecord, { guid, to }: Stretch): boolean {
  return spansOf(record, guid).find(({ from }) => from >= to)?.state === 'RELEASED';
}

function runsUntilReleased(left: Micros): { pieces: Piece[]; work: boolean } {
  return { pieces: ['runs, and is released in ', { span: left }], work: true };
}

const WORK: Readonly<Record<(typeof PHASES)[number], string>> = {
  discover: 'is being discovered',
  provision: 'is being provisioned',
  ready: 'is getting ready',
  start: 'is starting',
  run: 'runs',
  stop: 'is stopping',
  release: 'is being released',
};

function tell({ activity, ref, member, state }: Stretch, left: Micros): { pieces: Piece[]; work: boolean } {
  const who: Piece = member > 0 ? { guid: member } : 'a connected resource';
  const what = state ? ` to be ${state}` : '';
  const waiting = (...pieces: Piece[]) => ({ pieces, work: false });
  switch (activity) {
    case 'phase': {
      const phase = PHASES[ref];
      if (!phase) return waiting('is held up by somebody for another ', { span: left });
      return { pieces: [WORK[phase], ', which takes another ', { span: left }], work: true };
    }
    case 'condition':
    case 'wait':
      return waiting('waits for ', who, what);
    case 'delay':
      return waiting('waits: ', who, ` is ${state ?? 'there'}, and another `, { span: left }, ' must pass');
    case 'gate':
      return waiting('can only go on once ', who, ` is ${state ?? 'there'}`);
    case 'group':
      return member > 0
        ? waiting('waits until all of its deployment group are READY; ', who, ' is not')
        : waiting('waits until all of its deployment group are READY');
    case 'poll':
      if (ofGroup({ activity, member, state })) {
        return waiting('could start, as its deployment group is READY, but that is only looked at in ', { span: left });
      }
      return member > 0
        ? waiting('could go on, as ', who, ` is ${state ?? 'there'}, but is only looked at again in `, { span: left })
        : waiting('could go on, but is only looked at again in ', { span: left });
    case 'worker':
      return waiting('is due, but every worker is busy for another ', { span: left });
    case 'lock':
      return waiting('waits until another task of its own is done, in ', { span: left });
    case 'state':
      return waiting(`waits until it is ${state ?? 'further'} itself`);
    case 'script':
      return waiting('stays so until the script goes on');
    case 'sleep':
      return waiting('sleeps for another ', { span: left });
  }
}

/** The one edit that would let a resource go on at once, or sooner; undefined: none is that simple. */
function adviceFor(wait: Stretch): Piece[] | undefined {
  const { activity, guid, member } = wait;
  switch (activity) {
    case 'condition':
      return ['Without this condition on ', { guid: member }, ', ', { guid }, ' could go on now.'];
    case 'delay':
      return ['With a shorter time in this condition, ', { guid }, ' could go on sooner.'];
    case 'group':
      return ['With a deploy step that does not wait for all to be READY, ', { guid }, ' could start by itself.'];
    case 'poll':
      if (ofGroup(wait)) return undefined;
      return ['With a shorter reschedule delay, ', { guid }, ' would be looked at sooner.'];
    case 'worker':
      return ['With more workers, ', { guid }, ' could go on now.'];
    case 'phase':
    case 'gate':
    case 'lock':
    case 'state':
    case 'script':
    case 'wait':
    case 'sleep':
      return undefined;
  }
}

function nextSentence(
  record: RunRecord,
  guid: Guid,
  state: State,
  time: Micros,
  next: { readonly state: State; readonly from: Micros } | undefined,
): Sentence {
  if (next) {
    const pieces: Piece[] = [
      { guid },
      ` gets ${next.state} at `,
      { time: next.from },
      ', in ',
      { span: next.from - time },
      '.',
    ];
    return { kind: 'next', pieces };
  }
  const end = endText(record.outcome?.kind);
  return { kind: 'next', pieces: [state === 'RELEASED' ? 'RELEASED is final.' : end] };
}

function endText(outcome: OutcomeKind | undefined): string {
  switch (outcome) {
    case undefined:
      return 'The run has not come further yet.';
    case 'stalled':
      return 'It stays so for ever: nothing can change any more.';
    case 'completed':
    case 'error':
    case 'horizon':
    case 'cancelled':
      return 'It stays so to the end of the run.';
  }
}
