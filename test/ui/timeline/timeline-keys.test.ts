import { expect, test } from 'vitest';
import { keyAct } from '../../../src/ui/timeline/timeline-keys.ts';

const press = (key: string, code: string, shiftKey = false) =>
  keyAct({ key, code, shiftKey, ctrlKey: false, metaKey: false, altKey: false });

test.each([
  ['KeyW', 'w', 'ц', 'ς'],
  ['KeyS', 's', 'ы', 'ד'],
  ['KeyA', 'a', 'ф', 'ش'],
  ['KeyD', 'd', 'в', 'ي'],
  ['KeyF', 'f', 'а', 'כ'],
  ['KeyP', 'p', 'з', 'ح'],
])('the letter at %s means the same in every script', (code, latin, ...others) => {
  expect(press(latin, code)).toBeDefined();
  for (const letter of others) expect(press(letter, code)).toEqual(press(latin, code));
  expect(press(latin.toUpperCase(), code, true)).toEqual(press(others[0]!.toUpperCase(), code, true));
});

test('where a Latin keyboard has its letters elsewhere, the letter counts', () => {
  expect(press('z', 'KeyW')).toBeUndefined();
  expect(press('w', 'KeyZ')).toEqual({ kind: 'zoom', factor: 1.4 });
  expect(press(',', 'KeyW')).toEqual({ kind: 'event', direction: -1, ofSelection: false });
});

test.each(['Enter', 'Escape', 'Home', 'ArrowLeft', 'PageUp'])('%s is heard', (key) => {
  expect(press(key, key)).toBeDefined();
});
