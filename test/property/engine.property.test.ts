import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Experiment } from '../../src/model/experiment.ts';
import { defaultScript } from '../../src/model/script.ts';
import type { State } from '../../src/model/state.ts';
import { engineDifference } from '../support/compare-engines.ts';
import { certainExperiment, luckyExperiment } from '../support/experiment-arbitrary.ts';
import { concatRecord } from '../support/concat-record.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';

// Many runs in one test, on machines of any speed.
vi.setConfig({ testTimeout: 60_000 });

const parameters = (seed: number) => ({ seed, numRuns: 200 });

test.each([
  ['nothing depends on luck', certainExperiment, 1, 800],
  ['durations and failures are drawn', luckyExperiment, 2, 400],
])('the engine and the literal reference engine agree where %s', (_, experiments, seed, numRuns) => {
  fc.assert(
    fc.property(experiments, (experiment) => {
      expect(engineDifference(experiment, testCatalog)).toBeUndefined();
    }),
    { seed, numRuns },
  );
});

describe('a run', () => {
  test('is the same in whatever slices it is taken', () => {
    fc.assert(
      fc.property(luckyExperiment, fc.integer({ min: 2, max: 50 }), (experiment, slice) => {
        const whole = concatRecord(runEngine(experiment, testCatalog).chunks);
        expect(concatRecord(runEngine(experiment, testCatalog, { slice: 1 }).chunks)).toEqual(whole);
        expect(concatRecord(runEngine(experiment, testCatalog, { slice }).chunks)).toEqual(whole);
      }),
      parameters(3),
    );
  });

  test('never goes back in time', () => {
    fc.assert(
      fc.property(luckyExperiment, (experiment) => {
        const { chunks, outcome } = runEngine(experiment, testCatalog, { slice: 10 });
        const times = chunks.flatMap(({ events, now }) => [...events.time, now]);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(times.every((time) => Number.isSafeInteger(time) && time >= 0 && time <= outcome.end)).toBe(true);
      }),
      parameters(4),
    );
  });

  test('takes resources only where they can go, and never out of RELEASED', () => {
    fc.assert(
      fc.property(luckyExperiment, (experiment) => {
        const states = new Map<number, State>();
        for (const [, kind, guid, state] of runEngine(experiment, testCatalog).trace.events) {
          if (kind !== 'state') continue;
          const before = states.get(guid) ?? 'NEW';
          expect(`${before} -> ${state}`).toBe(NEXT[before].includes(state) ? `${before} -> ${state}` : 'legal');
          states.set(guid, state);
        }
      }),
      parameters(5),
    );
  });

  test('does not change when a resource is added that has nothing to do with it', () => {
    fc.assert(
      fc.property(luckyExperiment, fc.integer({ min: 1, max: 30 }), (experiment, newcomer) => {
        fc.pre(experiment.resources.every(({ guid }) => guid !== newcomer));
        const named = withNamedResources(experiment);
        const [first] = named.resources;
        const larger = { ...named, resources: [{ ...first!, guid: newcomer }, ...named.resources] };
        const { states, ...alone } = runEngine(named, testCatalog).trace;
        expect(runEngine(larger, testCatalog).trace).toEqual({ ...alone, states: { ...states, [newcomer]: 'NEW' } });
      }),
      parameters(6),
    );
  });

  test('draws the same for everybody when a resource is added that draws, too', () => {
    fc.assert(
      fc.property(luckyExperiment, luckyExperiment, fc.integer({ min: 1, max: 30 }), (experiment, other, newcomer) => {
        fc.pre(experiment.resources.every(({ guid }) => guid !== newcomer));
        // With workers for all, nobody has to wait for the newcomer; it goes its way in a group of its own.
        const named = withNamedResources(experiment);
        const alone = { ...named, simulation: { ...named.simulation, workers: 0 } };
        const { behavior } = other.resources[0]!;
        const drawing = { ...alone.resources[0]!, guid: newcomer, attributes: { critical: false } };
        const larger: Experiment = {
          ...alone,
          resources: [{ ...drawing, ...(behavior && { behavior }) }, ...alone.resources],
          script: [{ op: 'deploy', resources: [newcomer], waitAllReady: false, group: 99 }, ...(alone.script ?? [])],
        };
        const { events } = runEngine(larger, testCatalog).trace;
        expect(events.filter(([, , guid]) => guid !== newcomer)).toEqual(runEngine(alone, testCatalog).trace.events);
      }),
      parameters(8),
    );
  });

  test('is the same every time', () => {
    fc.assert(
      fc.property(luckyExperiment, (experiment) => {
        const { trace } = runEngine(experiment, testCatalog);
        expect(runEngine(structuredClone(experiment), testCatalog).trace).toEqual(trace);
      }),
      parameters(7),
    );
  });
});

/** What a resource's state may become; FAILED is left where something already waited for the lock. */
const NEXT: Readonly<Record<State, readonly State[]>> = {
  NEW: ['DISCOVERED', 'FAILED', 'RELEASED'],
  DISCOVERED: ['PROVISIONED', 'FAILED', 'RELEASED'],
  PROVISIONED: ['READY', 'FAILED', 'RELEASED'],
  READY: ['STARTED', 'FAILED', 'RELEASED'],
  STARTED: ['STARTED', 'STOPPED', 'FAILED', 'RELEASED'],
  STOPPED: ['STARTED', 'STOPPED', 'FAILED', 'RELEASED'],
  FAILED: ['STARTED', 'STOPPED', 'FAILED', 'RELEASED'],
  RELEASED: [],
};

/** Its script names the resources it means, so that more of them change nothing. */
function withNamedResources(experiment: Experiment): Experiment {
  const resources = experiment.resources.map(({ guid }) => guid);
  const script = (experiment.script ?? defaultScript(experiment, testCatalog)).flatMap((step) => {
    if (step.op === 'shutdown') return [];
    return step.op === 'deploy' && !step.resources ? [{ ...step, resources }] : [step];
  });
  return { ...experiment, script };
}
