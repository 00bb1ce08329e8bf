// Keeping documents: what can be asked of the store, and the store in IndexedDB.
import { type Connection, type Database } from './database.ts';
import {
  type DocumentSummary,
  type JournalEntry,
  mendDocument,
  mendSummary,
  type Place,
  type StoredDocument,
  type StoredHistory,
  summarize,
} from './document-rows.ts';

/** Says whether a place is in the history that the asking page knows. */
export type Knows = (place: Place) => boolean;

/** What became of something to be written. */
export type Written =
  | 'done'
  /** Another tab has written the document meanwhile; nothing was changed. */
  | 'conflict'
  /** The document, or what was to be continued, is no longer there: it has to be written as a whole. */
  | 'gone';

export interface DocumentsDb {
  readonly load: (key: string) => Promise<StoredHistory | undefined>;
  /** The most recently saved first. */
  readonly list: () => Promise<readonly DocumentSummary[]>;
  /** Adds a change to the journal of a document. */
  readonly append: (entry: JournalEntry, knows: Knows) => Promise<Written>;
  /** Writes a snapshot, in place of the changes that it includes. Without `knows`, whatever is there is overwritten. */
  readonly writeSnapshot: (document: StoredDocument, knows?: Knows) => Promise<Written>;
  readonly delete: (key: string) => Promise<void>;
  /**
   * Puts what can't be read into the store `aside`, from which nothing is deleted, and removes it from where it was: a
   * document, or changes of one.
   */
  readonly setAside: (what: Unreadable, remove: 'document' | 'entries' | 'nothing') => Promise<void>;
}

/** What can't be read of a document. */
export interface Unreadable {
  readonly key: string;
  readonly document?: StoredDocument;
  readonly entries: readonly JournalEntry[];
  readonly why: string;
}

// Committed means handed to the system: a page that dies loses nothing, a computer that loses its power may.
const RELAXED = { durability: 'relaxed' } as const;

const entriesOf = (key: string, upTo = Infinity) => IDBKeyRange.bound([key, -Infinity], [key, upTo]);

export function createDocumentsDb({ run }: Pick<Connection, 'run'>): DocumentsDb {
  return {
    load: (key) => run((db) => load(db, key)),
    list: () => run(list),
    append: (entry, knows) => run((db) => append(db, entry, knows)),
    writeSnapshot: (document, knows) => run((db) => writeSnapshot(db, document, knows)),
    delete: (key) =>
      run(async (db) => {
        const transaction = db.transaction(['documents', 'heads', 'journal'], 'readwrite');
        await Promise.all([
          transaction.objectStore('documents').delete(key),
          transaction.objectStore('heads').delete(key),
          transaction.objectStore('journal').delete(entriesOf(key)),
          transaction.done,
        ]);
      }),
    setAside: (what, remove) => run((db) => setAside(db, what, remove)),
  };
}

async function load(db: Database, key: string): Promise<StoredHistory | undefined> {
  const transaction = db.transaction(['documents', 'journal']);
  const [row, entries] = await Promise.all([
    transaction.objectStore('documents').get(key),
    transaction.objectStore('journal').getAll(entriesOf(key)),
    transaction.done,
  ]);
  if (row === undefined) return undefined;
  const snapshot = mendDocument(key, row);
  return { snapshot, entries: entries.filter(({ sequence }) => sequence > snapshot.sequence) };
}

async function list(db: Database): Promise<readonly DocumentSummary[]> {
  const transaction = db.transaction(['documents', 'heads', 'journal']);
  const [documents, journal] = [transaction.objectStore('documents'), transaction.objectStore('journal')];
  const [heads, keys] = await Promise.all([transaction.objectStore('heads').getAll(), documents.getAllKeys()]);
  const headOf = new Map(heads.map((head) => [head.key, head]));
  const summaries = keys.map(async (key) => {
    const [head, last] = await Promise.all([
      headOf.get(key) ?? documents.get(key),
      journal.openCursor(entriesOf(key), 'prev'),
    ]);
    return summarize(mendSummary(key, head), last?.value);
  });
  const listed = await Promise.all(summaries);
  return listed.sort((a, b) => b.savedAt - a.savedAt);
}

async function append(db: Database, entry: JournalEntry, knows: Knows): Promise<Written> {
  const transaction = db.transaction(['heads', 'journal'], 'readwrite', RELAXED);
  const [heads, journal] = [transaction.objectStore('heads'), transaction.objectStore('journal')];
  const asked = Promise.allSettled([heads.get(entry.document), journal.add(entry), transaction.done]);
  // All is asked for: committing now spares waiting for this page, which may have to draw, or die, first.
  transaction.commit();
  const [head, added, done] = await asked;
  if (done.status === 'rejected') {
    const isTaken = added.status === 'rejected' && nameOf(added.reason) === 'ConstraintError';
    if (!isTaken) throw done.reason;
    const other = await db.get('journal', [entry.document, entry.sequence]);
    return other && knows(other) ? 'gone' : 'conflict';
  }
  const snapshot = head.status === 'fulfilled' ? head.value : undefined;
  if (snapshot && knows(snapshot)) return 'done';
  // It stands behind nothing that it could be made from.
  await db.delete('journal', [entry.document, entry.sequence]);
  return snapshot ? 'conflict' : 'gone';
}

async function writeSnapshot(db: Database, document: StoredDocument, knows?: Knows): Promise<Written> {
  const transaction = db.transaction(['documents', 'heads', 'journal'], 'readwrite', RELAXED);
  const heads = transaction.objectStore('heads');
  if (knows) {
    const head = await heads.get(document.key);
    if (!head || !knows(head)) {
      await transaction.done;
      return head ? 'conflict' : 'gone';
    }
  }
  const { text: _text, ...head } = document;
  const asked = Promise.all([
    transaction.objectStore('documents').put(document),
    heads.put(head),
    transaction.objectStore('journal').delete(entriesOf(document.key, document.sequence)),
    transaction.done,
  ]);
  transaction.commit();
  await asked;
  return 'done';
}

async function setAside(db: Database, what: Unreadable, remove: 'document' | 'entries' | 'nothing'): Promise<void> {
  const transaction = db.transaction(['documents', 'heads', 'journal', 'aside'], 'readwrite');
  const [documents, journal] = [transaction.objectStore('documents'), transaction.objectStore('journal')];
  const { key, document, entries, why } = what;
  // As it stands, whatever it is: what was made of it may have lost something.
  const row = remove === 'document' ? await documents.get(key) : undefined;
  await Promise.all([
    transaction.objectStore('aside').add({ ...document, ...row, key, entries, why }),
    remove === 'document' && documents.delete(key),
    remove === 'document' && transaction.objectStore('heads').delete(key),
    remove === 'document' && journal.delete(entriesOf(key)),
    ...(remove === 'entries' ? entries.map(({ sequence }) => journal.delete([key, sequence])) : []),
    transaction.done,
  ]);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');
