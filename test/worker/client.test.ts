import { afterEach, expect, test, vi } from 'vitest';
import { createExperiment } from '../../src/model/experiment.ts';
import { planRun } from '../../src/model/run-plan.ts';
import { createEngineClient } from '../../src/worker/client.ts';
import type { EnginePort, FromWorker, ToWorker } from '../../src/worker/protocol.ts';
import { oneEvent } from './fake-run.ts';

const experiment = createExperiment('client');

class FakeWorker implements EnginePort {
  onmessage: EnginePort['onmessage'] = null;
  onlost: EnginePort['onlost'] = null;
  readonly heard: ToWorker[] = [];
  terminated = false;
  postMessage(message: ToWorker) {
    this.heard.push(message);
  }
  terminate() {
    this.terminated = true;
  }
  say(message: FromWorker) {
    this.onmessage?.({ data: message });
  }
}

function setUp(none = false) {
  vi.useFakeTimers();
  const workers: FakeWorker[] = [];
  const locals: FakeWorker[] = [];
  const make = (into: FakeWorker[]) => {
    const worker = new FakeWorker();
    into.push(worker);
    return worker;
  };
  const client = createEngineClient(
    () => {
      if (none) throw new Error('no workers here');
      return make(workers);
    },
    () => make(locals),
  );
  const nows: number[] = [];
  const failures: string[] = [];
  const start = () =>
    client.startRun(
      planRun(experiment),
      (chunk) => nows.push(chunk.now),
      (message) => failures.push(message),
    );
  return { client, workers, locals, nows, failures, start };
}
afterEach(() => void vi.useRealTimers());

test('a warm worker takes the first run, and the next when it is done', () => {
  const { client, workers, nows, start } = setUp();
  client.warmUp();
  start();
  workers[0]!.say({ kind: 'chunk', run: 1, chunk: oneEvent(5, true) });
  start();
  workers[0]!.say({ kind: 'chunk', run: 2, chunk: oneEvent(7, true) });
  expect(workers).toHaveLength(1);
  expect(nows).toEqual([5, 7]);
});

test('nothing comes of a cancelled run; a worker that lets go is used again', () => {
  const { workers, nows, start } = setUp();
  const cancel = start();
  const [first] = workers;
  first!.say({ kind: 'chunk', run: 1, chunk: oneEvent(1) });
  cancel();
  first!.say({ kind: 'chunk', run: 1, chunk: oneEvent(2) });
  first!.say({ kind: 'cancelled', run: 1 });
  vi.advanceTimersByTime(1000);
  expect(nows).toEqual([1]);
  expect(first!.terminated).toBe(false);
});

test('a worker that does not let go within 100 ms is ended, and the next run does not wait for it', () => {
  const { workers, nows, start } = setUp();
  start()();
  start();
  const spare = workers[1]!;
  expect(spare.heard).toMatchObject([{ kind: 'start', run: 2 }]);
  vi.advanceTimersByTime(100);
  expect(workers[0]!.terminated).toBe(true);
  spare.say({ kind: 'chunk', run: 2, chunk: oneEvent(3, true) });
  expect(nows).toEqual([3]);
});

test('a failure is told with its name, and the worker goes on', () => {
  const { workers, failures, start } = setUp();
  start();
  workers[0]!.say({ kind: 'failure', run: 1, error: { name: 'RangeError', message: 'too far' } });
  start();
  expect(failures).toEqual(['RangeError: too far']);
  expect(workers).toHaveLength(1);
});

test('a worker that is lost in the midst of a run ends it with a sentence, and is replaced', () => {
  const { workers, nows, failures, start } = setUp();
  start();
  workers[0]!.say({ kind: 'chunk', run: 1, chunk: oneEvent(1) });
  workers[0]!.onlost?.('ended');
  expect(nows).toEqual([1]);
  expect(failures[0]).toMatch(/ended unexpectedly.*try again/);
  expect(workers[0]!.terminated).toBe(true);
  start();
  expect(workers[1]!.heard).toMatchObject([{ kind: 'start', run: 2 }]);
});

test('a run of which nothing was seen yet begins anew when its worker is lost', () => {
  const { workers, nows, failures, start } = setUp();
  start();
  workers[0]!.onlost?.('ended');
  expect(workers[1]!.heard).toMatchObject([{ kind: 'start', run: 1 }]);
  workers[1]!.say({ kind: 'chunk', run: 1, chunk: oneEvent(3, true) });
  expect(nows).toEqual([3]);
  expect(failures).toEqual([]);
});

test('where workers can’t be loaded the page runs the engine itself, and when that can’t be loaded either says so', () => {
  const { workers, locals, nows, failures, start } = setUp();
  start();
  for (let tries = 0; tries < 3; tries++) workers.at(-1)!.onlost?.('not loaded');
  expect(workers).toHaveLength(3);
  locals[0]!.say({ kind: 'chunk', run: 1, chunk: oneEvent(3, true) });
  expect(nows).toEqual([3]);
  start();
  locals[0]!.onlost?.('not loaded');
  for (let tries = 0; tries < 3; tries++) workers.at(-1)!.onlost?.('not loaded');
  locals.at(-1)!.onlost?.('not loaded');
  expect(failures).toEqual([expect.stringMatching(/could not be loaded.*try again/)]);
  // Trying again begins with a worker.
  const before = workers.length;
  start();
  expect(workers).toHaveLength(before + 1);
});

test('where the browser has no workers the page runs the engine itself', () => {
  const { client, locals, nows, start } = setUp(true);
  client.warmUp();
  start();
  locals.at(-1)!.say({ kind: 'chunk', run: 1, chunk: oneEvent(3, true) });
  expect(nows).toEqual([3]);
});

test('a worker that is lost while it waits is not given the next run', () => {
  const { client, workers, nows, start } = setUp();
  client.warmUp();
  workers[0]!.onlost?.('ended');
  start();
  workers[1]!.say({ kind: 'chunk', run: 1, chunk: oneEvent(3, true) });
  expect(nows).toEqual([3]);
});

test('a worker that is silent for half a minute is lost', () => {
  const { workers, failures, start } = setUp();
  start();
  workers[0]!.say({ kind: 'chunk', run: 1, chunk: oneEvent(1) });
  vi.advanceTimersByTime(29_000);
  workers[0]!.say({ kind: 'chunk', run: 1, chunk: oneEvent(2) });
  vi.advanceTimersByTime(29_000);
  expect(failures).toEqual([]);
  vi.advanceTimersByTime(2_000);
  expect(failures).toHaveLength(1);
});

test('a run that is short needs no spare worker; one that goes on gets it ready in time', () => {
  const { client, workers, start } = setUp();
  client.warmUp();
  start();
  workers[0]!.say({ kind: 'chunk', run: 1, chunk: oneEvent(1) });
  workers[0]!.say({ kind: 'chunk', run: 1, chunk: oneEvent(5, true) });
  vi.advanceTimersByTime(1000);
  expect(workers).toHaveLength(1);
  const cancel = start();
  vi.advanceTimersByTime(1000);
  expect(workers).toHaveLength(2);
  cancel();
  start();
  expect(workers[1]!.heard).toMatchObject([{ kind: 'start', run: 3 }]);
});

test('close ends all workers', () => {
  const { client, workers, start } = setUp();
  start();
  workers[0]!.say({ kind: 'chunk', run: 1, chunk: oneEvent(1) });
  vi.advanceTimersByTime(1000);
  client.close();
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
});

test('a large experiment is sent in parts, between which a cancel is heard', () => {
  const { client, workers } = setUp();
  const resources = Array.from({ length: 4000 }, (_, index) => ({
    guid: index + 1,
    rtype: 'linux::Node',
    attributes: {},
    traces: [],
  }));
  const large = { ...experiment, resources, connections: [[1, 2]] as const };
  client.startRun(
    planRun(large),
    () => {},
    () => {},
  );
  vi.advanceTimersByTime(1000);
  const { heard } = workers[0]!;
  expect(heard.map(({ kind }) => kind)).toEqual(['part', 'part', 'start']);
  expect(heard.flatMap((message) => ('part' in message ? message.part.resources : []))).toHaveLength(3000);
  const cancel = client.startRun(
    planRun(large),
    () => {},
    () => {},
  );
  cancel();
  vi.advanceTimersByTime(50);
  expect(workers[1]!.heard.map(({ kind }) => kind)).toEqual(['part', 'cancel']);
});
