import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortName } from '../../../src/ui/graph/card/short-name.ts';
import { textWidth } from '../../../src/ui/graph/scene/text-width.ts';

test('a name that has room is left alone', () => {
  expect(shortName('server', 'far', undefined).text).toBe('server');
  // The browser breaks it.
  expect(shortName('lyon-client 1', 'far', undefined).text).toBe('lyon-client 1');
});

test('of a long name the end stays, too, by which it differs from others', () => {
  const names = ['paris-saclay-gateway', 'paris-saclay-client 1', 'paris-saclay-client 2'];
  for (const nearness of ['far', 'farther'] as const) {
    for (const state of [undefined, 'STARTED', 'FAILED'] as const) {
      const shown = names.map((name) => shortName(name, nearness, state).text);
      expect(new Set(shown).size).toBe(3);
      expect(shown.every((name) => name.startsWith('pa'))).toBe(true);
      expect(shown[1]).toMatch(/1$/);
    }
  }
  expect(shortName('paris-saclay-client 2', 'far', undefined).text).toMatch(/…\nclient 2$/);
});

test('far away a name is rather smaller, on two lines, than without its middle; a failure has its sign there', () => {
  expect(shortName('gateway', 'farther', undefined).text).toBe('gateway');
  expect(shortName('paris-gateway', 'farther', undefined).text).toBe('paris-\ngateway');
  expect(shortName('paris-gateway', 'farther', 'STARTED').text).toBe('paris-\ngateway');
  expect(shortName('paris-gateway', 'farther', 'FAILED').text).toMatch(/^pa\S*…\S*ay$/);
  expect(shortName('Site 15 in the north, behind the door', 'farther', undefined).text).toMatch(/^Site 1.*…\ndoor$/);
  expect(shortName('loadbalancer', 'farther', undefined).text.replace('\n', '')).toBe('loadbalancer');
});

test('no line is longer than its room', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.constantFrom(undefined, 'STARTED', 'FAILED'), (name, state) => {
      const { text, isSmaller } = shortName(`${name}x`, 'farther', state);
      const lines = text.split('\n');
      const size = isSmaller ? 32 : 38;
      expect(lines.length).toBeLessThanOrEqual(isSmaller ? 2 : 1);
      expect(lines.every((line) => textWidth(line.trimEnd(), size, 600) <= 184)).toBe(true);
    }),
  );
});
