import { expect, test } from 'vitest';
import { applyEdit } from '../../../src/edit/edit.ts';
import { createExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { cardAt } from '../../../src/ui/graph/scene/card-size.ts';
import { overlaps } from '../../../src/ui/graph/scene/geometry.ts';
import { addManyEdit, MOST_ADDED, readQuantity } from '../../../src/ui/graph/placing/add-many.ts';

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

test('nothing that is added covers what is there, and what covers nothing stands where it was put', () => {
  const add = (experiment: Experiment, count: number, x: number, snap = true) =>
    applyEdit(experiment, addManyEdit(experiment, { rtype: 'Node', count }, { x, y: 0 }, { snap }).edit);
  const beside = add(add(createExperiment('e'), 1, 0, false), 1, 200, false);
  expect(beside.resources.map(({ position }) => position)).toEqual([
    { x: -100, y: -36 },
    { x: 100, y: -36 },
  ]);
  const { resources } = add(add(add(beside, 1, 0), 8, 0), 20, 0);
  const boxes = resources.map(({ position }) => cardAt(position!));
  expect(boxes.some((box, index) => boxes.slice(index + 1).some((other) => overlaps(box, other)))).toBe(false);
  expect(resources.slice(2).every(({ position: { x, y } = { x: 1, y: 1 } }) => x % 20 === 0 && y % 20 === 0)).toBe(
    true,
  );
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
