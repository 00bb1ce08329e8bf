// The page's side: hands runs to workers. One works, one waits warm, so that a run that is slow to let go never keeps
// the next one waiting. A worker that is lost is replaced; where none can be had, the page itself does the work.
import type { RunPlan } from '../model/run-plan.ts';
import type { RunChunk } from '../record/chunk.ts';
import { sendInParts } from './experiment-parts.ts';
import { type Loss, watchWorker } from './life.ts';
import { createLocalEngine } from './local-engine.ts';
import { type EnginePort, freeChunk, type FromWorker, type RemoteError } from './protocol.ts';

export interface EngineClient {
  /**
   * Starts a run; the one before is cancelled. Chunks come until one has an outcome, or `onFailure` says what broke;
   * the columns of a chunk are there only while it is handed over.
   * @returns what cancels the run: nothing comes of it from then on.
   */
  readonly startRun: (
    plan: RunPlan,
    onChunk: (chunk: RunChunk) => void,
    onFailure: (message: string) => void,
  ) => () => void;
  /** Makes a worker ready, so the first run doesn't wait for one. */
  readonly warmUp: () => void;
  /** Ends all workers. A run started later makes new ones. */
  readonly close: () => void;
}

/** How long a worker may take to let go of a cancelled run before it is ended, in ms. */
const PATIENCE = 100;
/** A run that takes longer than this may be cancelled, and then the next one needs another worker, in ms. */
const SPARE_AFTER = 400;
/**
 * How long a worker may be silent during a run before it counts as lost, in ms. Only where nothing else tells of its
 * end: it posts after each slice of some milliseconds, but setting up a very large run is one slice.
 */
const LONGEST_SILENCE = 30_000;
/** How many workers are tried for a run before the page does it itself, or gives up. */
const MOST_TRIES = 3;

const ENDED =
  'the part of the studio that simulates ended unexpectedly. What was computed so far is shown; try again to run all of it.';
const NOT_LOADED =
  'the part of the studio that simulates could not be loaded. Check the connection to the server it came from, then try again.';

/**
 * @param createWorker makes a worker; what it throws means that there are none.
 * @param createLocal makes what stands in where there are none.
 */
export function createEngineClient(
  createWorker: () => EnginePort = createEngineWorker,
  createLocal: () => EnginePort = createLocalEngine,
): EngineClient {
  const free: EnginePort[] = [];
  const all = new Set<EnginePort>();
  let runs = 0;
  let cancelCurrent: (() => void) | undefined;
  let spare: ReturnType<typeof setTimeout> | undefined;
  /** Workers in a row that were lost before they said anything. */
  let failures = 0;

  function make(): EnginePort {
    const worker = failures < MOST_TRIES ? tryWorker() : createLocal();
    all.add(worker);
    rest(worker);
    return worker;
  }
  function tryWorker(): EnginePort {
    try {
      return createWorker();
    } catch {
      failures = MOST_TRIES;
      return createLocal();
    }
  }
  /** Nothing is expected of a worker. */
  function rest(worker: EnginePort) {
    worker.onmessage = null;
    worker.onlost = (loss) => {
      if (loss === 'not loaded') failures++;
      drop(worker);
    };
  }
  function drop(worker: EnginePort) {
    worker.onmessage = worker.onlost = null;
    worker.terminate();
    all.delete(worker);
    const place = free.indexOf(worker);
    if (place >= 0) free.splice(place, 1);
  }
  function release(worker: EnginePort) {
    rest(worker);
    if (all.has(worker)) free.push(worker);
    while (free.length > 1) drop(free[0]!);
  }
  function warmUp() {
    if (free.length === 0 && failures < MOST_TRIES) free.push(make());
  }

  return {
    warmUp,
    startRun(plan, onChunk, onFailure) {
      cancelCurrent?.();
      const run = ++runs;
      let worker = free.pop() ?? make();
      // Not at once: the user waits for this run to begin.
      spare = setTimeout(warmUp, SPARE_AFTER);
      let over = false;
      let tries = 1;
      let isHeard = false;
      let silence: ReturnType<typeof setTimeout> | undefined;

      function end() {
        over = true;
        clearTimeout(spare);
        clearTimeout(silence);
        if (cancelCurrent === cancel) cancelCurrent = undefined;
      }
      function fail(message: string) {
        end();
        onFailure(message);
      }
      function expectSign() {
        clearTimeout(silence);
        silence = setTimeout(() => lose('ended'), LONGEST_SILENCE);
      }

      /** A run of which nothing was seen yet begins anew; of another one, what there is stands. */
      function lose(loss: Loss) {
        if (loss === 'not loaded') failures++;
        const wasLocal = failures > MOST_TRIES;
        drop(worker);
        if (isHeard || tries >= MOST_TRIES + 1 || wasLocal) {
          if (wasLocal) failures = 0;
          return fail(loss === 'not loaded' ? NOT_LOADED : ENDED);
        }
        tries++;
        worker = make();
        begin();
      }

      function cancel() {
        if (over) return;
        end();
        const deadline = setTimeout(() => drop(worker), PATIENCE);
        worker.onlost = () => drop(worker);
        worker.onmessage = ({ data }) => {
          if (data.kind === 'chunk' && !data.chunk.outcome) return;
          clearTimeout(deadline);
          release(worker);
        };
        worker.postMessage({ kind: 'cancel', run });
        warmUp();
      }

      function receive(data: FromWorker) {
        if (data.run !== run) return;
        isHeard = true;
        failures = 0;
        expectSign();
        if (data.kind === 'chunk') {
          if (data.chunk.outcome) {
            end();
            release(worker);
          }
          onChunk(data.chunk);
          freeChunk(data.chunk);
        } else if (data.kind === 'failure') {
          release(worker);
          fail(printError(data.error));
        }
      }

      function begin() {
        const to = worker;
        to.onmessage = ({ data }) => receive(data);
        to.onlost = lose;
        expectSign();
        sendInParts(
          plan.experiment,
          (part) => to.postMessage({ kind: 'part', run, part }),
          (experiment) => to.postMessage({ kind: 'start', run, plan: { ...plan, experiment } }),
          () => over || worker !== to,
        );
      }
      cancelCurrent = cancel;
      begin();
      return cancel;
    },
    close() {
      clearTimeout(spare);
      cancelCurrent = undefined;
      for (const worker of all) drop(worker);
    },
  };
}

function createEngineWorker(): EnginePort {
  return watchWorker(new Worker(new URL('./entry.ts', import.meta.url), { type: 'module', name: 'nepi-engine' }));
}

const printError = ({ name, message }: RemoteError) => (name === 'Error' ? message : `${name}: ${message}`);
