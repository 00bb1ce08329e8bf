import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortName } from '../../../src/ui/graph/card/short-name.ts';
import { textWidth } from '../../../src/ui/graph/scene/text-width.ts';

test('a name that has room is left alone', () => {
  expect(shortName('server', 'far', false)).toBe('server');
  // The browser breaks it.
  expect(shortName('lyon-client 1', 'far', false)).toBe('lyon-client 1');
});

test('of a long name the end stays, too, by which it differs from others', () => {
  const names = ['paris-saclay-gateway', 'paris-saclay-client 1', 'paris-saclay-client 2'];
  for (const nearness of ['far', 'farther'] as const) {
    for (const isRunning of [false, true]) {
      const shown = names.map((name) => shortName(name, nearness, isRunning));
      expect(new Set(shown).size).toBe(3);
      expect(shown.every((name) => name.startsWith('pa'))).toBe(true);
      expect(shown[1]).toMatch(/1$/);
    }
  }
  expect(shortName('paris-saclay-client 2', 'far', false)).toMatch(/…\nclient 2$/);
});

test('no line is longer than its room', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.boolean(), (name, isRunning) => {
      const lines = shortName(`${name}x`, 'farther', isRunning).split('\n');
      expect(lines.every((line) => textWidth(line, 38, 600) <= 184)).toBe(true);
    }),
  );
});
