// The worker gives what the engine gives: the same record, whatever the slices, after crossing over.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nepiCatalog } from '../../src/catalog/catalog.ts';
import { startPlannedRun, startRun } from '../../src/engine/run.ts';
import { parseExperiment } from '../../src/format/json.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import { planRun } from '../../src/model/run-plan.ts';
import { createRecord, type RunRecord } from '../../src/record/run-record.ts';
import { createDriver } from '../../src/worker/drive-run.ts';
import type { FromWorker } from '../../src/worker/protocol.ts';
import { luckyExperiment } from '../support/experiment-arbitrary.ts';

function load(name: string): Experiment {
  const result = parseExperiment(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8'));
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.experiment;
}

function runByEngine(experiment: Experiment): RunRecord {
  const record = createRecord();
  const run = startRun(experiment, nepiCatalog);
  while (!record.outcome) record.append(run.advance(1_000_000));
  return record;
}

/** @param slow what a slice takes by the driver's clock, ms: slow slices become short ones. */
function runByWorker(experiment: Experiment, slow: number): { readonly record: RunRecord; readonly chunks: number } {
  const record = createRecord();
  const queue: (() => void)[] = [];
  const failures: FromWorker[] = [];
  let now = 0;
  let chunks = 0;
  const receive = createDriver({
    startRun: (plan) => startPlannedRun(plan, nepiCatalog),
    post(message, transfer) {
      const arrived = structuredClone(message, { transfer });
      if (arrived.kind !== 'chunk') failures.push(arrived);
      else record.append(arrived.chunk);
      chunks++;
    },
    clock: () => (now += slow / 2),
    later: (next) => queue.push(next),
  });
  receive({ kind: 'start', run: 1, plan: planRun(structuredClone(experiment)) });
  while (queue.length) queue.shift()!();
  expect(failures).toEqual([]);
  return { record, chunks };
}

/** A record as plain data. */
function plain(record: RunRecord) {
  const { events, stretches, log, now, tasks, outcome } = record;
  const rows = (columns: object, length: number) =>
    Object.entries(columns).map(([name, column]) =>
      ArrayBuffer.isView(column) ? [name, [...(column as Float64Array).subarray(0, length)]] : [name, column],
    );
  return {
    events: rows(events, events.length),
    stretches: rows(stretches, stretches.length),
    details: Array.from({ length: events.length }, (_, event) => record.detail(event)),
    log,
    now,
    tasks,
    outcome,
  };
}

test.each(['ping', 'server-and-clients', 'crowded-workers', 'deadlock', 'script-error', 'set-with-conditions'])(
  '%s',
  (name) => {
    const experiment = load(name);
    const expected = plain(runByEngine(experiment));
    const quick = runByWorker(experiment, 1);
    const slow = runByWorker(experiment, 240);
    expect(plain(quick.record)).toEqual(expected);
    expect(plain(slow.record)).toEqual(expected);
    expect(slow.chunks).toBeGreaterThanOrEqual(quick.chunks);
  },
);

test('random experiments, in slices of any length', () => {
  fc.assert(
    fc.property(luckyExperiment, fc.integer({ min: 1, max: 1000 }), (experiment, slow) => {
      expect(plain(runByWorker(experiment, slow).record)).toEqual(plain(runByEngine(experiment)));
    }),
    { seed: 9, numRuns: 150 },
  );
}, 60_000);
