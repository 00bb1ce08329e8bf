import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, foldWords, hasWords } from '../../src/model/fold-text.ts';

test.each([
  ['Zoë', 'zoe'],
  ['Zoe\u0308', 'ZOË'],
  ['Straße', 'STRASSE'],
  ['STRAẞE', 'strasse'],
  ['İstanbul', 'istanbul'],
  ['ISPARTA', 'ısparta'],
  ['Ångström', 'angstrom'],
  ['Łódź', 'lodz'],
  ['Ørsted', 'orsted'],
  ['Œuvre', 'oeuvre'],
  ['ΟΔΟΣ', 'οδός'],
  ['ﬁle', 'file'],
  ['Ｎｏｄｅ', 'node'],
  ['Ёлка', 'елка'],
  ['한글', '한글'.normalize('NFD')],
  ['zero\u200bwidth', 'zerowidth'],
])('%j and %j are the same', (a, b) => {
  expect(foldText(a)).toBe(foldText(b));
});

test.each([
  ['node', 'mode'],
  ['о', 'o'],
  ['1', '2'],
])('%j and %j are not', (a, b) => {
  expect(foldText(a)).not.toBe(foldText(b));
});

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('ß', 'İ', 'ı', 'I', 'ς', 'Σ', 'é', 'e\u0301', 'ﬁ', 'Å', ' ', 'ŉ', 'ᾳ', 'a') }),
);

test('composed or decomposed, in capitals or small, a text is the same', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(foldText(text.normalize(form))).toBe(folded);
      expect(foldText(text.toUpperCase())).toBe(folded);
      expect(foldText(text.toLowerCase())).toBe(folded);
    }),
    { numRuns: 2000 },
  );
});

test('every part of a text is found in it, however it is typed', () => {
  fc.assert(
    fc.property(texts, texts, texts, (before, text, after) => {
      expect(hasWords(`${before} ${text} ${after}`, text.toUpperCase().normalize('NFD'))).toBe(true);
    }),
  );
});

test('words are found in any order; no word is found in every text', () => {
  expect(hasWords('linux::Application Müller', 'mull linux')).toBe(true);
  expect(hasWords('linux::Application', 'linux node')).toBe(false);
  expect(hasWords('', ' ')).toBe(true);
  expect(foldWords('  Ä  b ')).toEqual(['a', 'b']);
});
