// A page that is being closed can't wait for IndexedDB. What isn't saved by then goes into localStorage, at once, and is
// read from there by the next page.
import { type JournalEntry, mendDocument, type StoredDocument, type StoredHistory } from './document-rows.ts';
import type { SafeStorage } from './safe-storage.ts';

/** What was about to be written of a document: a snapshot, or changes. */
export type Unwritten = { readonly document: StoredDocument } | { readonly entries: readonly JournalEntry[] };

export interface Rescue {
  /** Keeps what was about to be written of a document; false where it doesn't fit. */
  keep(key: string, unwritten: Unwritten): boolean;
  /** What was kept of a document. */
  find(key: string): Unwritten | undefined;
  /** The documents of which something was kept. */
  keys(): readonly string[];
  forget(key: string): void;
}

const PREFIX = 'nepi-studio.rescue.';

export function createRescue(storage: SafeStorage): Rescue {
  return {
    keep: (key, unwritten) => storage.setItem(PREFIX + key, JSON.stringify(unwritten)),
    find(key) {
      try {
        return readUnwritten(key, JSON.parse(storage.getItem(PREFIX + key) ?? 'null'));
      } catch {
        return undefined;
      }
    },
    keys: () => storage.keys(PREFIX).map((slot) => slot.slice(PREFIX.length)),
    forget: (key) => storage.removeItem(PREFIX + key),
  };
}

function readUnwritten(key: string, value: unknown): Unwritten | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { document, entries, text } = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(entries)) return { entries: entries as readonly JournalEntry[] };
  if (typeof document === 'object' && document !== null) return { document: mendDocument(key, document) };
  // The first version kept the document itself.
  return typeof text === 'string' ? { document: mendDocument(key, value) } : undefined;
}

/** A document with what was rescued of it. */
export interface RescuedHistory extends StoredHistory {
  /** How many of the entries, from the last one back, are in the rescue alone; all of it, when the snapshot is. */
  readonly rescued: number | 'all';
  /** The last sequence number that was given out. */
  readonly last: number;
}

/** Joins what the store and the rescue have of a document. What the store has already counts once. */
export function joinRescue(
  stored: StoredHistory | undefined,
  unwritten: Unwritten | undefined,
): RescuedHistory | undefined {
  const last = stored
    ? Math.max(stored.snapshot.sequence, ...stored.entries.slice(-1).map(({ sequence }) => sequence))
    : 0;
  if (unwritten && 'document' in unwritten) {
    const { document } = unwritten;
    if (!stored || isNewer(document, stored, last)) {
      return { snapshot: document, entries: [], rescued: 'all', last: Math.max(last, document.sequence) };
    }
  }
  if (!stored) return undefined;
  const more = unwritten && 'entries' in unwritten ? unwritten.entries.filter(({ sequence }) => sequence > last) : [];
  return { ...stored, entries: [...stored.entries, ...more], rescued: more.length, last };
}

function isNewer(document: StoredDocument, stored: StoredHistory, last: number): boolean {
  // The first version counted no changes.
  const isOld = document.writer === '' && last === 0;
  return isOld ? document.savedAt >= stored.snapshot.savedAt : document.sequence > last;
}
