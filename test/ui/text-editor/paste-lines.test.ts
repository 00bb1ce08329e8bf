import { expect, test } from 'vitest';
import { hasLineBreaks, inOneLine } from '../../../src/ui/text-editor/paste-lines.ts';

test('a line break at the very end is not counted: a copied line often has one', () => {
  expect(hasLineBreaks('ping\n')).toBe(false);
  expect(hasLineBreaks('ping\r\n')).toBe(false);
  expect(hasLineBreaks('ping\npong')).toBe(true);
  expect(hasLineBreaks('ping\rpong')).toBe(true);
  expect(hasLineBreaks('ping\n\n')).toBe(true);
});

test('lines in one line are kept apart by a space', () => {
  expect(inOneLine('a\nb\r\nc\n')).toBe('a b c');
  expect(inOneLine('a  \n\n  b')).toBe('a b');
});
