// The store of documents as a page gets it: the one in the browser, or, as long as that can't be had, one in memory.
import { connect, type Connection } from './database.ts';
import { createDocumentsDb, type DocumentsDb } from './documents-db.ts';
import { failureOf, type StorageFailure } from './failure.ts';
import { createMemoryDb } from './memory-db.ts';

export interface KeptDocuments extends DocumentsDb {
  /** Why documents are kept in memory only; undefined: they are kept. */
  failure(): StorageFailure | undefined;
  /** Hears that what was written may be gone: the data was deleted, or the store in the browser could be had at last. */
  onLost(listener: () => void): void;
}

/** How long the page waits for the browser before it goes on without it, ms. */
const PATIENCE = 4000;

/** How long it waits for a document, which may be long, ms. */
const READ_PATIENCE = 15_000;

/** How long it waits before it asks again, ms: at first, and at most. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/** Never rejects, and never waits long. What was kept in memory is written once the browser's store can be had. */
export async function openKeptDocuments(open: () => Promise<Connection> = connect): Promise<KeptDocuments> {
  const memory = createMemoryDb();
  const listeners = new Set<() => void>();
  const tellLost = () => {
    for (const listener of listeners) listener();
  };
  let db: DocumentsDb = memory;
  let failure: StorageFailure | undefined = { kind: 'silent' };
  let isStarting = true;

  async function attempt(wait: number): Promise<void> {
    try {
      const connection = await open();
      connection.onLost(tellLost);
      const lasting = createDocumentsDb(connection);
      await copyDocuments(memory, lasting);
      db = lasting;
      failure = undefined;
      if (!isStarting) tellLost();
    } catch (error) {
      const found = failureOf(error);
      const before = failure;
      failure = found.kind === 'broken' ? { kind: 'unavailable' } : found;
      if (!isStarting && before?.kind !== failure.kind) tellLost();
      if (found.kind === 'newer') return;
      setTimeout(() => void attempt(Math.min(wait * 2, LONGEST_WAIT)), wait);
    }
  }

  let patience: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([attempt(FIRST_WAIT), new Promise((resolve) => (patience = setTimeout(resolve, PATIENCE)))]);
  clearTimeout(patience);
  isStarting = false;

  return {
    load: (key) => answered(db.load(key)),
    list: () => answered(db.list()),
    append: (entry, knows) => db.append(entry, knows),
    writeSnapshot: (document, knows) => db.writeSnapshot(document, knows),
    delete: (key) => db.delete(key),
    setAside: (what, remove) => db.setAside(what, remove),
    failure: () => failure,
    onLost: (listener) => void listeners.add(listener),
  };
}

/** Rejects when there is no answer in time. */
function answered<Result>(asked: Promise<Result>): Promise<Result> {
  let patience: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    patience = setTimeout(() => reject(new Error("the browser's storage does not answer")), READ_PATIENCE);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(patience));
}

async function copyDocuments(from: DocumentsDb, to: DocumentsDb): Promise<void> {
  for (const { key, untouched } of await from.list()) {
    const history = untouched ? undefined : await from.load(key);
    if (!history) continue;
    await to.writeSnapshot(history.snapshot);
    for (const entry of history.entries) await to.append(entry, () => true);
  }
}
