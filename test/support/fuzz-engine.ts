// The fuzzer behind scripts/fuzz-engine.mjs.
import fc from 'fast-check';
import type { RunOutcome } from '../../src/record/chunk.ts';
import { engineDifference } from './compare-engines.ts';
import { certainExperiment, luckyExperiment } from './experiment-arbitrary.ts';
import { checkedRun, RECORD_CHECKS } from './record-checks.ts';
import { runEngine } from './run-engine.ts';
import { testCatalog } from './test-catalog.ts';
import { variedGolden } from './varied-golden.ts';

const BATCH = 2_000;

/**
 * @param checkRecord whether causes and stretches are looked at as well.
 * @returns whether the engine and its reference agreed on every one of so many random experiments.
 */
export function fuzzEngine(runs: number, seed: number, checkRecord: boolean, print: (line: string) => void): boolean {
  const ends = new Map<string, number>();
  const count = ({ kind, abort }: RunOutcome) => {
    const end = abort ? `${kind}, aborted` : kind;
    ends.set(end, (ends.get(end) ?? 0) + 1);
  };
  for (let done = 0; done < runs; done += BATCH) {
    const batch = Math.min(BATCH, runs - done);
    const result = fc.check(
      fc.property(fc.oneof(certainExperiment, luckyExperiment, variedGolden), (experiment) => {
        const difference = engineDifference(experiment, testCatalog);
        if (difference !== undefined) throw new Error(difference);
        const run = runEngine(experiment, testCatalog);
        count(run.outcome);
        for (const [name, check] of Object.entries(RECORD_CHECKS)) {
          const fault = checkRecord ? check(checkedRun(experiment, run)) : undefined;
          if (fault !== undefined) throw new Error(`${name}: ${fault}`);
        }
      }),
      { seed: seed + done, numRuns: batch },
    );
    if (result.failed) {
      print(`seed ${seed + done}, path ${result.counterexamplePath}`);
      print(JSON.stringify(result.counterexample?.[0]));
      print(String(result.errorInstance));
      return false;
    }
    print(`${done + batch}: ${[...ends].map(([end, times]) => `${times} ${end}`).join('; ')}`);
  }
  return true;
}
