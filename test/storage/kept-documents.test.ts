import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../../src/storage/database.ts';
import { openKeptDocuments } from '../../src/storage/kept-documents.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => void vi.useRealTimers());

const row = { key: 'a', name: 'a', resources: 0, savedAt: 1, untouched: false, text: '{}', sequence: 1, writer: 'me' };
const entry = {
  ...{ document: 'a', sequence: 2, writer: 'me', after: 'me' },
  text: '{}',
  name: 'b',
  resources: 1,
  savedAt: 2,
};

test('the store in the browser is used where there is one', async () => {
  const db = await openKeptDocuments();
  expect(db.failure()).toBeUndefined();
  await db.writeSnapshot(row);
  expect(await (await openKeptDocuments()).load('a')).toBeDefined();
});

test('without IndexedDB documents are kept in memory, and it is said why', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const db = await openKeptDocuments();
  expect(db.failure()).toEqual({ kind: 'unavailable' });
  await db.writeSnapshot(row);
  expect(await db.load('a')).toEqual({ snapshot: row, entries: [] });
});

test('a browser that answers late is not waited for; what was kept meanwhile is written then', async () => {
  let answer: () => void = () => {};
  const asked = new Promise<void>((resolve) => (answer = resolve));
  const opening = openKeptDocuments(async () => {
    await asked;
    return connect();
  });
  await vi.advanceTimersByTimeAsync(10_000);
  const db = await opening;
  expect(db.failure()).toEqual({ kind: 'silent' });
  await db.writeSnapshot(row);
  await db.writeSnapshot({ ...row, key: 'b', untouched: true });
  await db.append(entry, () => true);
  const lost = new Promise<void>((resolve) => db.onLost(resolve));
  answer();
  await lost;
  expect(db.failure()).toBeUndefined();
  expect(await (await openKeptDocuments()).load('a')).toEqual({ snapshot: row, entries: [entry] });
  expect(await db.load('b')).toBeUndefined();
});

test('what fails at first is tried again', async () => {
  let attempts = 0;
  const db = await openKeptDocuments(() => (++attempts < 3 ? Promise.reject(new Error('busy')) : connect()));
  expect(db.failure()).toEqual({ kind: 'unavailable' });
  const lost = new Promise<void>((resolve) => db.onLost(resolve));
  await vi.advanceTimersByTimeAsync(5000);
  await lost;
  expect(db.failure()).toBeUndefined();
});

test('the data of a newer version is left alone', async () => {
  let attempts = 0;
  const db = await openKeptDocuments(() => {
    attempts += 1;
    return Promise.reject(new DOMException('newer', 'VersionError'));
  });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(db.failure()).toEqual({ kind: 'newer' });
  expect(attempts).toBe(1);
});
