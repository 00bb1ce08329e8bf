// What both stores promise, the one in memory and the one in IndexedDB.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { connect } from '../../src/storage/database.ts';
import type { JournalEntry, StoredDocument } from '../../src/storage/document-rows.ts';
import { createDocumentsDb } from '../../src/storage/documents-db.ts';
import { createMemoryDb } from '../../src/storage/memory-db.ts';

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));

const document = (changes: Partial<StoredDocument> = {}): StoredDocument => ({
  key: 'a',
  name: 'first',
  resources: 1,
  savedAt: 1,
  untouched: true,
  text: '{}',
  sequence: 3,
  writer: 'me',
  ...changes,
});
const entry = (sequence: number, changes: Partial<JournalEntry> = {}): JournalEntry => ({
  document: 'a',
  sequence,
  writer: 'me',
  after: 'me',
  text: '{"fields":[]}',
  name: `change ${sequence}`,
  resources: 2,
  savedAt: sequence,
  ...changes,
});
const mine = ({ writer }: { readonly writer: string }) => writer === 'me';

describe.each([
  ['memory', async () => createMemoryDb()],
  ['IndexedDB', async () => createDocumentsDb(await connect())],
] as const)('the store in %s', (_, open) => {
  test('gives a document with the changes behind its snapshot, in order', async () => {
    const db = await open();
    await db.writeSnapshot(document());
    for (let sequence = 4; sequence <= 12; sequence++) expect(await db.append(entry(sequence), mine)).toBe('done');
    const history = (await db.load('a'))!;
    expect(history.snapshot).toEqual(document());
    expect(history.entries.map(({ sequence }) => sequence)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(await db.load('b')).toBeUndefined();
  });

  test('lists documents by their last change', async () => {
    const db = await open();
    await db.writeSnapshot(document());
    await db.writeSnapshot(document({ key: 'b', savedAt: 2 }));
    expect((await db.list()).map(({ key, untouched }) => [key, untouched])).toEqual([
      ['b', true],
      ['a', true],
    ]);
    await db.append(entry(4), mine);
    expect((await db.list())[0]).toEqual({ key: 'a', name: 'change 4', resources: 2, savedAt: 4, untouched: false });
  });

  test('a snapshot replaces the changes that it includes, and no others', async () => {
    const db = await open();
    await db.writeSnapshot(document());
    for (const sequence of [4, 5, 6]) await db.append(entry(sequence), mine);
    expect(await db.writeSnapshot(document({ sequence: 5, text: 'newer' }), mine)).toBe('done');
    const { snapshot, entries } = (await db.load('a'))!;
    expect(snapshot.text).toBe('newer');
    expect(entries).toEqual([entry(6)]);
  });

  test('a place is given out once: who comes second is told, and changes nothing', async () => {
    const db = await open();
    await db.writeSnapshot(document());
    await db.append(entry(4), mine);
    expect(await db.append(entry(4, { writer: 'other', text: 'x' }), ({ writer }) => writer === 'other')).toBe(
      'conflict',
    );
    expect((await db.load('a'))!.entries).toEqual([entry(4)]);
    // The page's own change, from an attempt that seemed to fail.
    expect(await db.append(entry(4), mine)).toBe('gone');
  });

  test('who continues from before a snapshot of another page is told, and changes nothing', async () => {
    const db = await open();
    await db.writeSnapshot(document({ sequence: 8, writer: 'other' }));
    expect(await db.append(entry(4), mine)).toBe('conflict');
    expect(await db.append(entry(9), mine)).toBe('conflict');
    expect(await db.writeSnapshot(document({ sequence: 9 }), mine)).toBe('conflict');
    expect(await db.load('a')).toEqual({ snapshot: document({ sequence: 8, writer: 'other' }), entries: [] });
  });

  test('a change of what is not there leaves nothing behind', async () => {
    const db = await open();
    expect(await db.append(entry(4), mine)).toBe('gone');
    expect(await db.writeSnapshot(document(), mine)).toBe('gone');
    await db.writeSnapshot(document());
    expect((await db.load('a'))!.entries).toEqual([]);
  });

  test('a deleted document is gone with its journal, and no other', async () => {
    const db = await open();
    for (const key of ['a', 'b']) await db.writeSnapshot(document({ key }));
    for (const key of ['a', 'b']) await db.append(entry(4, { document: key }), mine);
    await db.delete('a');
    await db.writeSnapshot(document());
    expect((await db.load('a'))!.entries).toEqual([]);
    expect((await db.load('b'))!.entries).toHaveLength(1);
  });

  test('what is put aside is out of the way', async () => {
    const db = await open();
    await db.writeSnapshot(document());
    for (const sequence of [4, 5]) await db.append(entry(sequence), mine);
    await db.setAside({ key: 'a', entries: [entry(5)], why: 'test' }, 'entries');
    expect((await db.load('a'))!.entries).toEqual([entry(4)]);
    await db.setAside({ key: 'a', document: document(), entries: [], why: 'test' }, 'nothing');
    expect(await db.load('a')).toBeDefined();
    await db.setAside({ key: 'a', document: document(), entries: [], why: 'test' }, 'document');
    expect(await db.load('a')).toBeUndefined();
    expect(await db.list()).toEqual([]);
  });
});
