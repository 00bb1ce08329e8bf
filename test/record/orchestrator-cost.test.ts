import { describe, expect, test } from 'vitest';
import { criticalPath } from '../../src/record/critical-path.ts';
import { explainCost, orchestratorCost } from '../../src/record/orchestrator-cost.ts';
import { createRecord, type RunRecord } from '../../src/record/run-record.ts';
import { printSentence } from '../../src/record/sentence.ts';
import { goldenNames, loadGolden } from '../support/load-golden.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';

function recordOf(name: string, orchestrator: 'nepi' | 'ideal'): RunRecord {
  const record = createRecord();
  for (const chunk of runEngine(loadGolden(name).experiment, testCatalog, { orchestrator }).chunks)
    record.append(chunk);
  return record;
}

const words = {
  labelOf: (guid: number) => `RM ${guid}`,
  printTime: (time: number) => `${time / 1_000_000} s`,
  printSpan: (span: number) => `${span / 1_000_000} s`,
};
const told = (name: string) => {
  const cost = orchestratorCost(recordOf(name, 'nepi'), recordOf(name, 'ideal'));
  return printSentence({ pieces: explainCost(cost) }, words);
};

/** The end of a run comes while its resource is being stopped: without polls, the stop begins before that. */
const RACES = ['run-ends-while-stopping'];

describe.each(goldenNames('').filter((name) => !RACES.includes(name)))('%s', (name) => {
  const nepi = recordOf(name, 'nepi');
  const ideal = recordOf(name, 'ideal');

  test('ideally, all time on the critical path is work, and what the experimenter asked to wait for', () => {
    const { totals } = criticalPath(ideal);
    const { work, run, delay, sleep, lock, other } = totals;
    // In one, a resource has stopped between its two runs: the path leads through that time.
    expect(work + run + delay + sleep + lock + (name === 'started-again' ? other : 0)).toBe(ideal.now);
  });

  test('the ideal run ends in the same way, no later, and by no more than polling and worker shortage earlier', () => {
    const { cost, polling, worker, sameOutcome } = orchestratorCost(nepi, ideal);
    expect(sameOutcome).toBe(true);
    expect(cost).toBeGreaterThanOrEqual(0);
    expect(cost).toBeLessThanOrEqual(polling + worker);
  });
});

test('what it costs, in words', () => {
  expect(told('server-and-clients')).toBe(
    "NEPI as it is ends at 58 s, ideal at 56.5 s: the orchestrator costs 1.5 s (2.6 %). On NEPI's critical path: polling 1.5 s.",
  );
  expect(told('crowded-workers')).toBe(
    "NEPI as it is ends at 64.5 s, ideal at 54.4 s: the orchestrator costs 10.1 s (15.7 %). On NEPI's critical path: polling 1.8 s, no free worker 8.3 s.",
  );
  expect(told('one-worker')).toMatch(
    /polling 0.8 s, no free worker 6 s; in place of 3 s of it, ideal waits for other things\.$/,
  );
  expect(told('missing-node')).toBe('NEPI as it is ends at 0 s, ideal at 0 s: the orchestrator costs nothing.');
});

test('where things race, the ideal run may be the later one: that is said', () => {
  expect(told('run-ends-while-stopping')).toBe(
    "NEPI as it is ends at 18.5 s, ideal at 19 s, 0.5 s later: without NEPI's delays other things come first, and take longer.",
  );
});
