// Runs without NEPI's polling delays and worker limit.
import fc, { type Arbitrary } from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createExperiment, type Condition, type Experiment, type Resource } from '../../src/model/experiment.ts';
import { ACTIVITIES } from '../../src/model/activity.ts';
import { concatRecord } from '../support/concat-record.ts';
import { luckyExperiment } from '../support/experiment-arbitrary.ts';
import { checkedRun, RECORD_CHECKS } from '../support/record-checks.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';

// Many runs in one test, on machines of any speed.
vi.setConfig({ testTimeout: 60_000 });

const ideally = (experiment: Experiment, slice = 1e9) =>
  runEngine(experiment, testCatalog, { orchestrator: 'ideal', slice });

test.each(Object.entries(RECORD_CHECKS))('%s', (_, check) => {
  fc.assert(
    fc.property(luckyExperiment, (experiment) => {
      expect(check(checkedRun(experiment, ideally(experiment)))).toBeUndefined();
    }),
    { seed: 11, numRuns: 100 },
  );
});

test('nobody waits for a poll or a worker, and the run is the same every time, in whatever slices', () => {
  fc.assert(
    fc.property(luckyExperiment, fc.integer({ min: 1, max: 20 }), (experiment, slice) => {
      const whole = concatRecord(ideally(experiment).chunks);
      const activities = new Set(whole.stretches.map(({ activity }) => ACTIVITIES[activity]));
      expect([activities.has('poll'), activities.has('worker')]).toEqual([false, false]);
      expect(concatRecord(ideally(experiment, slice).chunks)).toEqual(whole);
    }),
    { seed: 12, numRuns: 200 },
  );
});

const time = fc.constantFrom('0s', '0.3s', '1s', '1.7s', '4s');

/** Nothing races in these: nobody fails, is stopped by hand, or has begun what the shutdown could cut short. */
const raceFree: Arbitrary<Experiment> = fc
  .record({
    nodes: fc.array(fc.record({ discover: time, provision: time, ready: time }), { minLength: 1, maxLength: 4 }),
    applications: fc.array(fc.record({ provision: time, start: time, run: time }), { minLength: 1, maxLength: 8 }),
    waits: fc.array(
      fc.record({
        who: fc.nat(99),
        whom: fc.nat(99),
        state: fc.constantFrom('READY' as const, 'STARTED' as const, 'STOPPED' as const),
        time: fc.option(time, { nil: undefined }),
      }),
      { maxLength: 8 },
    ),
    workers: fc.constantFrom(1, 2, 3, 20),
    rescheduleDelay: fc.constantFrom('0.25s', '1s', '3s'),
  })
  .map(({ nodes, applications, waits, ...simulation }): Experiment => {
    const requires = [{ before: 'discover', type: 'test::Node', state: 'READY', atLeast: 1 }] as const;
    const resource = (guid: number, rtype: string, behavior: Resource['behavior']): Resource => ({
      guid,
      rtype,
      attributes: {},
      traces: [],
      ...(behavior && { behavior }),
    });
    const first = nodes.length + 1;
    return {
      ...createExperiment('race free'),
      types: [{ rtype: 'test::Node' }, { rtype: 'test::Application', behavior: { requires } }],
      resources: [
        ...nodes.map((behavior, index) => resource(index + 1, 'test::Node', behavior)),
        ...applications.map((behavior, index) => resource(first + index, 'test::Application', behavior)),
      ],
      connections: applications.map((_, index) => [first + index, 1 + (index % nodes.length)]),
      // Everybody waits for somebody before him only.
      conditions: waits.flatMap(({ who, whom, state, time: delay }): Condition[] => {
        const waiting = who % applications.length;
        if (waiting === 0) return [];
        const group = [first + (whom % waiting)];
        return [
          { resources: [first + waiting], action: 'START', group, state, ...(delay !== undefined && { time: delay }) },
        ];
      }),
      simulation,
    };
  });

test('where nothing races, NEPI is never faster', () => {
  fc.assert(
    fc.property(raceFree, (experiment) => {
      const nepi = runEngine(experiment, testCatalog);
      const ideal = ideally(experiment);
      expect([nepi.outcome.kind, ideal.outcome.kind]).toEqual(['completed', 'completed']);
      expect(ideal.outcome.end).toBeLessThanOrEqual(nepi.outcome.end);
    }),
    { seed: 13, numRuns: 300 },
  );
});
