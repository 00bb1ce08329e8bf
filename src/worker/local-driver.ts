// The engine, driven in the page itself.
import { nepiCatalog } from '../catalog/catalog.ts';
import { startPlannedRun } from '../engine/run.ts';
import { createDriver } from './drive-run.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** Makes what takes a worker's messages. The page gets to other things between two slices. */
export function createLocalDriver(
  post: (message: FromWorker) => void,
  isOver: () => boolean,
): (message: ToWorker) => void {
  return createDriver({
    startRun: (plan) => startPlannedRun(plan, nepiCatalog),
    post,
    clock: () => performance.now(),
    later: (next) => setTimeout(() => !isOver() && next()),
  });
}
