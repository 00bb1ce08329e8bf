// The golden experiments with a few things changed at random: larger than what experiment-arbitrary makes up, and of
// the shape that people draw.
import fc, { type Arbitrary } from 'fast-check';
import type { Condition, Experiment, Resource, Step } from '../../src/model/experiment.ts';
import { PHASES } from '../../src/model/state.ts';
import { goldenNames, loadGolden } from './load-golden.ts';

/** These take long, and vary in nothing but that. */
const LONG = new Set(['a-day-long', 'a-thousand-applications']);

const time = fc.constantFrom('0s', '0.5s', '1s', '2s', '5s', '12.5s');
const few = <T>(value: Arbitrary<T>) => fc.array(fc.tuple(fc.nat(999), value), { maxLength: 4 });

/** Some of a list replaced by other things made of them; places are taken modulo its length. */
function varied<T, V>(
  list: readonly T[],
  changes: readonly (readonly [number, V])[],
  change: (old: T, by: V) => T,
): T[] {
  const result = [...list];
  for (const [at, by] of changes) {
    const place = at % Math.max(1, result.length);
    const old = result[place];
    if (old !== undefined) result[place] = change(old, by);
  }
  return result;
}

export const variedGolden: Arbitrary<Experiment> = fc
  .record({
    golden: fc
      .constantFrom(...[...goldenNames(''), ...goldenNames('random/')].filter((name) => !LONG.has(name)))
      .map((name) => loadGolden(name).experiment),
    durations: few(fc.tuple(fc.constantFrom(...PHASES), time)),
    failures: few(fc.constantFrom(...PHASES)),
    criticals: few(fc.boolean()),
    conditionTimes: few(time),
    conditionStates: few(fc.constantFrom('READY' as const, 'STARTED' as const, 'STOPPED' as const)),
    steps: few(time),
    simulation: fc.record({
      workers: fc.constantFrom(0, 1, 2, 3, 5, 20),
      rescheduleDelay: fc.constantFrom('1s', '0.5s', '1.7s'),
      horizon: fc.constantFrom('60s', '200s'),
    }),
  })
  .map(({ golden, durations, failures, criticals, conditionTimes, conditionStates, steps, simulation }) => {
    let resources: readonly Resource[] = golden.resources;
    resources = varied(resources, durations, (old, [phase, duration]) => ({
      ...old,
      behavior: { ...old.behavior, [phase]: duration },
    }));
    resources = varied(resources, failures, (old, phase) => ({
      ...old,
      behavior: { ...old.behavior, failure: { [phase]: 1 } },
    }));
    resources = varied(resources, criticals, (old, critical) => ({
      ...old,
      attributes: { ...old.attributes, critical },
    }));
    let conditions: readonly Condition[] = golden.conditions;
    conditions = varied(conditions, conditionTimes, (old, delay) => ({ ...old, time: delay }));
    conditions = varied(conditions, conditionStates, (old, state) => ({ ...old, state }));
    // Steps give way to pauses.
    const script =
      golden.script && varied(golden.script.slice(0, -1), steps, (_, pause): Step => ({ op: 'sleep', time: pause }));
    return {
      ...golden,
      resources,
      conditions,
      ...(script && { script: [...script, ...golden.script.slice(-1)] }),
      simulation,
    };
  });
