import { expect, test } from 'vitest';
import { nepiCatalog } from '../../src/catalog/catalog.ts';
import { startPlannedRun } from '../../src/engine/run.ts';
import { createExperiment, type Experiment } from '../../src/model/experiment.ts';
import { planRun } from '../../src/model/run-plan.ts';
import type { RunChunk } from '../../src/record/chunk.ts';
import { createDriver } from '../../src/worker/drive-run.ts';
import type { FromWorker } from '../../src/worker/protocol.ts';
import { warmUp } from '../../src/worker/warm-up.ts';
import { oneEvent } from './fake-run.ts';

const experiment = createExperiment('drive');

/** A driver whose clock moves `cost(limit)` ms a slice and whose queue is worked off by hand. */
function setUp(advance: (limit: number) => RunChunk, cost: (limit: number) => number = () => 1) {
  const posted: FromWorker[] = [];
  const transferred: number[] = [];
  const queue: (() => void)[] = [];
  let now = 0;
  const receive = createDriver({
    startRun: () => ({
      advance(limit) {
        now += cost(limit);
        return advance(limit);
      },
    }),
    post(message, transfer) {
      posted.push(structuredClone(message, { transfer }));
      transferred.push(transfer.length);
    },
    clock: () => now,
    later: (next) => queue.push(next),
  });
  return { posted, transferred, queue, receive };
}

test('a run comes over in chunks until its outcome, its columns transferred', () => {
  let at = 0;
  const { posted, transferred, queue, receive } = setUp(() => oneEvent(++at, at === 3));
  receive({ kind: 'start', run: 1, plan: planRun(experiment) });
  while (queue.length) queue.shift()!();
  expect(posted.map(({ kind, run }) => [kind, run])).toEqual([
    ['chunk', 1],
    ['chunk', 1],
    ['chunk', 1],
  ]);
  expect(posted.map((message) => message.kind === 'chunk' && [...message.chunk.events.time])).toEqual([[1], [2], [3]]);
  expect(transferred).toEqual([12, 12, 12]);
});

test('a cancel is heard between two slices', () => {
  const { posted, queue, receive } = setUp(() => oneEvent(1));
  receive({ kind: 'start', run: 1, plan: planRun(experiment) });
  receive({ kind: 'cancel', run: 1 });
  while (queue.length) queue.shift()!();
  expect(posted.map(({ kind }) => kind)).toEqual(['chunk', 'cancelled']);
});

test('a late cancel of another run is no cancel', () => {
  let at = 0;
  const { posted, queue, receive } = setUp(() => oneEvent(++at, at === 2));
  receive({ kind: 'start', run: 2, plan: planRun(experiment) });
  receive({ kind: 'cancel', run: 1 });
  while (queue.length) queue.shift()!();
  expect(posted.map(({ kind }) => kind)).toEqual(['chunk', 'chunk']);
});

test('a new run ends the one before', () => {
  const { posted, queue, receive } = setUp(() => oneEvent(1));
  receive({ kind: 'start', run: 1, plan: planRun(experiment) });
  receive({ kind: 'start', run: 2, plan: planRun(experiment) });
  queue.shift()!();
  queue.shift()!();
  expect(posted.map(({ run }) => run)).toEqual([1, 2, 2]);
});

test('the size of a slice follows what a task costs', () => {
  const limits: number[] = [];
  const { queue, receive } = setUp(
    (limit) => {
      limits.push(limit);
      return oneEvent(limits.length, limits.length === 12);
    },
    (limit) => limit / 1000,
  );
  receive({ kind: 'start', run: 1, plan: planRun(experiment) });
  while (queue.length) queue.shift()!();
  expect(limits[0]).toBeLessThanOrEqual(256);
  expect(limits.at(-1)).toBe(12_000);
});

test('slices that take long whatever their size do not become ever smaller', () => {
  const limits: number[] = [];
  const { queue, receive } = setUp(
    (limit) => {
      limits.push(limit);
      return oneEvent(limits.length, limits.length === 12);
    },
    () => 50,
  );
  receive({ kind: 'start', run: 1, plan: planRun(experiment) });
  while (queue.length) queue.shift()!();
  expect(Math.min(...limits.slice(1))).toBeGreaterThanOrEqual(1000);
});

test('an error crosses over with its name', () => {
  const { posted, queue, receive } = setUp(() => {
    throw new RangeError('no such thing');
  });
  receive({ kind: 'start', run: 1, plan: planRun(experiment) });
  expect(posted).toMatchObject([{ kind: 'failure', run: 1, error: { name: 'RangeError', message: 'no such thing' } }]);
  expect(queue).toEqual([]);
});

test('an experiment that comes in parts is run whole', () => {
  const resource = (guid: number) => ({ guid, rtype: 'linux::Node', attributes: {}, traces: [] });
  let seen: Experiment | undefined;
  const receive = createDriver({
    startRun(plan) {
      seen = plan.experiment;
      return { advance: () => oneEvent(1, true) };
    },
    post: () => {},
    clock: () => 0,
    later: () => {},
  });
  const part = (guid: number) => ({ resources: [resource(guid)], connections: [], conditions: [] });
  receive({ kind: 'part', run: 1, part: part(9) });
  receive({ kind: 'part', run: 2, part: part(1) });
  receive({ kind: 'part', run: 2, part: { ...part(2), connections: [[1, 2]] } });
  receive({ kind: 'start', run: 2, plan: planRun({ ...experiment, ...part(3) }) });
  expect(seen?.resources.map(({ guid }) => guid)).toEqual([1, 2, 3]);
  expect(seen?.connections).toEqual([[1, 2]]);
});

test('interventions and the orchestrator reach the run', () => {
  const heard: unknown[] = [];
  const receive = createDriver({
    startRun({ interventions, orchestrator }) {
      heard.push([interventions, orchestrator]);
      return { advance: () => oneEvent(1, true) };
    },
    post: () => {},
    clock: () => 0,
    later: () => {},
  });
  receive({ kind: 'start', run: 1, plan: planRun(experiment) });
  const interventions = [{ kind: 'fail', guid: 1, time: 5 }] as const;
  receive({ kind: 'start', run: 2, plan: planRun(experiment, { interventions, orchestrator: 'ideal' }) });
  expect(heard).toEqual([
    [[], 'nepi'],
    [interventions, 'ideal'],
  ]);
});

test('a worker warms up with a run to the end, of which nobody hears', () => {
  const outcomes: unknown[] = [];
  warmUp((plan) => {
    const run = startPlannedRun(plan, nepiCatalog);
    return {
      advance(limit) {
        const chunk = run.advance(limit);
        outcomes.push(chunk.outcome);
        return chunk;
      },
    };
  });
  expect(outcomes.at(-1)).toMatchObject({ kind: 'completed', abort: false });
});
