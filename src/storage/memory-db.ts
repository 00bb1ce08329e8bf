// Keeps documents as long as the page lives: where nothing else can be had, and in tests.
import { type JournalEntry, mendDocument, type StoredDocument, summarize } from './document-rows.ts';
import type { DocumentsDb } from './documents-db.ts';

export interface MemoryDb extends DocumentsDb {
  /** What was put aside. */
  readonly aside: Readonly<Record<string, unknown>>[];
}

export function createMemoryDb(): MemoryDb {
  const documents = new Map<string, StoredDocument>();
  const journals = new Map<string, JournalEntry[]>();
  const aside: Readonly<Record<string, unknown>>[] = [];

  const entriesOf = (key: string) => journals.get(key) ?? [];
  const forget = (key: string) => void (documents.delete(key), journals.delete(key));

  return {
    aside,
    async load(key) {
      const row = documents.get(key);
      if (!row) return undefined;
      const snapshot = mendDocument(key, row);
      return { snapshot, entries: entriesOf(key).filter(({ sequence }) => sequence > snapshot.sequence) };
    },
    async list() {
      const listed = [...documents].map(([key, row]) => summarize(row, entriesOf(key).at(-1)));
      return listed.sort((a, b) => b.savedAt - a.savedAt);
    },
    async append(entry, knows) {
      const head = documents.get(entry.document);
      if (!head) return 'gone';
      const entries = entriesOf(entry.document);
      const other = entries.find(({ sequence }) => sequence === entry.sequence);
      if (other) return knows(other) ? 'gone' : 'conflict';
      if (!knows(head)) return 'conflict';
      journals.set(entry.document, [...entries, entry]);
      return 'done';
    },
    async writeSnapshot(document, knows) {
      const head = documents.get(document.key);
      if (knows && !head) return 'gone';
      if (knows && head && !knows(head)) return 'conflict';
      documents.set(document.key, document);
      const { sequence: included } = document;
      journals.set(
        document.key,
        entriesOf(document.key).filter(({ sequence }) => sequence > included),
      );
      return 'done';
    },
    async delete(key) {
      forget(key);
    },
    async setAside(what, remove) {
      const { key, document, entries, why } = what;
      aside.push({ ...document, key, entries, why });
      if (remove === 'document') forget(key);
      if (remove === 'entries') {
        const gone = new Set(entries.map(({ sequence }) => sequence));
        journals.set(
          key,
          entriesOf(key).filter(({ sequence }) => !gone.has(sequence)),
        );
      }
    },
  };
}
