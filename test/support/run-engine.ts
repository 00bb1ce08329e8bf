// Drives the shipped engine from beginning to end, and sees what it left as a trace.
import { startRun, type RunOptions } from '../../src/engine/run.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import type { Catalog } from '../../src/model/rtype.ts';
import type { RunChunk, RunOutcome } from '../../src/record/chunk.ts';
import { createTrace, type RunTrace } from '../../src/record/trace.ts';

/** More than any run of a test takes. */
const MOST_CHUNKS = 10_000_000;

export interface FinishedRun {
  readonly chunks: readonly RunChunk[];
  readonly outcome: RunOutcome;
  readonly trace: RunTrace;
}

/**
 * @param options how the polls are done, and how many tasks at a time are: all.
 * @throws when the run goes on for ever.
 */
export function runEngine(
  experiment: Experiment,
  catalog: Catalog,
  { slice = 1e9, ...options }: RunOptions & { readonly slice?: number } = {},
): FinishedRun {
  const run = startRun(experiment, catalog, options);
  const chunks: RunChunk[] = [];
  while (chunks.length < MOST_CHUNKS) {
    const chunk = run.advance(slice);
    chunks.push(chunk);
    if (chunk.outcome) return { chunks, outcome: chunk.outcome, trace: createTrace(experiment, catalog, chunks) };
  }
  throw new Error('the run does not end');
}
