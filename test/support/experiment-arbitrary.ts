// Random small experiments: few resources, few workers, times from a small set so that much falls on the same instant.
// Resources are named by any number, taken modulo how many there are, so that every part shrinks on its own.
import fc, { type Arbitrary } from 'fast-check';
import {
  createExperiment,
  type AttributeValue,
  type Behavior,
  type Condition,
  type Experiment,
  type Requirement,
  type Resource,
  type Step,
} from '../../src/model/experiment.ts';
import { ACTIONS, GATED_PHASES, PHASES, type State } from '../../src/model/state.ts';

const BASE = 'test::Base';
const NODE = 'test::Node';
const APPLICATION = 'test::Application';
const CLIENT = 'test::Client';
const TYPES = [NODE, APPLICATION, CLIENT] as const;

/** Sub-millisecond ones are there for the millisecond that a condition's time lets pass. */
const TIMES = ['0s', '0.25s', '0.5s', '1s', '1s', '1s', '2s', '1500ms', '3s', '0.7s', '900us', '1001us', '0.05m'];

const time = fc.constantFrom(...TIMES);
const resourceNumber = fc.nat(99);
const resourceNumbers = fc.array(resourceNumber, { minLength: 1, maxLength: 4 });
/** There in so many cases of a hundred. */
const maybe = <T>(percent: number, value: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary: value });
const rarely = <T>(value: Arbitrary<T>) => maybe(20, value);
const often = <T>(value: Arbitrary<T>) => maybe(50, value);
const weighted = <T>(...choices: readonly (readonly [weight: number, value: T])[]) =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

/** fast-check's absent values are `undefined`; an experiment's are not there. */
function present<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never;
}

const reachedState = weighted<State>(
  [1, 'NEW'],
  [2, 'DISCOVERED'],
  [4, 'PROVISIONED'],
  [8, 'READY'],
  [8, 'STARTED'],
  [5, 'STOPPED'],
  [1, 'FAILED'],
  [1, 'RELEASED'],
);

const requirement: Arbitrary<Requirement> = fc
  .record({
    before: fc.constantFrom(...GATED_PHASES),
    type: fc.constantFrom(BASE, ...TYPES),
    path: rarely(fc.array(fc.constantFrom(BASE, ...TYPES), { minLength: 1, maxLength: 3 })),
    state: weighted<State>(
      [1, 'DISCOVERED'],
      [2, 'PROVISIONED'],
      [4, 'READY'],
      [2, 'STARTED'],
      [1, 'STOPPED'],
      [1, 'RELEASED'],
    ),
    atLeast: rarely(fc.constantFrom(0, 1, 1, 2)),
  })
  .map(({ type, path, ...rest }) => present({ ...rest, ...(path ? { path } : { type }) }));

type Durations = Arbitrary<NonNullable<Behavior['run']>>;

const behaviorOf = (durations: Durations, probability: Arbitrary<number>): Arbitrary<Behavior> =>
  fc
    .record({
      discover: rarely(durations),
      provision: rarely(durations),
      ready: rarely(durations),
      start: rarely(durations),
      run: often(durations),
      stop: rarely(durations),
      release: rarely(durations),
      requires: rarely(fc.array(requirement, { minLength: 1, maxLength: 3 })),
      failure: maybe(25, fc.dictionary(fc.constantFrom(...PHASES), probability, { minKeys: 1, maxKeys: 2 })),
    })
    .map(present);

const condition = fc
  .record({
    resources: resourceNumbers,
    action: fc.constantFrom(...ACTIONS),
    group: resourceNumbers,
    state: reachedState,
    time: often(time),
  })
  .map(present);

const listStep = <Op extends string>(op: Op) => fc.record({ op: fc.constant(op), resources: resourceNumbers });

const deployment = fc
  .record({
    op: fc.constant('deploy' as const),
    resources: often(resourceNumbers),
    waitAllReady: often(fc.boolean()),
    group: rarely(fc.constantFrom(1, 2)),
  })
  .map(present);

/** A value for an attribute of the type BOOL: mostly true or false, sometimes what NEPI keeps though it is neither. */
const setValue: Arbitrary<AttributeValue> = fc.oneof(
  { weight: 4, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom<AttributeValue>('', 'False', 0, 2) },
);

const step: Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: deployment },
  {
    weight: 2,
    arbitrary: fc
      .record({
        op: fc.constant('setWithConditions' as const),
        resources: resourceNumbers,
        attribute: fc.constantFrom('value', 'value', 'critical'),
        value: setValue,
        group: resourceNumbers,
        state: reachedState,
        time: often(time),
      })
      .map(present),
  },
  { weight: 2, arbitrary: fc.oneof(listStep('waitDeployed'), listStep('waitStarted'), listStep('waitFinished')) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('sleep' as const), time }) },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('set' as const),
      resources: resourceNumbers,
      attribute: fc.constantFrom('value', 'critical'),
      value: setValue,
    }),
  },
  { weight: 3, arbitrary: fc.oneof(listStep('start'), listStep('stop')) },
  { weight: 2, arbitrary: fc.oneof(listStep('release'), listStep('waitReleased')) },
  { weight: 1, arbitrary: fc.constant({ op: 'shutdown' as const }) },
);

/** By hand, at a time at which it will do something. */
const byHand: Arbitrary<Step[]> = fc
  .record({ resources: resourceNumbers, action: fc.constantFrom('start' as const, 'stop' as const) })
  .map(({ resources, action }) => [
    { op: action === 'start' ? ('waitDeployed' as const) : ('waitStarted' as const), resources },
    { op: action, resources },
  ]);

const someSteps = fc.oneof({ weight: 5, arbitrary: step.map((each) => [each]) }, { weight: 1, arbitrary: byHand });

/** Most begin by deploying everything and end by waiting and shutting down, as experimenters do. */
const script: Arbitrary<Step[] | undefined> = maybe(
  85,
  fc
    .record({
      first: maybe(85, deployment),
      middle: fc.array(someSteps, { maxLength: 6 }),
      wait: fc.oneof(
        { weight: 3, arbitrary: listStep('waitFinished') },
        { weight: 2, arbitrary: listStep('waitStarted') },
        {
          weight: 4,
          arbitrary: fc.record({ op: fc.constant('sleep' as const), time: fc.constantFrom('5s', '8s', '1s') }),
        },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
      last: fc.constantFrom({ op: 'shutdown' as const }, { op: 'shutdown' as const }, undefined),
    })
    .map(({ first, middle, wait, last }) => [first, ...middle.flat(), wait, last].filter((each) => each !== undefined)),
);

const simulation = fc
  .record({
    workers: weighted([3, 1], [3, 2], [2, 3], [1, 0], [1, undefined]),
    rescheduleDelay: fc.constantFrom('1s', undefined, '0.5s', '0.7s', '2s', '0.25s'),
    horizon: fc.constantFrom('30s', '30s', '30s', '12s', '3s'),
    seed: often(fc.integer({ min: 1, max: 1000 })),
  })
  .map(present);

/** Experiments in which nothing depends on luck. */
export const certainExperiment = experimentArbitrary(time, weighted([4, 1], [1, 0]));

/** Durations that are drawn, and failures that may happen, beside some that are certain. */
export const luckyExperiment = experimentArbitrary(
  fc.oneof(
    time,
    fc.tuple(time, time).map(([min, max]) => ({ dist: 'uniform' as const, min, max })),
    fc.record({ dist: fc.constant('normal' as const), mean: time, sd: time }),
    fc.record({ dist: fc.constant('lognormal' as const), median: time, sigma: fc.constantFrom(0, 0.5, 1) }),
    fc.record({ dist: fc.constant('exponential' as const), mean: time }),
    fc.constantFrom(
      { dist: 'triangular' as const, min: '0s', mode: '1s', max: '3s' },
      { dist: 'triangular' as const, min: '1s', mode: '1s', max: '1s' },
    ),
  ),
  weighted([3, 0.5], [1, 0.1], [1, 1]),
);

function experimentArbitrary(durations: Durations, probability: Arbitrary<number>): Arbitrary<Experiment> {
  const behavior = behaviorOf(durations, probability);
  const resource = fc.record({
    rtype: fc.constantFrom(...TYPES),
    critical: weighted([3, false], [2, undefined], [1, true]),
    behavior: maybe(70, behavior),
  });
  return fc
    .record({
      guids: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 7, size: 'max' }),
      resources: fc.array(resource, { minLength: 7, maxLength: 7 }),
      typeBehaviors: fc.tuple(rarely(behavior), rarely(behavior), rarely(behavior), rarely(behavior)),
      neverCritical: rarely(fc.constant(true)),
      connections: fc.array(fc.tuple(resourceNumber, resourceNumber), { maxLength: 8 }),
      conditions: fc.array(condition, { maxLength: 4 }),
      script,
      simulation,
    })
    .map(
      ({
        guids,
        resources,
        typeBehaviors,
        neverCritical,
        connections,
        conditions,
        script: steps,
        simulation: settings,
      }) => {
        const guidOf = (number: number) => guids[number % guids.length]!;
        const [base, node, application, client] = typeBehaviors;
        return {
          ...createExperiment('random'),
          types: [
            present({ rtype: CLIENT, extends: APPLICATION, behavior: client }),
            present({ rtype: BASE, behavior: base, attributes: [{ name: 'value', type: 'BOOL' as const }] }),
            present({ rtype: NODE, extends: BASE, behavior: node }),
            present({
              rtype: APPLICATION,
              extends: BASE,
              behavior: application,
              attributes: neverCritical && [{ name: 'critical', type: 'BOOL' as const, default: false }],
            }),
          ],
          resources: guids.map((guid, index): Resource => {
            const { rtype, critical, behavior: own } = resources[index]!;
            return present({
              guid,
              rtype,
              attributes: critical === undefined ? {} : { critical },
              traces: [],
              behavior: own,
            });
          }),
          connections: distinctPairs(connections.map(([a, b]) => [guidOf(a), guidOf(b)])),
          conditions: conditions.map(
            (each): Condition => ({
              ...each,
              resources: [...new Set(each.resources.map(guidOf))],
              group: [...new Set(each.group.map(guidOf))],
            }),
          ),
          ...(steps && { script: steps.map((each) => withGuids(each, guidOf)) }),
          simulation: settings,
          groups: [],
        };
      },
    );
}

function withGuids(step: Step, guidOf: (number: number) => number): Step {
  const named: Step =
    'resources' in step && step.resources ? ({ ...step, resources: step.resources.map(guidOf) } as Step) : step;
  return named.op === 'setWithConditions' ? { ...named, group: named.group.map(guidOf) } : named;
}

function distinctPairs(pairs: readonly [number, number][]): [number, number][] {
  const distinct = new Map(
    pairs.filter(([a, b]) => a !== b).map((pair) => [pair.toSorted((a, b) => a - b).join(), pair]),
  );
  return [...distinct.values()];
}
