import { expect, test } from 'vitest';
import { createExperiment } from '../../../src/model/experiment.ts';
import { captionOf } from '../../../src/ui/run/run-lanes.ts';

test('a picture says which experiment, seed and fork it is of', () => {
  const experiment = { ...createExperiment('ping'), simulation: { seed: 7 } };
  expect(captionOf(experiment)).toBe('ping, seed 7');
  expect(captionOf(experiment, 'Node 1 fails at 10 s')).toBe('ping, seed 7: Node 1 fails at 10 s');
});
