import { expect, test } from 'vitest';
import { labelSize } from '../../../src/ui/graph/edges/label-size.ts';
import { roomForLarger } from '../../../src/ui/graph/edges/larger-labels.ts';
import type { Rect } from '../../../src/ui/graph/scene/geometry.ts';

const label = (x: number) => ({
  x,
  y: 100,
  text: 'START when one is STARTED + 5s',
  full: 'START when one is STARTED + 5s',
  brief: 'START when STARTED + 5s',
  mark: 'START + 5s',
  width: 180,
});
const HERE = label(0);
const EVERYWHERE = { x: -5000, y: -5000, width: 10_000, height: 10_000 };
const free = { touches: () => false, frames: [], within: EVERYWHERE };
/** Room of a height around the label's place, and none above and below. */
const slot = (height: number) => ({
  ...free,
  touches: ({ y, height: most }: Rect) => y < 100 - height / 2 || y + most > 100 + height / 2,
});

test('where all is small, a sentence with room is shown in its place, briefly', () => {
  expect(roomForLarger([{ label: HERE }], 2.4, free).get(HERE)).toEqual({ text: HERE.brief, x: 0, y: 100 });
  expect(roomForLarger([{ label: HERE }], 2.4, { ...free, touches: () => true }).size).toBe(0);
});

test('sentences make way for each other, and stay tied to their lines', () => {
  const other = label(100);
  const place = roomForLarger([{ label: HERE }, { label: other }], 1.5, free).get(other)!;
  expect(Math.abs(place.y - 100) >= 30 || Math.abs(place.x) >= 100).toBe(true);
  expect(place.stem?.[0] ?? place.y).toEqual(place.stem ? { x: 100, y: 100 } : 100);
});

test('where there is no room for more it says what the condition does, and when', () => {
  const { width } = labelSize(HERE.mark);
  const half = (width * 2.4) / 2 + 10;
  const narrow = { ...free, touches: ({ x, width: most }: Rect) => x < -half || x + most > half };
  expect(roomForLarger([{ label: HERE }], 2.4, narrow).get(HERE)?.text).toBe('START + 5s');
});

test('it leaves room for the state that hangs below a card', () => {
  expect(roomForLarger([{ label: HERE }], 2.4, slot(64)).size).toBe(0);
  expect(roomForLarger([{ label: HERE }], 2.4, slot(110)).size).toBe(1);
});

test('it stands in a frame or beside it, rather not across its border', () => {
  const frame = { x: -400, y: 110, width: 800, height: 300 };
  const { y } = roomForLarger([{ label: HERE }], 2.4, { ...free, frames: [frame] }).get(HERE)!;
  expect(y + 24 <= 110 || y - 24 >= 110).toBe(true);
});

test('it leaves the line it stands beside, and the head of its arrow, in sight', () => {
  const stem = [
    { x: 0, y: 115 },
    { x: 0, y: 100 },
  ];
  expect(roomForLarger([{ label: HERE, stem }], 2.4, free).get(HERE)!.y).toBeLessThanOrEqual(115 - 24 - 4);
  const arrows = [
    [
      { x: -20, y: 100 },
      { x: 20, y: 100 },
    ],
  ];
  const { x, y } = roomForLarger([{ label: HERE, arrows }], 2.4, free).get(HERE)!;
  const half = (labelSize(HERE.brief).width * 2.4) / 2;
  expect(Math.abs(y - 100) >= 24 || Math.abs(x - 20) >= half).toBe(true);
});

test('it never goes beyond what is in sight to find room', () => {
  const low = { ...slot(60), touches: ({ y }: Rect) => y < 130, within: { ...EVERYWHERE, height: 5140 } };
  expect(roomForLarger([{ label: HERE }], 2.4, low).size).toBe(0);
});
