import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutToFit, textWidth } from '../../../src/ui/graph/scene/text-width.ts';

it('leaves a text alone that fits', () => {
  expect(cutToFit('router', textWidth('router', 13, 600), 13, 600)).toBe('router');
});

it('keeps the beginning of a text that is too long, as much of it as fits', () => {
  const room = textWidth('resource…', 13);
  expect(cutToFit('resource-1234', room, 13)).toBe('resource…');
});

it('never takes more room than there is, where there is any for the sign of it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 20, max: 300 }), (text, room) => {
      expect(textWidth(cutToFit(text, room, 11), 11)).toBeLessThanOrEqual(room);
    }),
  );
});
