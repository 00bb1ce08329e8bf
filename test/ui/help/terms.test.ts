import { expect, test } from 'vitest';
import { TERMS } from '../../../src/ui/help/terms.ts';

test.each(Object.entries(TERMS))('%s is said in one to three sentences', (_name, { text }) => {
  const sentences = text.split(/[.?!](?:\s|$)/).filter(Boolean);
  expect(sentences.length).toBeGreaterThanOrEqual(1);
  expect(sentences.length).toBeLessThanOrEqual(3);
  expect(text).toMatch(/\.$/);
});
