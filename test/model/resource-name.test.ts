import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resourceLabel, type Resource } from '../../src/model/experiment.ts';
import { resourceName, resourceWithGuid } from '../../src/model/resource-name.ts';

const node = (guid: number, label?: string): Resource => ({
  guid,
  rtype: 'linux::Node',
  attributes: {},
  traces: [],
  ...(label !== undefined && { label }),
});
const namesOf = (resources: readonly Resource[]) => resources.map(({ guid }) => resourceName(resources, guid));

test('a label of its own is the name; equal ones have their guid', () => {
  expect(namesOf([node(1, 'host'), node(2, 'job'), node(3, 'job'), node(4)])).toEqual([
    'host',
    'job (2)',
    'job (3)',
    'Node 4',
  ]);
});

test('labels that look equal are equal', () => {
  expect(namesOf([node(1, 'Zoë'), node(2, 'Zoe\u0308'), node(3, 'a  b'), node(4, 'a b ')])).toEqual([
    'Zoë (1)',
    'Zoe\u0308 (2)',
    'a  b (3)',
    'a b  (4)',
  ]);
});

test('a label that reads as the name of another one has its guid', () => {
  expect(namesOf([node(1, 'job'), node(2, 'job'), node(3, 'job (2)')])).toEqual(['job (1)', 'job (2)', 'job (2) (3)']);
  expect(namesOf([node(1), node(2, 'Node 1')])).toEqual(['Node 1 (1)', 'Node 1 (2)']);
});

test('a label of which nothing can be seen counts as none', () => {
  expect(namesOf([node(1, '  '), node(2, '\u200b')])).toEqual(['Node 1', 'Node 2']);
  expect(resourceWithGuid(node(1, ' \u200b'))).toBe('Node 1');
  expect(resourceWithGuid(node(1, 'host'))).toBe('host (guid 1)');
});

test('who is missing is said by guid', () => {
  expect(resourceName([node(1)], 7)).toBe('guid 7');
  expect(resourceName([node(1)], 7, '7 (missing)')).toBe('7 (missing)');
});

test('no two resources have the same name, whatever their labels', () => {
  const label = fc.constantFrom('a', 'a (1)', 'a (2)', 'a (1) (2)', 'a (2) (1)', 'Node 1', 'Node 3', '', ' ', 'a (3)');
  fc.assert(
    fc.property(fc.array(label, { maxLength: 6 }), (labels) => {
      const resources = labels.map((text, index) => node(index + 1, text));
      const names = namesOf(resources);
      expect(new Set(names).size).toBe(names.length);
      for (const [index, name] of names.entries()) expect(name).toContain(resourceLabel(resources[index]!));
    }),
    { numRuns: 500 },
  );
});
