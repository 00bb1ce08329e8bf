import { expect, test } from 'vitest';
import { applyEdit } from '../../src/edit/edit.ts';
import { alikeSiblings, foldAlike } from '../../src/edit/fold-alike.ts';
import { createExperiment, type Experiment } from '../../src/model/experiment.ts';
import { clients, resource } from './experiments.ts';

/** A node with a server and four clients; the last one waits for nobody. */
const farm: Experiment = {
  ...createExperiment('farm'),
  resources: [
    resource(1, { rtype: 'linux::Node' }),
    resource(2, { label: 'server' }),
    resource(3, { label: 'client 1' }),
    resource(4, { label: 'client 2' }),
    resource(5, { label: 'client 3' }),
    resource(6, { label: 'client 4' }),
    resource(7, { rtype: 'linux::Node' }),
    resource(8, { rtype: 'linux::Node' }),
  ],
  connections: [
    [1, 2],
    [1, 3],
    [4, 1],
    [1, 5],
    [1, 6],
  ],
  conditions: [
    { resources: [3, 4], action: 'START', group: [2], state: 'STARTED', time: '2s' },
    { resources: [5], action: 'START', group: [2], state: 'STARTED', time: '2s' },
  ],
};

test('siblings are alike when type, neighbours and conditions are', () => {
  expect(alikeSiblings(farm)).toEqual([[3, 4, 5]]);
});

test('waiting for other resources, or for another time, makes a difference', () => {
  const conditions = farm.conditions.map((condition) => ({ ...condition, time: `${condition.resources.length}s` }));
  expect(alikeSiblings({ ...farm, conditions })).toEqual([[3, 4]]);
});

test('what is waited for together is alike', () => {
  const both = {
    ...clients,
    connections: [
      [1, 3],
      [1, 4],
    ] as const,
  };
  expect(alikeSiblings(both)).toEqual([[3, 4]]);
});

test('resources that nothing ties to anything are left alone', () => {
  expect(alikeSiblings({ ...farm, connections: [], conditions: [] })).toEqual([]);
});

test('folding makes collapsed groups, named by what the labels begin with, once', () => {
  const edit = foldAlike(farm)!;
  const after = applyEdit(farm, edit);
  expect(after.groups).toEqual([{ name: 'client', guids: [3, 4, 5], collapsed: true }]);
  expect(foldAlike(after)).toBeUndefined();
});

test('without labels the type gives the name', () => {
  const bare = { ...farm, resources: farm.resources.map(({ label: _label, ...rest }) => rest) };
  expect(applyEdit(bare, foldAlike(bare)!).groups[0]?.name).toBe('Applications');
});
