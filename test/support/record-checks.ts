// What must hold of the record of any run: why each thing happened, and what time went into. Each check gives the first
// thing that is wrong, or nothing.
import { toMicros } from '../../src/model/duration.ts';
import type { Behavior, Condition, Experiment, Resource } from '../../src/model/experiment.ts';
import { mergeBehavior, withUserTypes } from '../../src/model/rtype.ts';
import { defaultScript } from '../../src/model/script.ts';
import { resolveSimulation } from '../../src/model/simulation.ts';
import { PHASES, STATE_ORDER, STATES } from '../../src/model/state.ts';
import { ACTIVITIES, type Activity } from '../../src/model/activity.ts';
import { CAUSES, KIND_SET, KIND_STEP, SCRIPT_GUID } from '../../src/record/chunk.ts';
import { concatRecord, type PlainEvent, type PlainRecord, type PlainStretch } from './concat-record.ts';
import type { FinishedRun } from './run-engine.ts';
import { createStatesBetween } from './state-at.ts';
import { testCatalog } from './test-catalog.ts';

export interface CheckedRun extends PlainRecord {
  readonly experiment: Experiment;
  readonly run: FinishedRun;
  readonly end: number;
}

export function checkedRun(experiment: Experiment, run: FinishedRun): CheckedRun {
  return { ...concatRecord(run.chunks), experiment, run, end: run.outcome.end };
}

type Check = (run: CheckedRun) => string | undefined;

/** What a check says of the first row that is wrong. */
function firstFault<Row>(rows: readonly Row[], fault: (row: Row, place: number) => string | undefined | false) {
  for (const [place, row] of rows.entries()) {
    const said = fault(row, place);
    if (said) return `${JSON.stringify(row)} (${place}): ${said}`;
  }
  return undefined;
}

const activityOf = ({ activity }: PlainStretch): Activity | undefined => ACTIVITIES[activity];
const IN_SCRIPT: readonly (Activity | undefined)[] = ['wait', 'sleep'];
const NO_STATE = 255;

/** Each cause is an earlier event, so walking back always gets to the beginning of the run. */
const causesComeFirst: Check = ({ events }) =>
  firstFault(events, ({ time, cause, via }, place) => {
    if (cause < -1 || cause >= place) return 'no earlier event is the cause';
    if (cause >= 0 && events[cause]!.time > time) return 'the cause is later';
    return CAUSES[via] === undefined && 'no such kind of cause';
  });

/** A cause is what its kind says: a step of the script, an event of the resource itself, a member of a group. */
const causesFit: Check = ({ experiment, events }) => {
  const steps = experiment.script ?? [];
  const groupsOf = (guid: number) => [
    ...experiment.conditions.filter(({ resources }) => resources.includes(guid)),
    ...steps.flatMap((step) => (step.op === 'setWithConditions' && step.resources.includes(guid) ? [step] : [])),
  ];
  return firstFault(events, ({ guid, cause: number, via }) => {
    const cause = events[number];
    switch (CAUSES[via]) {
      case 'begin':
        return cause && 'the beginning has no cause';
      case 'script':
        return cause && cause.kind !== KIND_STEP && !isState(cause) && 'neither a step nor what it did is the cause';
      case 'phase':
        // The script itself can start and stop resources.
        return cause?.guid !== guid && guid !== SCRIPT_GUID && 'it is no event of the resource itself';
      case 'group':
        return !(isState(cause) && cause.kind >= STATE_ORDER.READY) && 'nobody got ready';
      case 'condition':
        if (guid === SCRIPT_GUID) return !isState(cause) && 'nobody entered a state';
        return !groupsOf(guid).some(waitedFor(cause)) && 'nobody whom it waited for';
      case 'gate':
        return !isState(cause) && 'nobody entered a state';
      case 'failure':
        return !(isState(cause) && cause.kind >= STATE_ORDER.FAILED) && 'nobody failed or was released';
      case 'worker':
      case 'lock':
      case 'intervention':
      case undefined:
        return undefined;
    }
  });
};

/** NEW is where everybody begins: no event leads there. */
const waitedFor =
  (event: PlainEvent | undefined) =>
  ({ group, state }: Pick<Condition, 'group' | 'state'>): boolean =>
    event ? group.includes(event.guid) : state === 'NEW';

function isState(event: PlainEvent | undefined): event is PlainEvent {
  return event !== undefined && event.kind < KIND_SET;
}

/** A resource's, or the script's, stretches lie in the run, one after the other. */
const stretchesDoNotOverlap: Check = ({ experiment, stretches, end }) => {
  const until = new Map([SCRIPT_GUID, ...experiment.resources.map(({ guid }) => guid)].map((guid) => [guid, 0]));
  return firstFault(stretches, (stretch) => {
    const { guid, from, to } = stretch;
    if (!until.has(guid)) return 'nobody has this guid';
    if (from < until.get(guid)!) return 'begins before the one before has ended';
    if (from > to || to > end) return 'ends before it begins, or after the run';
    until.set(guid, to);
    return activityOf(stretch) === undefined && 'no such activity';
  });
};

/** All the time of a resource goes into something, until it is released. */
const stretchesLeaveNoGaps: Check = ({ experiment, stretches, run, end }) =>
  firstFault(experiment.resources, ({ guid }) => {
    const released = run.trace.events.find((event) => event[2] === guid && event[3] === 'RELEASED')?.[0] ?? end;
    let until = 0;
    for (const { from, to } of stretches.filter((stretch) => stretch.guid === guid)) {
      if (from !== until && until < released) return `a gap from ${until} to ${from}`;
      until = to;
    }
    return until < released && `nothing is said after ${until}`;
  });

/** Who is waited for has not reached the state waited for; or had, and left it again before anybody looked. */
const waitsAreTrue: Check = ({ stretches, run }) => {
  const statesBetween = createStatesBetween(run.trace.events);
  return firstFault(stretches, (stretch) => {
    const { from, to, member, state } = stretch;
    const waits = ['condition', 'gate', 'wait', 'group'].includes(activityOf(stretch)!);
    if (!waits || member === 0 || from === to) return undefined;
    const wanted = state === NO_STATE ? STATE_ORDER.READY : state;
    const is = statesBetween(member, from, to).at(-1)!;
    const hasLeft = Math.min(...statesBetween(member, to - 1, to + 1)) < wanted;
    return is >= wanted && !hasLeft && `${member} is ${STATES[is]}`;
  });
};

/**
 * Who only waits for its next poll doesn't wait for longer than polls are apart: but for groups, whose polls may have to
 * wait for a worker, and for what came and was gone again when the poll looked.
 */
const pollsComeSoon: Check = ({ experiment, stretches, run }) => {
  const longest = Math.max(resolveSimulation(experiment.simulation).rescheduleDelay, 1_000_000);
  const statesBetween = createStatesBetween(run.trace.events);
  return firstFault(stretches, (stretch) => {
    const { guid, from, to, member, state } = stretch;
    if (activityOf(stretch) !== 'poll' || state === NO_STATE || to - from <= longest) return undefined;
    return Math.min(...statesBetween(member || guid, from, to)) >= state && 'no poll for so long';
  });
};

/** A run that can't go on says who waits for whom, and it is so. */
const stalledWaitsAreTrue: Check = ({ run }) => {
  const { kind, stalled } = run.outcome;
  if (kind !== 'stalled') return stalled.length > 0 ? `${kind}, but somebody is said to wait for ever` : undefined;
  if (stalled.length === 0) return 'stalled, but nobody waits';
  return firstFault(stalled, ({ member, state }) => {
    const is = run.trace.states[member];
    return state && is && STATE_ORDER[is] >= STATE_ORDER[state] && `${member} is ${is}`;
  });
};

/** Conditions and steps that are named are the resource's, or the script's, own. */
const referencesFit: Check = ({ experiment, stretches }) => {
  const script = experiment.script ?? defaultScript(experiment, testCatalog);
  return firstFault(stretches, (stretch) => {
    const { guid, ref, member, state } = stretch;
    const activity = activityOf(stretch);
    if (IN_SCRIPT.includes(activity)) {
      return guid === SCRIPT_GUID ? script[ref] === undefined && 'no such step' : 'only the script does that';
    }
    if ((activity !== 'condition' && activity !== 'delay') || ref < 0) return undefined;
    const condition = experiment.conditions[ref];
    if (!condition?.resources.includes(guid)) return 'the condition is not about it';
    return (!condition.group.includes(member) || condition.state !== STATES[state]) && 'the condition says otherwise';
  });
};

/** Phases last as long as they take; at most that long where two can go on at a time, of which one is told. */
const phasesTakeTheirTime: Check = ({ experiment, stretches, end }) => {
  const behaviors = new Map(experiment.resources.map((resource) => [resource.guid, behaviorOf(experiment, resource)]));
  return firstFault(stretches, (stretch) => {
    const { guid, from, to, ref } = stretch;
    if (activityOf(stretch) !== 'phase') return undefined;
    const phase = PHASES[ref];
    const duration = phase && behaviors.get(guid)?.[phase];
    if (duration === undefined) return 'takes no time';
    // A run goes on until a worker is free to end it.
    if (typeof duration !== 'string' || phase === 'run') return undefined;
    const hidden = to === end || !['discover', 'provision', 'ready'].includes(phase!);
    const takes = toMicros(duration);
    return (hidden ? to - from > takes : to - from !== takes) && `${phase} takes ${duration}`;
  });
};

function behaviorOf({ types }: Experiment, { rtype, behavior }: Resource): Behavior {
  return mergeBehavior(withUserTypes(testCatalog, types).get(rtype)?.behavior, behavior);
}

export const RECORD_CHECKS: Readonly<Record<string, Check>> = {
  'causes come before what they cause': causesComeFirst,
  'causes are what they are said to be': causesFit,
  'stretches lie in the run, one after the other': stretchesDoNotOverlap,
  'stretches leave no gaps until the release': stretchesLeaveNoGaps,
  'who is waited for has not come yet': waitsAreTrue,
  'the next poll comes soon': pollsComeSoon,
  'a stalled run says who waits for whom': stalledWaitsAreTrue,
  'conditions and steps that are named fit': referencesFit,
  'phases last as long as they take': phasesTakeTheirTime,
};
