// Each golden run is told whole: every moment of every resource goes into something, what is said of it is so, and from
// every event the causes lead back to the beginning.
import { expect, test } from 'vitest';
import { goldenNames, loadGolden } from '../support/load-golden.ts';
import { checkedRun, RECORD_CHECKS } from '../support/record-checks.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';
import { WAIT_CHECKS } from '../support/wait-checks.ts';

test.each([...goldenNames(''), ...goldenNames('random/')])('%s', (name) => {
  const { experiment } = loadGolden(name);
  const run = checkedRun(experiment, runEngine(experiment, testCatalog));
  for (const [title, check] of Object.entries({ ...RECORD_CHECKS, ...WAIT_CHECKS })) {
    expect(check(run), title).toBeUndefined();
  }
  const leadsToBeginning: boolean[] = [];
  for (const { cause } of run.events) leadsToBeginning.push(cause === -1 || leadsToBeginning[cause] === true);
  expect(leadsToBeginning).not.toContain(false);
});
