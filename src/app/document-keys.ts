// Which document a tab has. Each document has a key; a tab remembers its own over reloads and holds a lock on it, so two
// tabs never write the same document.

/** Locks on keys. `navigator.locks` on a page; a test makes its own. */
export interface KeyLocks {
  /** Takes the lock, waiting at most `patience` ms; undefined: another tab has it. Gives what lets go of it. */
  take(key: string, patience?: number): Promise<(() => void) | undefined>;
}

const lockName = (key: string) => `nepi-studio/document/${key}`;

export function browserLocks(): KeyLocks {
  return {
    take(key, patience = 0) {
      // Without a secure context (plain http by another name than localhost) there are no locks: one tab is assumed.
      if (!navigator.locks) return Promise.resolve(() => {});
      return new Promise((resolve, reject) => {
        const taken = (lock: Lock | null) => {
          if (!lock) return resolve(undefined);
          return new Promise<void>((release) => resolve(release));
        };
        const options = patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
        navigator.locks.request(lockName(key), options, taken).catch((error: unknown) => {
          if (error instanceof DOMException && /Timeout|Abort/.test(error.name)) resolve(undefined);
          else reject(error as Error);
        });
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
      return sessionStorage.getItem(SESSION_KEY) ?? undefined;
    },
    set key(key) {
      if (key === undefined) sessionStorage.removeItem(SESSION_KEY);
      else sessionStorage.setItem(SESSION_KEY, key);
    },
  };
}

/** A key that no other document has. */
export function newDocumentKey(): string {
  const random = crypto.getRandomValues(new Uint32Array(4));
  return [...random].map((part) => part.toString(36)).join('');
}
