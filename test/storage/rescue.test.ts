import { expect, test } from 'vitest';
import { createRescue, joinRescue } from '../../src/storage/rescue.ts';
import { safeStorage } from '../../src/storage/safe-storage.ts';
import type { JournalEntry, StoredDocument } from '../../src/storage/document-rows.ts';

const about = { name: 'n', resources: 0, savedAt: 5 };
const snapshot: StoredDocument = { key: 'a', ...about, untouched: false, text: '{}', sequence: 3, writer: 'me' };
const entry = (sequence: number): JournalEntry => ({
  document: 'a',
  sequence,
  writer: 'me',
  after: 'me',
  text: '{}',
  ...about,
});

test('changes that the store has already count once', () => {
  const stored = { snapshot, entries: [entry(4), entry(5)] };
  const joined = joinRescue(stored, { entries: [entry(5), entry(6)] });
  expect(joined).toEqual({ snapshot, entries: [entry(4), entry(5), entry(6)], rescued: 1, last: 5 });
});

test('a rescued document counts while nothing newer is in the store', () => {
  const document = { ...snapshot, sequence: 5 };
  expect(joinRescue(undefined, { document })).toMatchObject({ snapshot: document, rescued: 'all' });
  expect(joinRescue({ snapshot, entries: [entry(4)] }, { document })).toMatchObject({ rescued: 'all', last: 5 });
  expect(joinRescue({ snapshot, entries: [entry(4), entry(5)] }, { document })).toMatchObject({ rescued: 0 });
  expect(joinRescue(undefined, { entries: [entry(4)] })).toBeUndefined();
});

test('storage that throws, when it is looked at or when it is used, keeps nothing and stops nothing', () => {
  const throwing = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const unusable = { getItem: throwing, setItem: throwing, removeItem: throwing } as unknown as Storage;
  for (const rescue of [createRescue(safeStorage(throwing)), createRescue(safeStorage(() => unusable))]) {
    expect(rescue.keep('a', { document: snapshot })).toBe(false);
    expect(rescue.find('a')).toBeUndefined();
    rescue.forget('a');
  }
  expect(createRescue(safeStorage(throwing)).keys()).toEqual([]);
});

test.each(['', '{', 'null', '5', '[]', '{"text":5}'])('a rescue that can’t be read (%j) is none', (text) => {
  const kept = { getItem: () => text } as unknown as Storage;
  expect(createRescue(safeStorage(() => kept)).find('a')).toBeUndefined();
});
