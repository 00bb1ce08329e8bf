// What `npm run bench` does: all benchmarks, or the parts that are named, as one table; with --json an object a line.
import { runGraphBenchmarks } from './graph/graph.bench.ts';
import { type BenchResult, holds } from './measure.ts';
import { runPageBenchmarks } from './page/page.bench.ts';
import { runEngineProgram } from './run-engine-program.ts';
import { printResult, TABLE_HEAD } from './table.ts';
import { runTimelineBenchmarks } from './timeline/timeline.bench.ts';

/** Each tells of its results one by one. */
const PARTS: Readonly<Record<string, (done: (result: BenchResult) => void) => Promise<void>>> = {
  engine: runEngineProgram,
  page: runPageBenchmarks,
  graph: runGraphBenchmarks,
  timeline: runTimelineBenchmarks,
};

/** @returns whether every bar was kept. @throws Error for a part that isn't there. */
export async function runBenchmarks(words: readonly string[], write: (line: string) => void): Promise<boolean> {
  const asJson = words.includes('--json');
  const named = words.filter((word) => word !== '--json');
  const unknown = named.find((name) => !PARTS[name]);
  if (unknown) throw new Error(`no benchmark '${unknown}'; there are: ${Object.keys(PARTS).join(', ')}`);
  let allHold = true;
  if (!asJson) write(TABLE_HEAD);
  for (const part of named.length > 0 ? named : Object.keys(PARTS)) {
    await PARTS[part]!((result) => {
      allHold &&= holds(result);
      write(asJson ? JSON.stringify({ part, ...result, holds: holds(result) }) : printResult(result));
    });
  }
  return allHold;
}
