// Drives runs in slices, so that whoever sends messages is heard in between. Knows no worker: what it posts to, the
// clock and the way to be called again are handed in.
import type { RunPlan } from '../model/run-plan.ts';
import type { Run } from '../record/chunk.ts';
import { type ExperimentPart, joinParts } from './experiment-parts.ts';
import { describeError, type FromWorker, packChunk, type ToWorker } from './protocol.ts';

export interface DriverParts {
  readonly startRun: (plan: RunPlan) => Run;
  readonly post: (message: FromWorker, transfer: ArrayBuffer[]) => void;
  /** Milliseconds; only differences count. */
  readonly clock: () => number;
  /** Calls back after the messages that have come in were heard. */
  readonly later: (next: () => void) => void;
}

/** How long a slice should take, in ms: short enough for messages to be heard, long enough to be worth a message. */
const SLICE = 12;
/** Tasks of the first slice: few, so that there is something to show at once. */
const FIRST_LIMIT = 256;
/**
 * Tasks that later slices have at least, about a millisecond. Where the clock goes on without the slice (the machine is
 * busy, or a slice costs something whatever its size), fewer tasks would not make it shorter, only the run longer.
 */
const LEAST_LIMIT = 1024;
const GROWTH = 4;

/** Makes what takes a worker's messages. One run at a time: a new one ends the one before. */
export function createDriver({ startRun, post, clock, later }: DriverParts): (message: ToWorker) => void {
  let waiting: { readonly number: number; readonly parts: ExperimentPart[] } | undefined;
  let current: { readonly number: number; readonly run: Run; limit: number } | undefined;

  function fail(number: number, error: unknown) {
    current = undefined;
    post({ kind: 'failure', run: number, error: describeError(error) }, []);
  }

  function slice(number: number) {
    if (current?.number !== number) return;
    try {
      const begin = clock();
      const { chunk, transfer } = packChunk(current.run.advance(current.limit));
      const took = clock() - begin;
      const factor = took > 0 ? SLICE / took : GROWTH;
      current.limit = Math.max(LEAST_LIMIT, Math.round(current.limit * Math.min(GROWTH, factor)));
      if (chunk.outcome) current = undefined;
      post({ kind: 'chunk', run: number, chunk }, transfer);
      if (current) later(() => slice(number));
    } catch (error) {
      fail(number, error);
    }
  }

  return (message) => {
    const { run: number } = message;
    if (message.kind === 'part') {
      if (waiting?.number !== number) waiting = { number, parts: [] };
      waiting.parts.push(message.part);
      return;
    }
    if (message.kind === 'cancel') {
      if (current?.number !== number && waiting?.number !== number) return;
      current = waiting = undefined;
      post({ kind: 'cancelled', run: number }, []);
      return;
    }
    const parts = waiting?.number === number ? waiting.parts : [];
    waiting = undefined;
    const plan = { ...message.plan, experiment: joinParts(message.plan.experiment, parts) };
    try {
      current = { number, run: startRun(plan), limit: FIRST_LIMIT };
    } catch (error) {
      fail(number, error);
      return;
    }
    slice(number);
  };
}
