// What the engine records besides what happened: why each thing happened, and what time went into.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { luckyExperiment } from '../support/experiment-arbitrary.ts';
import { checkedRun, RECORD_CHECKS } from '../support/record-checks.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';
import { WAIT_CHECKS } from '../support/wait-checks.ts';

// Many runs in one test, on machines of any speed.
vi.setConfig({ testTimeout: 60_000 });

test.each(Object.entries({ ...RECORD_CHECKS, ...WAIT_CHECKS }))('%s', (_, check) => {
  fc.assert(
    fc.property(luckyExperiment, (experiment) => {
      expect(check(checkedRun(experiment, runEngine(experiment, testCatalog)))).toBeUndefined();
    }),
    { seed: 1, numRuns: 200 },
  );
});
