// Stands in for a worker where none can be had: the page itself runs the engine, a slice at a time. The engine's code
// comes only then.
import type { EnginePort, ToWorker } from './protocol.ts';

/** @param load brings the driver and the engine. */
export function createLocalEngine(load = () => import('./local-driver.ts')): EnginePort {
  let isOver = false;
  const port: EnginePort = {
    postMessage(message: ToWorker) {
      // Later, as a worker would, and one after the other.
      void driver.then((receive) => setTimeout(() => !isOver && receive?.(message)));
    },
    terminate: () => void (isOver = true),
    onmessage: null,
    onlost: null,
  };
  const driver = load().then(
    ({ createLocalDriver }) =>
      createLocalDriver(
        (data) => !isOver && port.onmessage?.({ data }),
        () => isOver,
      ),
    () => {
      if (!isOver) port.onlost?.('not loaded');
      return undefined;
    },
  );
  return port;
}
