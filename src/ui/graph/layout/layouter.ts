// The layout library in a worker of its own. The library waits for ever for a worker that doesn't load or is gone; here
// that is an error.
import type { ElkNode } from 'elkjs/lib/elk-api.js';

/** The layout library could not be loaded, or its worker is gone. */
export class LayouterLost extends Error {}

export interface Layouter {
  /** @throws LayouterLost when there is no answer. */
  readonly layout: (graph: ElkNode) => Promise<ElkNode>;
  readonly close: () => void;
}

/** The longest that a layout may take, ms: a killed worker tells nothing of its end. Many times what is ever needed. */
const longestFor = (nodes: number) => 60_000 + nodes * 50;

/** @param nodes how many there are to lay out. @throws Error when the library can't be loaded. */
export async function openLayouter(nodes: number): Promise<Layouter> {
  const { default: ELK } = await import('elkjs/lib/elk-api.js');
  const { default: workerUrl } = await import('elkjs/lib/elk-worker.min.js?url');
  let lose = () => {};
  const lost = new Promise<never>((_resolve, reject) => {
    lose = () => reject(new LayouterLost('the layout gave no answer'));
  });
  // Whether or not anything is being laid out just then.
  lost.catch(() => {});
  const elk = new ELK({
    workerFactory: () => {
      const worker = new Worker(workerUrl, { name: 'nepi-layout' });
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        lose();
      });
      return worker;
    },
  });
  const deadline = setTimeout(() => lose(), longestFor(nodes));
  return {
    layout: (graph) => Promise.race([elk.layout(graph), lost]),
    close() {
      clearTimeout(deadline);
      elk.terminateWorker();
    },
  };
}
