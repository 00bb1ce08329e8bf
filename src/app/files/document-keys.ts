// Which document a tab has. Each document has a key; a tab remembers its own over reloads and holds a lock on it, so two
// tabs never write the same document.
import { tabStorage } from '../../storage/safe-storage.ts';

/** Locks on keys. `navigator.locks` on a page; a test makes its own. */
export interface KeyLocks {
  /** Takes the lock, waiting at most `patience` ms; undefined: another tab has it. Gives what lets go of it. */
  take(key: string, patience?: number): Promise<(() => void) | undefined>;
}

/** How long the browser may take to answer at all, ms. */
const ANSWER_PATIENCE = 3000;

const lockName = (key: string) => `nepi-studio/document/${key}`;

/**
 * The browser's locks. Where there are none (plain http by another name than localhost) or they fail, every lock is
 * given: two tabs may then have the same document, which the store notices when the second one writes.
 */
export function browserLocks(): KeyLocks {
  return {
    take(key, patience = 0) {
      return new Promise((resolve) => {
        const withoutLock = () => resolve(() => {});
        const taken = (lock: Lock | null) => {
          if (!lock) return resolve(undefined);
          return new Promise<void>((release) => resolve(release));
        };
        const options = patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
        setTimeout(withoutLock, patience + ANSWER_PATIENCE);
        try {
          navigator.locks.request(lockName(key), options, taken).catch((error: unknown) => {
            if (error instanceof DOMException && /Timeout|Abort/.test(error.name)) resolve(undefined);
            else withoutLock();
          });
        } catch {
          withoutLock();
        }
      });
    },
  };
}

/** What a tab remembers over reloads. */
export interface TabMemory {
  key: string | undefined;
}

const SESSION_KEY = 'nepi-studio.document';

export function browserTabMemory(): TabMemory {
  return {
    get key() {
      return tabStorage.getItem(SESSION_KEY) ?? undefined;
    },
    set key(key) {
      if (key === undefined) tabStorage.removeItem(SESSION_KEY);
      else tabStorage.setItem(SESSION_KEY, key);
    },
  };
}

/** A key that no other document has. */
export function newDocumentKey(): string {
  const random = crypto.getRandomValues(new Uint32Array(4));
  return [...random].map((part) => part.toString(36)).join('');
}
