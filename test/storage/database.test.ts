import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../../src/storage/database.ts';
import { createDocumentsDb } from '../../src/storage/documents-db.ts';

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));

/** As the first version of the studio left it. */
async function makeFirstVersion(rows: readonly unknown[]): Promise<void> {
  const db = await openDB('nepi-studio', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('documents', { keyPath: 'key' }).createIndex('savedAt', 'savedAt');
      fresh.createObjectStore('aside', { autoIncrement: true });
    },
  });
  for (const row of rows) await db.put('documents', row);
  db.close();
}

test('documents of the first version are all there, and can be written on', async () => {
  const row = { key: 'old', name: 'ping', resources: 4, text: '{"id": 1}', savedAt: 7, untouched: false };
  await makeFirstVersion([row, { ...row, key: 'older', savedAt: 6, untouched: true }]);
  const db = createDocumentsDb(await connect());
  expect((await db.list()).map(({ key }) => key)).toEqual(['old', 'older']);
  expect(await db.load('old')).toEqual({ snapshot: { ...row, sequence: 0, writer: '' }, entries: [] });
  const entry = { ...{ document: 'old', sequence: 1, writer: 'me', after: '' }, text: '{}', name: 'n', resources: 1 };
  expect(await db.append({ ...entry, savedAt: 8 }, ({ sequence }) => sequence === 0)).toBe('done');
});

test('rows that lost anything but their key stop nothing', async () => {
  await makeFirstVersion([
    { key: 'bare' },
    { key: 'null', name: null, resources: 'x', text: null, savedAt: 'yesterday', untouched: 1 },
    { key: 'number', text: 5, savedAt: 3 },
  ]);
  const db = createDocumentsDb(await connect());
  expect((await db.list()).map(({ key, name, savedAt }) => [key, name, savedAt])).toEqual([
    ['number', 'experiment', 3],
    ['bare', 'experiment', 0],
    ['null', 'experiment', 0],
  ]);
  expect((await db.load('null'))!.snapshot.text).toBe('');
  await db.setAside({ key: 'number', entries: [], why: 'test' }, 'document');
  const raw = await openDB('nepi-studio');
  expect(await raw.getAll('aside')).toMatchObject([{ key: 'number', text: 5, why: 'test' }]);
  raw.close();
});

test('a deleted database is told, and made anew with the next use', async () => {
  const connection = await connect();
  const db = createDocumentsDb(connection);
  const lost = vi.fn<() => void>();
  connection.onLost(lost);
  await new Promise((resolve) => (indexedDB.deleteDatabase('nepi-studio').onsuccess = resolve));
  expect(lost).toHaveBeenCalledOnce();
  expect(await db.list()).toEqual([]);
});

test('a newer database is left alone', async () => {
  const connection = await connect();
  const newer = await openDB('nepi-studio', 99);
  await expect(connection.run((db) => db.count('documents'))).rejects.toMatchObject({ name: 'VersionError' });
  await expect(connect()).rejects.toMatchObject({ name: 'VersionError' });
  newer.close();
});
