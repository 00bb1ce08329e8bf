import { expect, test } from 'vitest';
import { createExperiment, type Experiment } from '../../../../src/model/experiment.ts';
import { createScenes } from '../../../../src/ui/graph/scene/scene.ts';
import { sightBounds } from '../../../../src/ui/graph/edges/sight-bounds.ts';
import { gridExperiment } from '../../../support/grid-experiment.ts';
import { resource } from '../../../edit/experiments.ts';

const experiment: Experiment = {
  ...createExperiment('test'),
  resources: [resource(1, { position: { x: 0, y: 0 } }), resource(2, { position: { x: 280, y: 0 } })],
  conditions: [{ resources: [2], group: [1], action: 'START', state: 'STARTED' }],
};

test('a sentence that stands beyond the cards is in sight, too', () => {
  const scene = createScenes()(experiment);
  const { y, height } = sightBounds(scene, 'both')!;
  expect(y < 0 || y + height > 72).toBe(true);
  expect(sightBounds(scene, 'connections')).toEqual({ x: 0, y: 0, width: 480, height: 72 });
});

test('of many edges only the cards and frames count', () => {
  const scene = createScenes()(gridExperiment(200));
  expect(sightBounds(scene, 'both')).toEqual(scene.bounds);
});

test('of nothing there is nothing to see', () => {
  expect(sightBounds(createScenes()(createExperiment('test')), 'both')).toBeUndefined();
});
