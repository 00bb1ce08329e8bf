/** localStorage or sessionStorage without its errors: where the page has none, or it is full, nothing is kept. */
export interface SafeStorage {
  getItem(key: string): string | null;
  /** Says whether the value was taken. */
  setItem(key: string, value: string): boolean;
  removeItem(key: string): void;
  /** The keys that begin so. */
  keys(prefix: string): readonly string[];
}

/** @param storage gets it: even looking at `window.localStorage` may throw. */
export function safeStorage(storage: () => Storage): SafeStorage {
  const attempt = <Result>(task: (storage: Storage) => Result, otherwise: Result): Result => {
    try {
      return task(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    getItem: (key) => attempt((kept) => kept.getItem(key), null),
    setItem: (key, value) =>
      attempt((kept) => {
        kept.setItem(key, value);
        return true;
      }, false),
    removeItem: (key) => attempt((kept) => kept.removeItem(key), undefined),
    keys: (prefix) => attempt((kept) => Object.keys(kept).filter((key) => key.startsWith(prefix)), []),
  };
}

/** What all tabs of the studio share. */
export const sharedStorage: SafeStorage = safeStorage(() => localStorage);

/** What a tab has for itself, over reloads. */
export const tabStorage: SafeStorage = safeStorage(() => sessionStorage);
