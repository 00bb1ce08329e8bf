// Where the documents are kept: IndexedDB, one row a document, as the text of its file.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A document as it is kept. */
export interface StoredDocument {
  readonly key: string;
  /** The experiment's id, and how many resources it has: for a list that reads no files. */
  readonly name: string;
  readonly resources: number;
  /** The experiment file. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Just as it was opened, from an example say: nothing is lost when it goes. */
  readonly untouched: boolean;
}

export interface DocumentsDb {
  get(key: string): Promise<StoredDocument | undefined>;
  /** The most recently saved first. */
  list(): Promise<readonly StoredDocument[]>;
  put(document: StoredDocument): Promise<void>;
  delete(key: string): Promise<void>;
  /** Moves what can't be read out of the way. It stays in the store `aside`; nothing here deletes from that. */
  setAside(document: StoredDocument, why: string): Promise<void>;
}

interface Schema extends DBSchema {
  documents: { key: string; value: StoredDocument; indexes: { savedAt: number } };
  aside: { key: number; value: StoredDocument & { readonly why: string } };
}

const NAME = 'nepi-studio';
const VERSION = 1;

/** @throws when the browser has no room, or keeps no data for this page. */
export async function openDocumentsDb(): Promise<DocumentsDb> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(NAME, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore('documents', { keyPath: 'key' }).createIndex('savedAt', 'savedAt');
      fresh.createObjectStore('aside', { autoIncrement: true });
    },
    // Another tab has a newer version of the studio: let it go on.
    blocking: () => db.close(),
  });
  return {
    get: (key) => db.get('documents', key),
    list: async () => (await db.getAllFromIndex('documents', 'savedAt')).reverse(),
    async put(document) {
      await db.put('documents', document);
    },
    delete: (key) => db.delete('documents', key),
    async setAside(document, why) {
      const transaction = db.transaction(['documents', 'aside'], 'readwrite');
      await Promise.all([
        transaction.objectStore('aside').add({ ...document, why }),
        transaction.objectStore('documents').delete(document.key),
        transaction.done,
      ]);
    },
  };
}

/** Keeps documents as long as the page lives: for where nothing can be kept, and for tests. */
export function createMemoryDb(): DocumentsDb & { readonly aside: StoredDocument[] } {
  const documents = new Map<string, StoredDocument>();
  const aside: StoredDocument[] = [];
  return {
    aside,
    get: async (key) => documents.get(key),
    list: async () => [...documents.values()].sort((a, b) => b.savedAt - a.savedAt),
    put: async (document) => void documents.set(document.key, document),
    delete: async (key) => void documents.delete(key),
    async setAside(document) {
      aside.push(document);
      documents.delete(document.key);
    },
  };
}
