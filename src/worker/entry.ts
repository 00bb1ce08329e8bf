// The worker: the engine, driven in slices. The catalogue is the worker's own copy; only the experiment comes over.
import { nepiCatalog } from '../catalog/catalog.ts';
import { startPlannedRun } from '../engine/run.ts';
import { createDriver, type DriverParts } from './drive-run.ts';
import { announceLife, type LifeSign } from './life.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { warmUp } from './warm-up.ts';

/** The part of a dedicated worker's global scope that is used; the DOM types describe a window. */
interface WorkerScope {
  postMessage(message: FromWorker | LifeSign, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listen: (event: MessageEvent<ToWorker>) => void): void;
}
const scope = globalThis as unknown as WorkerScope;

// A message to oneself queues up behind those that are waiting, without the 4 ms that timers come to cost.
const queue = new MessageChannel();
let next: (() => void) | undefined;
queue.port1.onmessage = () => next?.();

const start: DriverParts['startRun'] = (plan) => startPlannedRun(plan, nepiCatalog);
const receive = createDriver({
  startRun: start,
  post: (message, transfer) => scope.postMessage(message, transfer),
  clock: () => performance.now(),
  later(callback) {
    next = callback;
    queue.port2.postMessage(undefined);
  },
});
scope.addEventListener('message', (event) => receive(event.data));
warmUp(start);
announceLife((sign) => scope.postMessage(sign, []));
