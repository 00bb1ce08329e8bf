import { describe, expect, test, vi } from 'vitest';
import { announceLife, type LifeSign, watchWorker } from '../../src/worker/life.ts';

type Said = LifeSign | { readonly kind: 'x' };

class FakeWorker extends EventTarget {
  terminated = false;
  postMessage() {}
  terminate() {
    this.terminated = true;
  }
  say(data: Said) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** Locks of which one is granted when the one before lets go. */
function makeLocks() {
  const queues = new Map<string, (() => void)[]>();
  const locks = {
    request(name: string, options: unknown, granted?: () => unknown) {
      const callback = (granted ?? options) as () => unknown;
      const queue = queues.get(name) ?? [];
      queues.set(name, [...queue, () => void callback()]);
      if (queue.length === 0) callback();
      return new Promise(() => {});
    },
  } as unknown as Pick<LockManager, 'request'>;
  /** The holder is gone. */
  const release = (name: string) => {
    const [, ...rest] = queues.get(name) ?? [];
    queues.set(name, rest);
    rest[0]?.();
  };
  return { locks, release };
}

function setUp() {
  const worker = new FakeWorker();
  const { locks, release } = makeLocks();
  const port = watchWorker<never, { readonly kind: 'x' }>(worker as unknown as Worker, locks);
  const heard: string[] = [];
  port.onmessage = ({ data }) => heard.push(data.kind);
  port.onlost = (loss) => heard.push(loss);
  let sign: LifeSign | undefined;
  announceLife((said) => worker.say((sign = said)), locks);
  return { worker, port, heard, die: () => release(sign!.lock!) };
}

test('a worker that is gone is told of, once; its sign of life is no message', () => {
  const { worker, heard, die } = setUp();
  worker.say({ kind: 'x' });
  die();
  die();
  expect(heard).toEqual(['x', 'ended']);
});

test('a worker that says nothing for ten seconds did not load', () => {
  vi.useFakeTimers();
  const worker = new FakeWorker();
  const port = watchWorker(worker as unknown as Worker, null);
  const heard: string[] = [];
  port.onlost = (loss) => heard.push(loss);
  const loaded = setUp();
  vi.advanceTimersByTime(9_000);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(2_000);
  expect(heard).toEqual(['not loaded']);
  expect(loaded.heard).toEqual([]);
  vi.useRealTimers();
});

test('a worker that we ended ourselves is not lost', () => {
  const { worker, port, heard, die } = setUp();
  port.terminate();
  die();
  expect(worker.terminated).toBe(true);
  expect(heard).toEqual([]);
});

test('an error before the sign of life is a script that did not load, and later one that broke', () => {
  const silent = new FakeWorker();
  const port = watchWorker(silent as unknown as Worker, null);
  const heard: string[] = [];
  port.onlost = (loss) => heard.push(loss);
  silent.dispatchEvent(new Event('error', { cancelable: true }));
  expect(heard).toEqual(['not loaded']);
  const loaded = setUp();
  loaded.worker.dispatchEvent(new Event('error', { cancelable: true }));
  expect(loaded.heard).toEqual(['broke']);
});

test('where there are no locks a worker still says that it is loaded', () => {
  const said: LifeSign[] = [];
  announceLife((sign) => said.push(sign), null);
  expect(said).toEqual([{ kind: 'alive', lock: undefined }]);
});

describe('locks that can’t be had', () => {
  const refusals = {
    throw: () => {
      throw new TypeError('no locks');
    },
    reject: () => Promise.reject(new DOMException('denied', 'SecurityError')),
  };

  test.each(Object.entries(refusals))('%s: a worker says that it lives all the same', async (_, request) => {
    const said: LifeSign[] = [];
    announceLife((sign) => said.push(sign), { request } as unknown as Pick<LockManager, 'request'>);
    await vi.waitFor(() => expect(said).toEqual([{ kind: 'alive', lock: undefined }]));
  });

  test.each(Object.entries(refusals))('%s: the page goes on without noticing ends', (_, request) => {
    const worker = new FakeWorker();
    const locks = { request } as unknown as Pick<LockManager, 'request'>;
    const port = watchWorker<never, { readonly kind: 'x' }>(worker as unknown as Worker, locks);
    const heard: string[] = [];
    port.onmessage = ({ data }) => heard.push(data.kind);
    port.onlost = (loss) => heard.push(loss);
    expect(() => worker.say({ kind: 'alive', lock: 'held' })).not.toThrow();
    worker.say({ kind: 'x' });
    expect(heard).toEqual(['x']);
  });
});
