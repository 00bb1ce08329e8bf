// What is done to a run from outside: nothing changes before it, and the run stays one that can be told exactly.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Experiment } from '../../src/model/experiment.ts';
import type { Intervention } from '../../src/model/intervention.ts';
import type { RunRecord } from '../../src/record/run-record.ts';
import { createRecord } from '../../src/record/run-record.ts';
import { luckyExperiment } from '../support/experiment-arbitrary.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';

vi.setConfig({ testTimeout: 60_000 });

/** An experiment, and one to three things done to it while it runs. */
const intervened = luckyExperiment.chain((experiment) =>
  fc.record({
    experiment: fc.constant(experiment),
    interventions: fc.array(intervention(experiment), { minLength: 1, maxLength: 3 }),
  }),
);

function intervention(experiment: Experiment): fc.Arbitrary<Intervention> {
  const time = fc.oneof(
    fc.integer({ min: 0, max: 40_000_000 }),
    fc.integer({ min: 0, max: 80 }).map((halves) => halves * 500_000),
  );
  const guid = fc.constantFrom(...experiment.resources.map((resource) => resource.guid));
  const by = fc.integer({ min: 0, max: 10_000_000 });
  const { conditions } = experiment;
  return fc.oneof(
    fc.record({ kind: fc.constant('fail' as const), guid, time }),
    fc.record({ kind: fc.constant('stop' as const), guid, time }),
    fc.record({ kind: fc.constant('delay' as const), guid, by, time }),
    fc.record({
      kind: fc.constant('set' as const),
      guid,
      time,
      name: fc.constant('critical'),
      value: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('set-behavior' as const),
      guid,
      time,
      change: fc.record({ run: fc.constantFrom('0s', '3s', '9s'), ready: fc.constantFrom('0s', '2s') }),
    }),
    ...(conditions.length > 0
      ? [
          fc.record({
            kind: fc.constant('drop-condition' as const),
            index: fc.integer({ min: 0, max: conditions.length - 1 }),
            time,
          }),
        ]
      : []),
  );
}

/** Events before an instant, with their causes. */
function eventsBefore(record: RunRecord, instant: number): unknown[] {
  const { length, time, guid, kind, cause, via } = record.events;
  const rows: unknown[] = [];
  for (let row = 0; row < length && time[row]! < instant; row++) {
    rows.push([time[row], guid[row], kind[row], cause[row], via[row], record.detail(row)?.set]);
  }
  return rows;
}

function recordOf(experiment: Experiment, interventions: readonly Intervention[], slice = 1e9): RunRecord {
  const record = createRecord();
  for (const chunk of runEngine(experiment, testCatalog, { interventions, slice }).chunks) record.append(chunk);
  return record;
}

test('until then the run is the same, event for event', () => {
  fc.assert(
    fc.property(intervened, ({ experiment, interventions }) => {
      const first = Math.min(...interventions.map(({ time }) => time));
      const forked = recordOf(experiment, interventions);
      expect(eventsBefore(forked, first)).toEqual(eventsBefore(recordOf(experiment, []), first));
    }),
    { seed: 11, numRuns: 150 },
  );
});

test('it is the same in whatever slices it is taken, and whether polls are skipped or not', () => {
  fc.assert(
    fc.property(intervened, ({ experiment, interventions }) => {
      const whole = recordOf(experiment, interventions);
      expect(eventsBefore(recordOf(experiment, interventions, 7), Infinity)).toEqual(eventsBefore(whole, Infinity));
      const limited = { ...experiment, simulation: { ...experiment.simulation, horizon: '10m' } };
      const { events, states } = runEngine(limited, testCatalog, { interventions, polls: 'literal' }).trace;
      const skipped = runEngine(limited, testCatalog, { interventions }).trace;
      expect(skipped.events).toEqual(events);
      expect(skipped.states).toEqual(states);
    }),
    { seed: 12, numRuns: 100 },
  );
});
