// The page's side: hands runs to workers. One works, one waits warm, so that a run that is slow to let go never keeps
// the next one waiting.
import type { Experiment } from '../model/experiment.ts';
import type { Intervention } from '../model/intervention.ts';
import type { Orchestrator } from '../model/simulation.ts';
import type { RunChunk } from '../record/chunk.ts';
import { sendInParts } from './experiment-parts.ts';
import { freeChunk, type FromWorker, type RemoteError, type ToWorker } from './protocol.ts';

/** The part of a Worker that the client uses; a test hands in one of its own. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface EngineClient {
  /**
   * Starts a run; the one before is cancelled. Chunks come until one has an outcome, or `onFailure` says what broke;
   * the columns of a chunk are there only while it is handed over.
   * @returns what cancels the run: nothing comes of it from then on.
   */
  readonly startRun: (
    experiment: Experiment,
    onChunk: (chunk: RunChunk) => void,
    onFailure: (message: string) => void,
    interventions?: readonly Intervention[],
    orchestrator?: Orchestrator,
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

export function createEngineClient(createWorker: () => WorkerPort = createEngineWorker): EngineClient {
  const free: WorkerPort[] = [];
  const all = new Set<WorkerPort>();
  let runs = 0;
  let cancelCurrent: (() => void) | undefined;
  let spare: ReturnType<typeof setTimeout> | undefined;

  function make(): WorkerPort {
    const worker = createWorker();
    all.add(worker);
    return worker;
  }
  function drop(worker: WorkerPort) {
    worker.onmessage = worker.onerror = null;
    worker.terminate();
    all.delete(worker);
    const place = free.indexOf(worker);
    if (place >= 0) free.splice(place, 1);
  }
  function release(worker: WorkerPort) {
    worker.onmessage = worker.onerror = null;
    if (all.has(worker)) free.push(worker);
    while (free.length > 1) drop(free[0]!);
  }
  function warmUp() {
    if (free.length === 0) free.push(make());
  }

  return {
    warmUp,
    startRun(experiment, onChunk, onFailure, interventions = [], orchestrator = 'nepi') {
      cancelCurrent?.();
      const run = ++runs;
      const worker = free.pop() ?? make();
      // Not at once: the run's own beginning is what somebody waits for.
      spare = setTimeout(warmUp, SPARE_AFTER);
      let over = false;
      const end = () => {
        over = true;
        clearTimeout(spare);
        if (cancelCurrent === cancel) cancelCurrent = undefined;
      };

      function cancel() {
        if (over) return;
        end();
        const deadline = setTimeout(() => drop(worker), PATIENCE);
        worker.onmessage = ({ data }) => {
          if (data.kind === 'chunk' && !data.chunk.outcome) return;
          clearTimeout(deadline);
          release(worker);
        };
        worker.postMessage({ kind: 'cancel', run });
        warmUp();
      }

      worker.onmessage = ({ data }) => {
        if (data.run !== run) return;
        if (data.kind === 'chunk') {
          if (data.chunk.outcome) {
            end();
            release(worker);
          }
          onChunk(data.chunk);
          freeChunk(data.chunk);
        } else if (data.kind === 'failure') {
          end();
          release(worker);
          onFailure(printError(data.error));
        }
      };
      // The worker's file didn't load, or it broke outside of a run: it can't be used again.
      worker.onerror = (event) => {
        event.preventDefault?.();
        end();
        drop(worker);
        onFailure(event.message || 'The simulation could not be loaded. Reload the page and try again.');
      };
      sendInParts(
        experiment,
        (part) => worker.postMessage({ kind: 'part', run, part }),
        (rest) => worker.postMessage({ kind: 'start', run, experiment: rest, interventions, orchestrator }),
        () => over,
      );
      cancelCurrent = cancel;
      return cancel;
    },
    close() {
      clearTimeout(spare);
      cancelCurrent = undefined;
      for (const worker of all) drop(worker);
    },
  };
}

function createEngineWorker(): WorkerPort {
  return new Worker(new URL('./entry.ts', import.meta.url), { type: 'module', name: 'nepi-engine' });
}

const printError = ({ name, message }: RemoteError) => (name === 'Error' ? message : `${name}: ${message}`);
