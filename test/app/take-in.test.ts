// What was done to a run, taken into the experiment, gives the same run from the start: tried with the engine itself.
import { expect, test } from 'vitest';
import { takeIn } from '../../src/app/take-in.ts';
import { applyEdit } from '../../src/edit/edit.ts';
import { startRun } from '../../src/engine/run.ts';
import { createExperiment, type Experiment } from '../../src/model/experiment.ts';
import type { Intervention } from '../../src/model/intervention.ts';
import { STATE_ORDER, type State } from '../../src/model/state.ts';
import { createRecord, type RunRecord } from '../../src/record/run-record.ts';
import { resource } from '../edit/experiments.ts';
import { catalog } from './support.ts';

const SECOND = 1_000_000;

const experiment: Experiment = {
  ...createExperiment('take in'),
  resources: [
    resource(1, { rtype: 'linux::Node', behavior: { provision: '10s', failure: { release: 0.5 } } }),
    resource(2, { behavior: { start: '1s', run: '20s' } }),
    resource(3, { behavior: {} }),
  ],
  conditions: [
    { resources: [2], action: 'START', group: [1], state: 'READY', time: '5s' },
    { resources: [3], action: 'START', group: [2], state: 'STARTED', time: '4s' },
  ],
  script: [{ op: 'deploy', waitAllReady: false }, { op: 'waitFinished', resources: [2] }, { op: 'shutdown' }],
};

function run(of: Experiment, interventions: readonly Intervention[] = []): RunRecord {
  const record = createRecord();
  const running = startRun(of, catalog, { interventions });
  while (!record.outcome) record.append(running.advance(1000));
  return record;
}

function takeInAndRun(...interventions: readonly Intervention[]) {
  const record = run(experiment, interventions);
  const { edit, left } = takeIn({ experiment, interventions, record, name: 'try' }, experiment, catalog);
  const next = edit ? applyEdit(experiment, edit) : experiment;
  return { record, edit, left, next, again: run(next) };
}

function entered(record: RunRecord, guid: number, state: State): number | undefined {
  const row = record.stateEvents.of(guid).find((each) => record.events.kind[each] === STATE_ORDER[state]);
  return row === undefined ? undefined : record.events.time[row];
}

test('a failure in a phase: that phase then takes as long and fails; other failures stay', () => {
  const { again, record, next } = takeInAndRun({ kind: 'fail', guid: 1, time: 4 * SECOND });
  expect(entered(record, 1, 'FAILED')).toBe(4 * SECOND);
  expect(entered(again, 1, 'FAILED')).toBe(4 * SECOND);
  expect(next.resources[0]!.behavior).toEqual({ provision: '4s', failure: { release: 0.5, provision: 1 } });
});

test('a failure of what runs until it is stopped: it then has a run, and fails at its end', () => {
  const { again, record } = takeInAndRun({ kind: 'fail', guid: 3, time: 25 * SECOND });
  expect(entered(record, 3, 'FAILED')).toBe(25 * SECOND);
  expect(entered(again, 3, 'FAILED')).toBe(25 * SECOND);
});

test('a delay: the phase then takes as much longer', () => {
  const { again, next } = takeInAndRun({ kind: 'delay', guid: 1, time: 4 * SECOND, by: 3 * SECOND });
  expect(next.resources[0]!.behavior?.provision).toBe('13s');
  expect(entered(again, 1, 'READY')).toBe(13 * SECOND);
});

test('conditions go together, whatever their places', () => {
  const { next, edit } = takeInAndRun(
    { kind: 'drop-condition', index: 0, time: SECOND },
    { kind: 'drop-condition', index: 1, time: 2 * SECOND },
  );
  expect(next.conditions).toEqual([]);
  expect(edit).toMatchObject({ kind: 'all', label: "take in 'try'" });
});

test('attributes, durations and the seed', () => {
  const { next } = takeInAndRun(
    { kind: 'set', guid: 2, name: 'command', value: 'ping', time: SECOND },
    { kind: 'set-behavior', guid: 2, change: { run: '3s' }, time: SECOND },
  );
  expect(next.resources[1]).toMatchObject({ attributes: { command: 'ping' }, behavior: { start: '1s', run: '3s' } });
  const seeded = { ...experiment, simulation: { seed: 9 } };
  const fork = { experiment: seeded, interventions: [], record: run(seeded), name: 'seed 9' };
  expect(takeIn(fork, experiment, catalog).edit).toMatchObject({
    edits: [{ kind: 'set-simulation', simulation: { seed: 9 } }],
  });
});

test('what cannot be said in an experiment is left, and said to be', () => {
  const stop: Intervention = { kind: 'stop', guid: 2, time: 18 * SECOND };
  const late: Intervention = { kind: 'fail', guid: 1, time: 1000 * SECOND };
  const { edit, left } = takeInAndRun(stop, late);
  expect(edit).toBeUndefined();
  expect(left).toEqual([stop, late]);
});
