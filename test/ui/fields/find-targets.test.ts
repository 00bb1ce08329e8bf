import { expect, test } from 'vitest';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { findTargets } from '../../../src/ui/fields/find-targets.ts';
import { clients } from '../../edit/experiments.ts';

const experiment = {
  ...clients,
  groups: [
    { name: 'Paris east', guids: [1, 2] },
    { name: 'Lyon', guids: [3, 4] },
  ],
};
const found = (text: string, among?: Parameters<typeof findTargets>[3]) =>
  findTargets(experiment, nepiCatalog, text, among).map(({ title, guids }) => [title, ...guids]);

test('groups are found by name, before the resources', () => {
  expect(found('paris')).toEqual([['Paris east', 1, 2]]);
  expect(found('').map(([title]) => title)).toEqual([
    'Paris east',
    'Lyon',
    'Node 1',
    'server',
    'Application 3',
    'Application 4',
  ]);
});

test('all that were found come last, where words were asked for and they are several', () => {
  expect(found('application').at(-1)).toEqual(['All 3 found', 2, 3, 4]);
  expect(found('server')).toEqual([['server', 2]]);
});

test('those selected come first', () => {
  const selected = new Set([4, 2]);
  expect(found('', { selected })[0]).toEqual(['The 2 selected', 2, 4]);
  expect(found('sel', { selected })).toEqual([['The 2 selected', 2, 4]]);
  expect(found('', { selected: new Set([4]) })[0]).toEqual(['Paris east', 1, 2]);
});

test('who may not be found is in nothing that is found', () => {
  const mayBe = (guid: number) => guid === 4;
  expect(found('', { mayBe, selected: new Set([3, 4]) })).toEqual([
    ['Lyon', 4],
    ['Application 4', 4],
  ]);
  expect(found('application', { mayBe })).toEqual([['Application 4', 4]]);
});
