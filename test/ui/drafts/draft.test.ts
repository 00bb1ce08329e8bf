import { expect, test } from 'vitest';
import { commitDraft, type Draft, liveDraft, type Reading, typeDraft } from '../../../src/ui/drafts/draft.ts';

const readNumber = (text: string): Reading<number> =>
  Number.isFinite(Number(text)) ? { value: Number(text) } : { error: 'not a number' };
const type = (draft: Draft | undefined, current: string, text: string) => typeDraft(draft, current, text, readNumber);

test('typing is not judged until it is to be taken', () => {
  const draft = type(undefined, '1', 'x');
  expect(draft).toEqual({ text: 'x', from: '1' });
  expect(commitDraft(draft, '1', readNumber)).toEqual({ draft: { text: 'x', from: '1', error: 'not a number' } });
});

test('a refused text is judged with each key, and taken once it is right', () => {
  const refused = commitDraft(type(undefined, '1', 'x'), '1', readNumber).draft;
  expect(type(refused, '1', 'xy')?.error).toBe('not a number');
  const corrected = type(refused, '1', '12');
  expect(corrected?.error).toBeUndefined();
  expect(commitDraft(corrected, '1', readNumber)).toEqual({ draft: undefined, taken: { value: 12 } });
});

test('a value that changes underneath makes the draft out of date', () => {
  const draft = type(undefined, '1', '12');
  expect(liveDraft(draft, '2')).toBeUndefined();
  expect(commitDraft(draft, '2', readNumber)).toEqual({ draft: undefined });
});

test('typing back to what was there leaves nothing to take', () => {
  expect(type({ text: '12', from: '1' }, '1', '1')).toBeUndefined();
  expect(commitDraft(undefined, '1', readNumber)).toEqual({ draft: undefined });
});
