import { describe, expect, test } from 'vitest';
import { sameDefinition } from '../../src/model/definition.ts';
import { createExperiment, type Experiment, type Resource } from '../../src/model/experiment.ts';

const node: Resource = { guid: 1, rtype: 'Node', label: 'a', position: { x: 0, y: 0 }, attributes: {}, traces: [] };
const experiment: Experiment = { ...createExperiment('test'), resources: [node, { ...node, guid: 2 }] };
const withFirst = (change: Partial<Resource>): Experiment => ({
  ...experiment,
  resources: experiment.resources.map((resource, index) => (index === 0 ? { ...resource, ...change } : resource)),
});

describe('a run looks at neither', () => {
  test.each([
    ['labels', withFirst({ label: 'b' })],
    ['positions', withFirst({ position: { x: 9, y: 9 } })],
    ['groups', { ...experiment, groups: [{ name: 'Paris', guids: [1, 2] }] }],
    ['a list made anew of the same resources', { ...experiment, resources: [...experiment.resources] }],
  ])('%s', (_what, changed) => {
    expect(sameDefinition(experiment, changed)).toBe(true);
  });
});

describe('a run may change with', () => {
  test.each([
    ['attributes', withFirst({ attributes: { a: 1 } })],
    ['behavior', withFirst({ behavior: { run: '1s' } })],
    ['traces', withFirst({ traces: ['stdout'] })],
    ['types', withFirst({ rtype: 'Other' })],
    ['a resource more', { ...experiment, resources: [...experiment.resources, { ...node, guid: 3 }] }],
    ['connections', { ...experiment, connections: [[1, 2]] as const }],
    ['the script', { ...experiment, script: [{ op: 'shutdown' }] as const }],
    ['the simulation', { ...experiment, simulation: { seed: 2 } }],
  ])('%s', (_what, changed) => {
    expect(sameDefinition(experiment, changed)).toBe(false);
  });
});
