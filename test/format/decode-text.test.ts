import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/format/decode-text.ts';

const TEXT = '{\n  "id": "Gen\u00e8ve",\n  "label": "Z\u00fcrich"\n}';

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (_, index) => text.charCodeAt(index))];
  const view = new DataView(new ArrayBuffer(units.length * 2));
  units.forEach((unit, index) => view.setUint16(index * 2, unit, littleEndian));
  return new Uint8Array(view.buffer);
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const messageOf = (bytes: Uint8Array) => {
  const decoded = decodeText(bytes);
  return decoded.ok ? undefined : decoded.problem.message;
};

test('UTF-8 is read as it stands, a byte order mark included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (part, mark) => {
      const text = `${mark ? '\ufeff' : ''}{"id": ${JSON.stringify(part)}}`;
      expect(decodeText(new TextEncoder().encode(text))).toEqual({ ok: true, text });
    }),
  );
  expect(decodeText(new Uint8Array())).toEqual({ ok: true, text: '' });
});

describe('other encodings are refused, with a guess', () => {
  test('Latin-1, with the place of the first letter that is none', () => {
    expect(decodeText(latin1(TEXT))).toEqual({
      ok: false,
      problem: { path: '', line: 2, column: 13, message: 'this looks like Latin-1; save it as UTF-8' },
    });
  });

  test('Windows-1252', () => {
    expect(messageOf(latin1(TEXT.replace('Gen', '\u0093Gen')))).toBe('this looks like Windows-1252; save it as UTF-8');
  });

  test.each([true, false])('UTF-16, little-endian: %s, with and without its mark', (littleEndian) => {
    for (const mark of [true, false])
      expect(messageOf(utf16(TEXT, littleEndian, mark))).toBe('this looks like UTF-16; save it as UTF-8');
  });

  test('UTF-32', () => {
    const bytes = Uint8Array.from(TEXT, (character) => character.charCodeAt(0));
    const wide = new Uint8Array(Uint32Array.from(bytes).buffer);
    expect(messageOf(wide)).toBe('this looks like UTF-32; save it as UTF-8');
  });

  test('what is no text at all', () => {
    expect(messageOf(Uint8Array.of(0x1f, 0x8b, 8, 0, 0))).toMatch(/gzip/);
    expect(messageOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0))).toMatch(/zip/);
    expect(messageOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3))).toBe(
      'this is not a text file',
    );
  });
});
