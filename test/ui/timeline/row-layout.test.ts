import { expect, test } from 'vitest';
import {
  AXIS_HEIGHT,
  endRow,
  firstRow,
  heightShowingAll,
  rowAt,
  scrollTopShowing,
  yOfRow,
} from '../../../src/ui/timeline/row-layout.ts';
import { keyAct } from '../../../src/ui/timeline/timeline-keys.ts';

const layout = { count: 100, rowHeight: 20, scrollTop: 50, pinned: 0, height: AXIS_HEIGHT + 200 };

test('only the rows in sight count', () => {
  expect(firstRow(layout)).toBe(2);
  expect(endRow(layout)).toBe(13);
  expect(endRow({ ...layout, count: 5 })).toBe(5);
});

test('a row is found where it is drawn', () => {
  expect(rowAt(layout, yOfRow(layout, 7) + 3)).toBe(7);
  expect(rowAt(layout, AXIS_HEIGHT - 1)).toBe(-1);
  expect(rowAt({ ...layout, count: 4 }, AXIS_HEIGHT + 150)).toBe(-1);
});

test('pinned rows stay on top, the others scroll away under them', () => {
  const pinned = { ...layout, pinned: 2 };
  expect(yOfRow(pinned, 1)).toBe(AXIS_HEIGHT + 20);
  expect(rowAt(pinned, AXIS_HEIGHT + 25)).toBe(1);
  expect(firstRow(pinned)).toBe(4);
  expect(rowAt(pinned, AXIS_HEIGHT + 45)).toBe(4);
  expect(rowAt(pinned, yOfRow(pinned, 9) + 1)).toBe(9);
  expect(scrollTopShowing(pinned, 1)).toBe(50);
  expect(scrollTopShowing(pinned, 3)).toBe(20);
});

test('showing a row scrolls no further than needed', () => {
  expect(scrollTopShowing(layout, 5)).toBe(50);
  expect(scrollTopShowing(layout, 1)).toBe(20);
  expect(scrollTopShowing(layout, 20)).toBe(220);
});

test('all lanes fit, however many there are', () => {
  expect(heightShowingAll(10_000, 630)).toBeCloseTo(0.06);
  expect(heightShowingAll(2, 630)).toBe(26);
});

test('keys are those of the conventions; with Ctrl they belong to others', () => {
  const press = (key: string, more = {}) =>
    keyAct({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });
  expect(press('w')).toMatchObject({ kind: 'zoom', factor: 1.4 });
  expect(press('d')).toMatchObject({ kind: 'pan', screens: 0.12 });
  expect(press('.')).toEqual({ kind: 'event', direction: 1, ofSelection: false });
  expect(press('<', { shiftKey: true })).toEqual({ kind: 'event', direction: -1, ofSelection: true });
  expect(press('Home')).toEqual({ kind: 'end', last: false });
  expect(press('ArrowDown')).toEqual({ kind: 'lane', by: 1 });
  expect(press('a', { ctrlKey: true })).toBeUndefined();
  expect(press(' ')).toBeUndefined();
});
