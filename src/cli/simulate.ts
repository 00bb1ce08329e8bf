import { nepiCatalog } from '../catalog/catalog.ts';
import { startRun } from '../engine/run.ts';
import type { Experiment, Simulation } from '../model/experiment.ts';
import type { Orchestrator } from '../model/simulation.ts';
import { visibleText } from '../model/visible-text.ts';
import { visibleJson } from '../model/visible-text.ts';
import type { RunChunk } from '../record/chunk.ts';
import { createTrace } from '../record/trace.ts';
import { findObstacles } from '../rules/obstacles.ts';
import { problemLines } from './problem-lines.ts';
import { readExperiment } from './read-experiment.ts';
import { costSentence, summarizeRun } from './run-summary.ts';
import { EXIT, type Terminal } from './terminal.ts';

export interface SimulateOptions {
  /** One line of JSON a file, in place of words. */
  readonly json?: boolean;
  readonly seed?: number;
  /** A time, as in a file. */
  readonly horizon?: string;
  /** Without NEPI's polling delays and worker limit. */
  readonly ideal?: boolean;
}

/** Tasks at a time: enough that asking costs nothing, few enough that chunks stay small. */
const SLICE = 100_000;

/** `nepi-studio simulate`. @returns the exit code. */
export async function simulateFiles(
  files: readonly string[],
  { json = false, seed, horizon, ideal = false }: SimulateOptions,
  terminal: Terminal,
): Promise<number> {
  let exit: number = EXIT.fine;
  const changed: Simulation = { ...(seed !== undefined && { seed }), ...(horizon !== undefined && { horizon }) };
  for (const file of files) {
    const read = await readExperiment(file, terminal);
    if ('problems' in read) {
      for (const line of read.problems) terminal.err(`${line}\n`);
      exit = Math.max(exit, read.exit);
      continue;
    }
    const { name, text } = read;
    const experiment = { ...read.experiment, simulation: { ...read.experiment.simulation, ...changed } };
    const obstacles = findObstacles(experiment, nepiCatalog);
    if (obstacles.length > 0) {
      for (const line of problemLines(name, text, experiment, obstacles)) terminal.err(`${line}\n`);
      exit = Math.max(exit, EXIT.problems);
      continue;
    }
    try {
      const chunks = runToEnd(experiment, ideal ? 'ideal' : 'nepi');
      terminal.out(
        json ? `${visibleJson(printJson(experiment, chunks))}\n` : summarizeRun(experiment, nepiCatalog, chunks),
      );
      if (ideal && !json) terminal.out(`  ${costSentence(runToEnd(experiment, 'nepi'), chunks)}\n`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      terminal.err(`${visibleText(`${name}: the simulation broke off: ${why}`)}\n`);
      exit = EXIT.fault;
    }
  }
  return exit;
}

function runToEnd(experiment: Experiment, orchestrator: Orchestrator): readonly RunChunk[] {
  const run = startRun(experiment, nepiCatalog, { orchestrator });
  const chunks: RunChunk[] = [];
  do chunks.push(run.advance(SLICE));
  while (!chunks.at(-1)?.outcome);
  return chunks;
}

/**
 * One line: the run as a trace. A run that did not finish also has its `outcome` and, when it stalled, who waits for
 * whom; of one that finished, `error` and `abort` say how.
 */
function printJson(experiment: Experiment, chunks: readonly RunChunk[]): string {
  const trace = createTrace(experiment, nepiCatalog, chunks);
  const outcome = chunks.at(-1)?.outcome;
  if (trace.finished || !outcome) return JSON.stringify(trace);
  return JSON.stringify({ ...trace, outcome: outcome.kind, stalled: outcome.stalled });
}
