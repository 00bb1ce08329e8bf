import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutText, isBlank, shownSentence, shownText, visibleJson, visibleText } from '../../src/model/visible-text.ts';

test.each([
  ['a\u001b]0;pwned\u0007b', 'a␛]0;pwned␇b'],
  ['nul\0', 'nul␀'],
  ['two\nlines\r\n\tdeep', 'two␊lines␍␊␉deep'],
  ['del\u007f', 'del␡'],
  ['csi\u009b31m', 'csi\\u{9b}31m'],
  ['abc\u202ecba', 'abc\\u{202e}cba'],
  ['\u2066x\u2069', '\\u{2066}x\\u{2069}'],
  ['zero\u200bwidth\u200djoined', 'zero\\u{200b}width\\u{200d}joined'],
  ['\ufeffbom', '\\u{feff}bom'],
  ['soft\u00adhyphen', 'soft\\u{ad}hyphen'],
  ['half \ud800 pair', 'half \\u{d800} pair'],
  ['line\u2028end', 'line\\u{2028}end'],
  ['filler\u3164', 'filler\\u{3164}'],
])('%j is shown as %j', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

test.each([
  'plain',
  'Zoë',
  'Zoe\u0308',
  '👩‍💻',
  '❤️',
  '🏳️‍🌈',
  '1️⃣',
  'می\u200cخواهم',
  'क्\u200dष',
  '日本',
  'a b',
  'c\\u{1b}',
])('%j is shown as it is', (text) => {
  expect(visibleText(text)).toBe(text);
});

test('whatever is in a text, what is shown of it holds no control or bidi character, and showing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = visibleText(text);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
      expect(visibleText(shown)).toBe(shown);
    }),
  );
});

test('JSON made visible is the same JSON, without what acts on a terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = visibleJson(JSON.stringify({ text }));
      expect(JSON.parse(json)).toEqual({ text });
      expect(json).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }),
  );
});

test.each(['', ' ', '\t\n', '\u00a0', '\u3000', '\u200b\u200d', '\ufeff', '\u2800', '\u3164', '\0'])(
  '%j is blank',
  (text) => {
    expect(isBlank(text)).toBe(true);
  },
);
test.each(['a', ' a ', '0', '.', '\u200bx'])('%j is not blank', (text) => {
  expect(isBlank(text)).toBe(false);
});

describe('a text that is very long', () => {
  const FAMILY = '👨‍👩‍👧';
  const LONE_SURROGATE = /\p{Cs}/u;

  test('is shown by its beginning, without a grapheme cut in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 20, max: 300 }), (text, most) => {
        const cut = cutText(text, most);
        if (text.length <= most) expect(cut).toBe(text);
        else {
          expect(cut.length).toBeLessThanOrEqual(most + 1);
          expect(cut.endsWith('…')).toBe(true);
          expect(text.startsWith(cut.slice(0, -1))).toBe(true);
          expect(cut).not.toMatch(LONE_SURROGATE);
        }
      }),
    );
    expect(cutText(`ab${FAMILY}cd`, 6)).toBe('ab…');
    expect(cutText(`ab${FAMILY}cd`, 10)).toBe(`ab${FAMILY}…`);
  });

  test('is cut even where it is a single grapheme', () => {
    expect(cutText(`e${'\u0301'.repeat(1000)}`, 20).length).toBe(21);
  });

  test('shows what cannot be seen in what is left of it', () => {
    expect(shownText(`a\u001b${'b'.repeat(1000)}`, 5)).toBe('a␛bbb…');
  });

  test('keeps the ends of a sentence that quotes it', () => {
    const sentence = shownSentence(`'${'x'.repeat(1_000_000)}' is not a type. Choose one of the palette.`);
    expect(sentence).toMatch(/^'xxx.*…x.*' is not a type\. Choose one of the palette\.$/);
    expect(sentence.length).toBeLessThan(1100);
    expect(shownSentence('😀'.repeat(2000))).not.toMatch(LONE_SURROGATE);
    expect(shownSentence('short')).toBe('short');
  });
});
