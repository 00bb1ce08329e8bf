// Durations that come out of a distribution longer than the simulation may take, or too long to be counted.
import { describe, expect, test } from 'vitest';
import { ExperimentController } from '../../src/engine/index.ts';
import {
  createExperiment,
  type Behavior,
  type Distribution,
  type Experiment,
  type Step,
} from '../../src/model/experiment.ts';
import { PHASES } from '../../src/model/state.ts';
import { engineDifference } from '../support/compare-engines.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';

const wild: Distribution = { dist: 'lognormal', median: '1s', sigma: 1000 };

function experimentOf(behavior: Behavior, seed: number, horizon = '24h'): Experiment {
  const resources = [1, 2].map((guid) => ({
    guid,
    rtype: 'Node',
    ...(guid === 1 && { label: 'node1' }),
    attributes: {},
    traces: [],
    behavior: guid === 1 ? behavior : { run: '5s' },
  }));
  return {
    ...createExperiment('wild'),
    types: [{ rtype: 'Node' }],
    resources,
    script: SCRIPT,
    simulation: { seed, horizon },
  };
}

const SCRIPT: readonly Step[] = [
  { op: 'deploy' },
  { op: 'waitStarted', resources: [1, 2] },
  { op: 'stop', resources: [1] },
  { op: 'shutdown' },
];

/** The first seed with which a run has such an end. */
function findRun(behavior: Behavior, isMeant: (end: ReturnType<typeof runEngine>) => boolean, horizon?: string) {
  for (let seed = 1; seed < 100; seed++) {
    const run = runEngine(experimentOf(behavior, seed, horizon), testCatalog);
    if (isMeant(run)) return run;
  }
  throw new Error('no seed draws that');
}

describe('a duration that can not be counted', () => {
  test.each(PHASES)('ends the run and is told: %s', (phase) => {
    const run = findRun({ run: '2s', [phase]: wild }, ({ outcome }) => outcome.kind === 'error');
    expect(run.outcome).toMatchObject({
      abort: false,
      message: expect.stringContaining(`the duration of ${phase} of node1 (guid 1) came out as more than 285 years`),
    });
    expect(run.trace).toMatchObject({ error: true, finished: true });
  });

  test('is told to a program of its own', () => {
    const deploy = (seed: number) => {
      const ec = new ExperimentController({ seed });
      const guid = ec.registerResource('Resource');
      const rm = ec.getResource(guid);
      if ('behave' in rm) (rm as { behave: (behavior: Behavior) => void }).behave({ provision: wild });
      ec.deploy(guid);
      ec.waitDeployed(guid);
    };
    expect(() => {
      for (let seed = 1; seed < 100; seed++) deploy(seed);
    }).toThrow('the duration of provision of guid 1 came out as more than 285 years');
  });

  test('is the end in the reference engine as well', () => {
    const seeds = Array.from({ length: 40 }, (_, index) => index + 1);
    const differences = seeds.flatMap((seed) =>
      PHASES.map((phase) => engineDifference(experimentOf({ run: '2s', [phase]: wild }, seed), testCatalog)),
    );
    expect(differences.filter(Boolean)).toEqual([]);
  });
});

test('a duration beyond the horizon is told when the run gives up there', () => {
  const spread: Distribution = { dist: 'exponential', mean: '2m' };
  const { outcome } = findRun({ provision: spread }, (run) => run.outcome.kind === 'horizon', '1m');
  expect(outcome.message).toMatch(
    /^the duration of provision of node1 \(guid 1\) came out as [\d.]+s, which is beyond/,
  );
  const written = runEngine(experimentOf({ provision: '2m' }, 1, '1m'), testCatalog).outcome;
  expect(written.kind).toBe('horizon');
  expect(written.message).toBeUndefined();
});
