// What was done to a run, taken into the experiment, gives the same run from the start: tried with the engine itself.
import { expect, test } from 'vitest';
import { takeIn } from '../../src/forks/take-in.ts';
import { applyEdit } from '../../src/edit/edit.ts';
import { startRun } from '../../src/engine/run.ts';
import { createExperiment, type Experiment, type Step } from '../../src/model/experiment.ts';
import type { Intervention } from '../../src/model/intervention.ts';
import { STATE_ORDER, type State } from '../../src/model/state.ts';
import { createRecord, type RunRecord } from '../../src/record/run-record.ts';
import { stateAt } from '../../src/record/state-spans.ts';
import { resource } from '../edit/experiments.ts';
import { goldenNames, loadGolden } from '../support/load-golden.ts';
import { catalog } from '../app/support.ts';

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

/** All that happened, in order; what it came of is another matter. */
function eventsOf({ events: { length, time, guid, kind } }: RunRecord) {
  return Array.from({ length }, (_, row) => [time[row], guid[row], kind[row]]);
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

test('a stop by hand: a STOP condition on itself, so long after it was STARTED', () => {
  const stop: Intervention = { kind: 'stop', guid: 2, time: 18.25 * SECOND };
  const { next, left, record, again } = takeInAndRun(stop);
  expect(left).toEqual([]);
  expect(next.conditions.at(-1)).toEqual({
    resources: [2],
    action: 'STOP',
    group: [2],
    state: 'STARTED',
    time: '2.25s',
  });
  expect(eventsOf(again)).toEqual(eventsOf(record));
});

test('a stop by hand that a condition could not do is left, and it is said why', () => {
  const stop = { kind: 'stop', guid: 2, time: 18 * SECOND } as const;
  const why = (changes: Partial<Experiment>, ...interventions: readonly Intervention[]) => {
    const changed = { ...experiment, ...changes };
    const record = run(changed, interventions);
    return takeIn({ experiment: changed, interventions, record, name: 'try' }, changed, catalog).left[0]?.why;
  };
  const ends = { resources: [2], action: 'STOP', group: [3], state: 'STOPPED' } as const;
  expect(why({ conditions: [...experiment.conditions, ends] }, stop)).toMatch(/STOP condition already/);
  expect(why({}, { ...stop, time: 5 * SECOND })).toBe('nothing came of it');
  expect(why({}, { ...stop, time: 16.5 * SECOND })).toMatch(/too late/);
  // The script looks every half second, and goes on in the very instant.
  expect(why({}, stop)).toMatch(/shutdown might come first/);
  const [deploy, ...rest] = experiment.script!;
  const byHand: readonly Step[] = [
    { op: 'deploy', group: 7 },
    { op: 'sleep', time: '12s' },
    { op: 'start', resources: [2] },
  ];
  expect(why({ script: [...byHand, ...rest] }, { ...stop, time: 18.25 * SECOND })).toMatch(/no deploy step/);
  const asleep: readonly Step[] = [deploy!, { op: 'sleep', time: '60s' }, { op: 'shutdown' }];
  const fails: Intervention = { kind: 'fail', guid: 1, time: 22 * SECOND };
  expect(why({ script: asleep }, { ...stop, guid: 3, time: 24 * SECOND }, fails)).toMatch(/critical resource failed/);
  expect(why({ script: asleep, simulation: { workers: 1 } }, stop)).toMatch(/worker/);
});

test('whatever is stopped by hand in a run: what is taken in gives the same events from the start', () => {
  let taken = 0;
  for (const name of goldenNames('')) {
    const { experiment: golden } = loadGolden(name);
    const plain = run(golden);
    for (const { guid } of golden.resources.slice(0, 12)) {
      for (const time of [2.3, 4, 7.1, 9, 10, 14.7, 20, 31.9].map((seconds) => Math.round(seconds * SECOND))) {
        if (time >= plain.now || stateAt(plain, guid, time) !== 'STARTED') continue;
        const interventions: readonly Intervention[] = [{ kind: 'stop', guid, time }];
        const record = run(golden, interventions);
        const { edit } = takeIn({ experiment: golden, interventions, record, name: 'try' }, golden, catalog);
        if (!edit) continue;
        taken++;
        expect(eventsOf(run(applyEdit(golden, edit))), `${name}: ${guid} at ${time}`).toEqual(eventsOf(record));
      }
    }
  }
  expect(taken).toBeGreaterThan(5);
});

test('what cannot be said in an experiment is left, and said to be', () => {
  const stop: Intervention = { kind: 'stop', guid: 2, time: 3 * SECOND };
  const late: Intervention = { kind: 'fail', guid: 1, time: 1000 * SECOND };
  const { edit, left } = takeInAndRun(stop, late);
  expect(edit).toBeUndefined();
  expect(left).toEqual([{ intervention: stop, why: 'nothing came of it' }, { intervention: late }]);
});
