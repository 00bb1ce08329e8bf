import { expect, test } from 'vitest';
import { labelsOf, placeText } from '../../../src/ui/timeline/lane-text.ts';

const lane = (guid: number) => ({ guid, label: `node${guid}`, rtype: 'linux::Node' });
const paris = { key: 2, name: 'Paris' };
const rows = [
  lane(1),
  { group: paris, members: [lane(2), lane(3)], folded: false },
  lane(2),
  lane(3),
  ...Array.from({ length: 20 }, (_, place) => lane(4 + place)),
];

test('where what was moved stands', () => {
  expect(placeText(rows, [1])).toBe('node1, now 1st of 24');
  expect(placeText(rows, [3])).toBe('node3, now 4th of 24');
  expect(placeText(rows, [2, 3])).toBe('Paris, now 2nd of 24');
  expect(placeText(rows, [11, 12])).toBe('2 lanes, now 12th of 24');
  expect(placeText(rows, [22])).toBe('node22, now 23rd of 24');
  expect(placeText(rows, [99])).toBe('');
});

test('scripts have no lane, but a name', () => {
  const labelOf = labelsOf([lane(1)], 9);
  expect([0, 1, 9, 7].map(labelOf)).toEqual(['script', 'node1', 'script', 'guid 7']);
});
