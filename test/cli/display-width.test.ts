import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutToWidth, displayWidth, padToWidth } from '../../src/cli/display-width.ts';

test.each([
  ['', 0],
  ['host', 4],
  ['Zoe\u0308', 3],
  ['日本', 4],
  ['한글', 4],
  ['ｱ', 1],
  ['Ａ', 2],
  ['😀', 2],
  ['👩‍💻', 2],
  ['🇫🇷', 2],
  ['❤️', 2],
  ['✓', 1],
  ['…', 1],
])('%j takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

test('a text that is too long ends with an ellipsis, at a whole character', () => {
  expect(cutToWidth('abcdef', 6)).toBe('abcdef');
  expect(cutToWidth('abcdefg', 6)).toBe('abcde…');
  expect(cutToWidth('日本語', 4)).toBe('日…');
  expect(cutToWidth('日本', 4)).toBe('日本');
  expect(cutToWidth('a👩‍💻b', 3)).toBe('a…');
});

test('what is cut and padded takes the columns there are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, columns) => {
      const cut = cutToWidth(text, columns);
      expect(displayWidth(cut)).toBeLessThanOrEqual(columns);
      expect(displayWidth(padToWidth(cut, columns))).toBe(columns);
    }),
  );
});
