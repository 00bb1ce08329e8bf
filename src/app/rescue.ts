// A page that is being closed can't wait for IndexedDB. What isn't saved by then goes into localStorage, at once, and is
// read from there by the next page.
import type { StoredDocument } from './documents-db.ts';

export interface Rescue {
  /** Keeps a document; false where it doesn't fit. */
  keep(document: StoredDocument): boolean;
  /** What was kept of a document. */
  find(key: string): StoredDocument | undefined;
  forget(key: string): void;
}

const slot = (key: string) => `nepi-studio.rescue.${key}`;

export function createRescue(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Rescue {
  return {
    keep(document) {
      try {
        storage.setItem(slot(document.key), JSON.stringify(document));
        return true;
      } catch {
        return false;
      }
    },
    find(key) {
      const text = storage.getItem(slot(key));
      if (text === null) return undefined;
      try {
        const document = JSON.parse(text) as StoredDocument;
        return typeof document.text === 'string' && document.key === key ? document : undefined;
      } catch {
        return undefined;
      }
    },
    forget: (key) => storage.removeItem(slot(key)),
  };
}
