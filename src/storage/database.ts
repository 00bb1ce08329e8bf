// The database in the browser: its layout, its versions, and a connection that comes back after it was lost.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import {
  type JournalEntry,
  mendSummary,
  type Place,
  type StoredDocument,
  type DocumentSummary,
} from './document-rows.ts';

export interface Schema extends DBSchema {
  /** Snapshots. */
  documents: { key: string; value: StoredDocument; indexes: { savedAt: number } };
  /** What is said of each snapshot, to be read without its text. */
  heads: { key: string; value: DocumentSummary & Place };
  journal: { key: [document: string, sequence: number]; value: JournalEntry };
  /** What can't be read. Nothing deletes from here. */
  aside: { key: number; value: Readonly<Record<string, unknown>> & { readonly why: string } };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'nepi-studio';
const VERSION = 2;

export interface Connection {
  /**
   * Does something with the database, at once where it is open: what is asked of it then comes before whatever else the
   * page does. A connection that was lost is opened again.
   */
  run<Result>(task: (db: Database) => Promise<Result>): Promise<Result>;
  /** Hears that the database was deleted, or its data cleared, under the page. */
  onLost(listener: () => void): void;
}

/** @throws (rejects) when the browser keeps no data for this page, or only for a newer version of it. */
export async function connect(): Promise<Connection> {
  const listeners = new Set<() => void>();
  let db: Database | undefined;
  let opening: Promise<Database> | undefined;

  function open(): Promise<Database> {
    opening ??= openDatabase(lose).then(
      (opened) => {
        opening = undefined;
        return (db = opened);
      },
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    );
    return opening;
  }
  function lose(deleted: boolean) {
    db = undefined;
    if (deleted) for (const listener of listeners) listener();
  }

  await open();
  return {
    async run(task) {
      if (!db) return task(await open());
      try {
        return await task(db);
      } catch (error) {
        // Closed without a word, as some browsers do to pages in the background.
        if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
        db = undefined;
        return task(await open());
      }
    },
    onLost: (listener) => void listeners.add(listener),
  };
}

/** @param onLost the connection is closed; `deleted`: with all data. */
async function openDatabase(onLost: (deleted: boolean) => void): Promise<Database> {
  const db = await openDB<Schema>(NAME, VERSION, {
    async upgrade(fresh, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) {
        fresh.createObjectStore('documents', { keyPath: 'key' }).createIndex('savedAt', 'savedAt');
        fresh.createObjectStore('aside', { autoIncrement: true });
      }
      if (oldVersion < 2) {
        fresh.createObjectStore('journal', { keyPath: ['document', 'sequence'] });
        const heads = fresh.createObjectStore('heads', { keyPath: 'key' });
        const documents = transaction.objectStore('documents');
        for (let row = await documents.openCursor(); row; row = await row.continue()) {
          await heads.put({ ...mendSummary(row.key, row.value), sequence: 0, writer: '' });
        }
      }
    },
    // Another tab deletes the database (then the new version is null), or has a newer version of the studio: let it.
    blocking(_current, wanted) {
      db.close();
      onLost(wanted === null);
    },
    // The browser closed it, because its data was cleared, say.
    terminated: () => onLost(true),
  });
  return db;
}
