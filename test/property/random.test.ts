// Moments of what the engine draws. The seeds are fixed; the bounds are five standard errors of the sample wide, so
// that a wrong formula shows and luck does not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../src/engine/kernel/random.ts';
import { drawDuration } from '../../src/engine/nepi/runtime/simulated-behavior.ts';
import { createExperiment, type Distribution, type Experiment } from '../../src/model/experiment.ts';
import { ROOT_TYPE } from '../../src/model/rtype.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';

const DRAWS = 40_000;

function moments(draw: (stream: RandomStream) => number, seed: number) {
  const stream = new RandomStream(seed, 1, 2);
  const values = Array.from({ length: DRAWS }, () => draw(stream));
  const mean = values.reduce((sum, value) => sum + value, 0) / DRAWS;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (DRAWS - 1);
  const fourth = values.reduce((sum, value) => sum + (value - mean) ** 4, 0) / DRAWS;
  return { values, mean, variance, fourth };
}

/** Mode 0.2: mean (0 + 1 + mode) / 3, variance (1 + mode² - mode) / 18. */
const MODE = 0.2;

describe.each([
  ['uniform', (stream: RandomStream) => stream.uniform(), 1 / 2, 1 / 12],
  ['normal', (stream: RandomStream) => stream.normal(), 0, 1],
  ['exponential', (stream: RandomStream) => stream.exponential(), 1, 1],
  ['triangular', (stream: RandomStream) => stream.triangular(MODE), (1 + MODE) / 3, (1 + MODE ** 2 - MODE) / 18],
  [
    'lognormal',
    (stream: RandomStream) => Math.exp(0.5 * stream.normal()),
    Math.exp(0.125),
    Math.exp(0.25) * (Math.exp(0.25) - 1),
  ],
] as const)('%s', (_, draw, mean, variance) => {
  test.each([1, 2, 3])('mean and variance are right (seed %i)', (seed) => {
    const sample = moments(draw, seed);
    expect(Math.abs(sample.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / DRAWS));
    const errorOfVariance = Math.sqrt((sample.fourth - sample.variance ** 2) / DRAWS);
    expect(Math.abs(sample.variance - variance)).toBeLessThan(5 * errorOfVariance);
  });
});

/** The largest distance between a sample's distribution function and the true one (Kolmogorov and Smirnov). */
function distance(values: readonly number[], below: (value: number) => number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.reduce((most, value, rank) => Math.max(most, Math.abs((rank + 1) / sorted.length - below(value))), 0);
}

/** One right sample in a thousand is farther off than this. */
const FAR = 1.95 / Math.sqrt(DRAWS);

/** The distribution function of the normal distribution, to 1e-7 (Abramowitz and Stegun 26.2.17). */
function normalBelow(x: number): number {
  if (x < 0) return 1 - normalBelow(-x);
  const t = 1 / (1 + 0.2316419 * x);
  const sum = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153].reduce((all, c) => (all + c) * t, 0);
  return 1 - (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

test.each<[string, (stream: RandomStream) => number, (x: number) => number]>([
  ['uniform', (stream) => stream.uniform(), (x) => x],
  ['normal', (stream) => stream.normal(), normalBelow],
  ['exponential', (stream) => stream.exponential(), (x) => 1 - Math.exp(-x)],
  [
    'triangular',
    (stream) => stream.triangular(MODE),
    (x) => (x < MODE ? x ** 2 / MODE : 1 - (1 - x) ** 2 / (1 - MODE)),
  ],
  ['triangular with its mode at the lower end', (stream) => stream.triangular(0), (x) => 1 - (1 - x) ** 2],
  ['triangular with its mode at the upper end', (stream) => stream.triangular(1), (x) => x ** 2],
])('%s draws follow their distribution function', (_, draw, below) => {
  expect(distance(moments(draw, 1).values, below)).toBeLessThan(FAR);
});

test('the first draws of neighbouring streams have nothing to do with each other', () => {
  const draws: number[] = [];
  for (let guid = 1; guid <= 2_000; guid++) {
    for (let phase = 0; phase < 7; phase++) draws.push(new RandomStream(1, guid, phase).uniform());
  }
  expect(distance(draws, (x) => x)).toBeLessThan(1.95 / Math.sqrt(draws.length));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const products = draws.slice(1).map((value, index) => (value - 0.5) * (draws[index]! - 0.5));
  expect(Math.abs(mean(products))).toBeLessThan(5 * Math.sqrt(1 / 144 / products.length));
});

test('a stream is its name and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeNat(), { minLength: 1, maxLength: 3 }), (name) => {
      const [one, other] = [new RandomStream(...name), new RandomStream(...name)];
      for (let draw = 0; draw < 5; draw++) expect(one.uniform()).toBe(other.uniform());
    }),
    { seed: 11, numRuns: 100 },
  );
});

test('draws lie where they may', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.double({ min: 0, max: 1, noNaN: true }), (name, mode) => {
      const stream = new RandomStream(name);
      for (let draw = 0; draw < 10; draw++) {
        for (const value of [stream.uniform(), stream.triangular(mode)]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        expect(stream.exponential()).toBeGreaterThanOrEqual(0);
        expect(stream.normal()).toBeTypeOf('number');
      }
    }),
    { seed: 12, numRuns: 200 },
  );
});

describe('durations', () => {
  const [growth, spread] = [Math.exp(0.3 ** 2 / 2), Math.sqrt(Math.exp(0.3 ** 2) - 1)];

  test.each<[Distribution, mean: number, sd: number]>([
    [{ dist: 'uniform', min: '2s', max: '6s' }, 4, 4 / Math.sqrt(12)],
    [{ dist: 'triangular', min: '1s', mode: '2s', max: '6s' }, 3, Math.sqrt(21 / 18)],
    [{ dist: 'normal', mean: '20s', sd: '2s' }, 20, 2],
    [{ dist: 'lognormal', median: '10s', sigma: 0.3 }, 10 * growth, 10 * growth * spread],
    [{ dist: 'exponential', mean: '5s' }, 5, 5],
  ])('of %o have the mean and the spread that it says', (distribution, mean, sd) => {
    const { values, ...sample } = moments((stream) => drawDuration(stream, distribution), 1);
    expect(values.every(Number.isSafeInteger)).toBe(true);
    expect(Math.abs(sample.mean / 1e6 - mean)).toBeLessThan((5 * sd) / Math.sqrt(DRAWS));
    expect(Math.sqrt(sample.variance) / 1e6 / sd).toBeCloseTo(1, 1);
  });

  test('are never negative: where a sample is, it counts as 0', () => {
    const { values } = moments((stream) => drawDuration(stream, { dist: 'normal', mean: '0s', sd: '1s' }), 1);
    const zeros = values.filter((value) => value === 0).length;
    expect(Math.min(...values)).toBe(0);
    expect(Math.abs(zeros / DRAWS - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / DRAWS));
  });

  test.each([
    [{ dist: 'uniform', min: '3s', max: '3s' }],
    [{ dist: 'triangular', min: '3s', mode: '3s', max: '3s' }],
    [{ dist: 'normal', mean: '3s', sd: '0s' }],
    [{ dist: 'lognormal', median: '3s', sigma: 0 }],
  ] as const)('of %o, which has no spread, are what it says', (distribution) => {
    expect(drawDuration(new RandomStream(1), distribution)).toBe(3_000_000);
  });

  test('a failure of probability 0.3 happens three times in ten, whatever its phase takes', () => {
    const failed = (provision: Distribution | '1s') => {
      const behavior = { provision, failure: { provision: 0.3 } };
      const resources = Array.from({ length: 5_000 }, (_, place) => ({
        guid: place + 1,
        rtype: ROOT_TYPE,
        attributes: { critical: false },
        traces: [],
        behavior,
      }));
      const experiment: Experiment = {
        ...createExperiment('dice'),
        resources,
        script: [
          { op: 'deploy', group: 1 },
          { op: 'sleep', time: '1m' },
        ],
        simulation: { workers: 0 },
      };
      return runEngine(experiment, testCatalog)
        .trace.events.flatMap(([, , guid, state]) => (state === 'FAILED' ? [guid] : []))
        .toSorted((a, b) => a - b);
    };
    const first = failed('1s');
    expect(Math.abs(first.length / 5_000 - 0.3)).toBeLessThan(5 * Math.sqrt(0.21 / 5_000));
    expect(failed({ dist: 'uniform', min: '1s', max: '9s' })).toEqual(first);
  });
});
