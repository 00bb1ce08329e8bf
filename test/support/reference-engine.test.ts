import { describe, expect, test } from 'vitest';
import { goldenNames, loadGolden } from './load-golden.ts';
import { runReference } from './reference-engine.ts';
import { testCatalog } from './test-catalog.ts';
import { traceDifference } from './trace-difference.ts';

describe('the reference engine does what NEPI does', () => {
  test.each([...goldenNames(''), ...goldenNames('random/')])('%s', (name) => {
    const { experiment, trace } = loadGolden(name);
    expect(traceDifference(runReference(experiment, testCatalog), trace)).toBeUndefined();
  });
});
