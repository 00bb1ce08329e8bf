import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startRun } from '../../src/engine/run.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import type { RunChunk } from '../../src/record/chunk.ts';
import { concatRecord } from '../support/concat-record.ts';
import { luckyExperiment } from '../support/experiment-arbitrary.ts';
import { testCatalog } from '../support/test-catalog.ts';

function recordOf(experiment: Experiment, polls: 'literal' | 'skipped') {
  const run = startRun(experiment, testCatalog, { polls });
  const chunks: RunChunk[] = [];
  do chunks.push(run.advance(1e9));
  while (!chunks.at(-1)!.outcome);
  const { outcome } = chunks.at(-1)!;
  return { ...concatRecord(chunks), outcome: outcome!, tasks: chunks.at(-1)!.tasks, log: chunks.flatMap((c) => c.log) };
}

test('skipping polls changes nothing: not the events, their causes, what was waited for, or the tasks', () => {
  fc.assert(
    fc.property(luckyExperiment, (experiment) => {
      const literal = recordOf(experiment, 'literal');
      const skipped = recordOf(experiment, 'skipped');
      expect(skipped.events).toEqual(literal.events);
      expect(skipped.log).toEqual(literal.log);
      if (skipped.outcome.kind === 'stalled') {
        expect(literal.outcome).toMatchObject({ kind: 'horizon', abort: skipped.outcome.abort });
      } else {
        expect(skipped.outcome).toEqual(literal.outcome);
        expect(skipped.tasks).toBe(literal.tasks);
        expect(skipped.stretches).toEqual(literal.stretches);
      }
    }),
    { seed: 7, numRuns: 300 },
  );
}, 60_000);
