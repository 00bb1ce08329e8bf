import { expect, test } from 'vitest';
import { isSeenWhole } from '../../../src/ui/graph/placing/sight.ts';

const sight = { x: 0, y: 0, width: 1000, height: 600 };
const covered = [
  { x: 0, y: 0, width: 292, height: 46 },
  { x: 828, y: 532, width: 172, height: 68 },
];

test.each([
  ['in the middle', { x: 400, y: 300 }, true],
  ['beside what lies over the canvas', { x: 400, y: 20 }, true],
  ['at the very border', { x: 600, y: 528 }, true],
  ['under the choice of the reading', { x: 20, y: 20 }, false],
  ['under the buttons in the corner', { x: 780, y: 500 }, false],
  ['sticking out to the left', { x: -1, y: 300 }, false],
  ['sticking out below', { x: 400, y: 529 }, false],
])('a card %s', (_, place, isSeen) => {
  expect(isSeenWhole({ sight, covered }, { ...place, width: 200, height: 72 })).toBe(isSeen);
});
