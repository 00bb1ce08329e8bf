// What must hold of the stretches of any run: what each says of a wait is so. Each check gives the first that is wrong.
import { toMicros } from '../../src/model/duration.ts';
import type { Condition, Requirement } from '../../src/model/experiment.ts';
import { mergeBehavior, withUserTypes } from '../../src/model/rtype.ts';
import { defaultScript } from '../../src/model/script.ts';
import { resolveSimulation } from '../../src/model/simulation.ts';
import { STATE_ORDER, STATES } from '../../src/model/state.ts';
import { ACTIVITIES } from '../../src/model/activity.ts';
import { SCRIPT_GUID } from '../../src/record/chunk.ts';
import type { RunTrace } from '../../src/record/trace.ts';
import type { PlainStretch } from './concat-record.ts';
import type { CheckedRun } from './record-checks.ts';
import { createStatesBetween } from './state-at.ts';
import { testCatalog } from './test-catalog.ts';

/** The stretches of an activity, and what to say of one that is wrong. */
function firstFault(
  { stretches }: CheckedRun,
  activity: (typeof ACTIVITIES)[number],
  fault: (stretch: PlainStretch) => string | undefined | false,
): string | undefined {
  for (const stretch of stretches) {
    const said = ACTIVITIES[stretch.activity] === activity && fault(stretch);
    if (said) return `${JSON.stringify({ ...stretch, activity })}: ${said}`;
  }
  return undefined;
}

type Check = (run: CheckedRun) => string | undefined;

const scriptOf = ({ experiment }: CheckedRun) => experiment.script ?? defaultScript(experiment, testCatalog);

/** The conditions that a stretch may mean: the one that it names, or those that the script makes as it goes on. */
function conditionsMeant(run: CheckedRun, { guid, ref, member, state }: PlainStretch) {
  const named: readonly Pick<Condition, 'resources' | 'group' | 'state' | 'time'>[] =
    ref >= 0
      ? [run.experiment.conditions[ref]!]
      : scriptOf(run).flatMap((step) => (step.op === 'setWithConditions' ? [step] : []));
  return named.filter(
    (each) => each.resources.includes(guid) && each.group.includes(member) && each.state === STATES[state],
  );
}

/** Who waits for a state waits for one of a group that it has a condition about. */
const conditionsAreItsOwn: Check = (run) =>
  firstFault(run, 'condition', (stretch) => conditionsMeant(run, stretch).length === 0 && 'it has no such condition');

/** A delay goes on from when the state was entered, and for no longer than the condition says. */
const delaysEnd: Check = (run) => {
  const entries = run.run.trace.events.filter(([, kind]) => kind === 'state');
  return firstFault(run, 'delay', (stretch) => {
    const { from, to, member, state } = stretch;
    const times = entries.filter((event) => event[2] === member && event[3] === STATES[state] && event[0] <= from);
    const entered = state === STATE_ORDER.NEW ? 0 : times.at(-1)?.[0];
    if (entered === undefined) return 'the state was not entered before';
    const meant = conditionsMeant(run, stretch).filter(({ time }) => time !== undefined);
    if (meant.length === 0) return 'it has no such condition with a time';
    return meant.every(({ time }) => to > entered + toMicros(time!)) && `the time had passed, since ${entered}`;
  });
};

/** A closed gate is one of the resource's behavior; who is waited for is connected, on its path, or too few are. */
const gatesAreClosed: Check = (run) => {
  const { experiment } = run;
  const types = withUserTypes(testCatalog, experiment.types);
  const resources = new Map(experiment.resources.map((resource) => [resource.guid, resource]));
  const neighbours = (guid: number) =>
    experiment.connections.flatMap(([a, b]) => (a === guid ? [b] : b === guid ? [a] : []));
  const required = (guid: number, { type, path = [type!] }: Requirement) => {
    let reached: readonly number[] = [guid];
    for (const rtype of path) {
      const next = reached.flatMap(neighbours).filter((each) => types.isSubtype(resources.get(each)!.rtype, rtype));
      reached = [...new Set(next)];
    }
    return reached;
  };
  return firstFault(run, 'gate', ({ guid, ref, member, state }) => {
    const { rtype, behavior } = resources.get(guid)!;
    const gate = mergeBehavior(types.get(rtype)?.behavior, behavior).requires?.[ref];
    if (!gate) return 'it has no such gate';
    if (gate.state !== STATES[state]) return `the gate is about ${gate.state}`;
    const those = required(guid, gate);
    if (member === 0) return those.length >= (gate.atLeast ?? 0) && 'enough are connected';
    return !those.includes(member) && 'that one is not required';
  });
};

/** Who waits for its deployment group is READY itself, and in one group with who is missing. */
const groupsAreIncomplete: Check = (run) => {
  const statesBetween = createStatesBetween(run.run.trace.events);
  const groups = new Map<number, Set<number>>();
  let opened = 0;
  for (const step of scriptOf(run)) {
    if (step.op !== 'deploy') continue;
    const number = step.group ?? ++opened;
    const all = run.experiment.resources.map(({ guid }) => guid);
    groups.set(number, new Set([...(groups.get(number) ?? []), ...(step.resources ?? all)]));
  }
  return firstFault(run, 'group', ({ guid, from, to, ref, member }) => {
    if (Math.min(...statesBetween(guid, from, to)) < STATE_ORDER.READY) return 'it is not READY itself';
    const group = groups.get(ref);
    return !(group?.has(guid) && group.has(member)) && 'they are not both of that group';
  });
};

/** Who waits for a worker does so because there is a limit. */
const workersAreLimited: Check = (run) => {
  const { workers } = resolveSimulation(run.experiment.simulation);
  return firstFault(run, 'worker', () => workers === 0 && 'there are as many workers as asked for');
};

/** Who is not in a state that allows the action isn't, all the time; but for one that was gone in the same instant. */
const statesForbid: Check = (run) => {
  const changes = new Map<string, RunTrace['events'][number]>();
  for (const event of run.run.trace.events) if (event[1] === 'state') changes.set(`${event[0]} ${event[2]}`, event);
  const statesBetween = createStatesBetween([...changes.values()]);
  const possible = new Map([
    [STATE_ORDER.NEW, [STATE_ORDER.NEW, STATE_ORDER.DISCOVERED, STATE_ORDER.PROVISIONED]],
    [STATE_ORDER.READY, [STATE_ORDER.READY, STATE_ORDER.STOPPED]],
    [STATE_ORDER.STARTED, [STATE_ORDER.STARTED]],
  ]);
  return firstFault(run, 'state', ({ guid, from, to, state }) => {
    const allowing = possible.get(state);
    if (!allowing) return 'no action waits for that';
    const is = statesBetween(guid, from, to).find((order) => allowing.includes(order));
    return is !== undefined && from < to && `it is ${STATES[is]}`;
  });
};

/** Who only waits for its next poll could go on: what it waited for has come. */
const pollsAreLate: Check = (run) => {
  const statesBetween = createStatesBetween(run.run.trace.events);
  return firstFault(run, 'poll', ({ guid, from, to, member, state }) => {
    const wanted = STATES[state] === undefined ? STATE_ORDER.READY : state;
    const is = Math.max(...statesBetween(member || guid, from - 1, to));
    return is < wanted && `${member || guid} is ${STATES[is]}`;
  });
};

/** Who has nothing to do does nothing until the script does something. */
const scriptIsAwaited: Check = (run) => {
  const turns = new Set(run.stretches.filter(({ guid }) => guid === SCRIPT_GUID).flatMap(({ from, to }) => [from, to]));
  for (const { guid, time } of run.events) if (guid === SCRIPT_GUID) turns.add(time);
  const statesBetween = createStatesBetween(run.run.trace.events);
  const deployments = (guid: number) =>
    scriptOf(run).filter((step) => step.op === 'deploy' && (step.resources?.includes(guid) ?? true)).length;
  return firstFault(run, 'script', ({ guid, from, to }) => {
    // A group goes on to have those started that have FAILED, or that were deployed with another one.
    if (Math.max(...statesBetween(guid, from, to)) >= STATE_ORDER.STARTED || deployments(guid) > 1) return undefined;
    return to < run.end && !turns.has(to) && 'the script did nothing then';
  });
};

/** The script's time goes into its steps, all of it. */
const scriptLeavesNoGaps: Check = (run) => {
  let until = 0;
  for (const { guid, from, to } of run.stretches) {
    if (guid !== SCRIPT_GUID) continue;
    if (from !== until) return `the script: a gap from ${until} to ${from}`;
    until = to;
  }
  return until < run.end ? `the script: nothing is said after ${until}` : undefined;
};

export const WAIT_CHECKS: Readonly<Record<string, Check>> = {
  'a condition that is waited for is its own': conditionsAreItsOwn,
  'a delay ends when its time has passed': delaysEnd,
  'a gate is closed by who is required': gatesAreClosed,
  'a group is incomplete': groupsAreIncomplete,
  'workers are limited': workersAreLimited,
  'the state forbids the action': statesForbid,
  'the next poll is all that is waited for': pollsAreLate,
  'the script is awaited until it does something': scriptIsAwaited,
  'the script leaves no gaps': scriptLeavesNoGaps,
};
