import { expect, test } from 'vitest';
import { applyEdit } from '../../../src/edit/edit.ts';
import { createExperiment } from '../../../src/model/experiment.ts';
import { addManyEdit, MOST_ADDED, readQuantity } from '../../../src/ui/graph/overlays/add-many.ts';

test.each([
  ['20 linux::Node', { count: 20, words: 'linux::Node' }],
  ['20x node', { count: 20, words: 'node' }],
  ['3 × ping', { count: 3, words: 'ping' }],
  ['1 node', { count: 1, words: 'node' }],
  ['0 node', { count: 1, words: '0 node' }],
  ['99999 node', { count: MOST_ADDED, words: 'node' }],
  ['ns3', { count: 1, words: 'ns3' }],
  ['node 20', { count: 1, words: 'node 20' }],
])('%j is read as a number and a name', (text, read) => {
  expect(readQuantity(text)).toEqual(read);
});

test('a number of resources forms a block around the point, no two in one place', () => {
  const { edit, guids } = addManyEdit(
    createExperiment('e'),
    { rtype: 'Node', count: 20 },
    { x: 0, y: 0 },
    { snap: true },
  );
  const { resources } = applyEdit(createExperiment('e'), edit);
  expect(guids).toHaveLength(20);
  expect(new Set(resources.map(({ position }) => `${position?.x} ${position?.y}`)).size).toBe(20);
  expect(resources.every(({ position }) => position!.x % 20 === 0 && position!.y % 20 === 0)).toBe(true);
  const xs = resources.map(({ position }) => position!.x);
  expect(Math.min(...xs) + Math.max(...xs) + 200).toBeLessThanOrEqual(40);
});

test('all of them are joined to where a wire came from; a condition is one for all', () => {
  const start = applyEdit(createExperiment('e'), {
    kind: 'add',
    resources: [{ guid: 1, rtype: 'Node', attributes: {}, traces: [] }],
  });
  const add = (kind: 'connection' | 'condition') =>
    applyEdit(
      start,
      addManyEdit(start, { rtype: 'App', count: 3 }, { x: 0, y: 0 }, { snap: false, wire: { kind, from: [1] } }).edit,
    );
  expect(add('connection').connections).toEqual([
    [1, 2],
    [1, 3],
    [1, 4],
  ]);
  expect(add('condition').conditions).toMatchObject([{ resources: [2, 3, 4], group: [1] }]);
});
