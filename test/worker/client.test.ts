import { afterEach, expect, test, vi } from 'vitest';
import { createExperiment } from '../../src/model/experiment.ts';
import { createEngineClient, type WorkerPort } from '../../src/worker/client.ts';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';
import { oneEvent } from './fake-run.ts';

const experiment = createExperiment('client');

class FakeWorker implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  readonly heard: ToWorker[] = [];
  terminated = false;
  postMessage(message: ToWorker) {
    this.heard.push(message);
  }
  terminate() {
    this.terminated = true;
  }
  say(message: FromWorker) {
    this.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  }
}

function setUp() {
  vi.useFakeTimers();
  const workers: FakeWorker[] = [];
  const client = createEngineClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  const nows: number[] = [];
  const failures: string[] = [];
  const start = () =>
    client.startRun(
      experiment,
      (chunk) => nows.push(chunk.now),
      (message) => failures.push(message),
    );
  return { client, workers, nows, failures, start };
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

test('a worker that breaks is replaced', () => {
  const { workers, failures, start } = setUp();
  start();
  workers[0]!.onerror?.({ message: '' } as ErrorEvent);
  start();
  expect(failures[0]).toMatch(/could not be loaded/);
  expect(workers[0]!.terminated).toBe(true);
  expect(workers).toHaveLength(2);
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
    large,
    () => {},
    () => {},
  );
  vi.advanceTimersByTime(1000);
  const { heard } = workers[0]!;
  expect(heard.map(({ kind }) => kind)).toEqual(['part', 'part', 'start']);
  expect(heard.flatMap((message) => ('part' in message ? message.part.resources : []))).toHaveLength(3000);
  const cancel = client.startRun(
    large,
    () => {},
    () => {},
  );
  cancel();
  vi.advanceTimersByTime(50);
  expect(workers[1]!.heard.map(({ kind }) => kind)).toEqual(['part', 'cancel']);
});
