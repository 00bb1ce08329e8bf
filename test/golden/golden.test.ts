import { describe, expect, test } from 'vitest';
import { goldenNames, loadGolden } from '../support/load-golden.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';
import { traceDifference } from '../support/trace-difference.ts';

describe.each([
  ['the named runs of NEPI', goldenNames(''), 'skipped'],
  ['random runs of NEPI', goldenNames('random/'), 'skipped'],
  ['the named runs of NEPI, poll by poll', goldenNames(''), 'literal'],
  ['random runs of NEPI, poll by poll', goldenNames('random/'), 'literal'],
] as const)('%s', (_, names, polls) => {
  test.each(names)('%s', (name) => {
    const { experiment, trace } = loadGolden(name);
    expect(traceDifference(runEngine(experiment, testCatalog, { polls }).trace, trace)).toBeUndefined();
  });
});

test('there are golden runs', () => {
  expect(goldenNames('')).toContain('ping');
  expect(goldenNames('random/').length).toBeGreaterThan(0);
});
