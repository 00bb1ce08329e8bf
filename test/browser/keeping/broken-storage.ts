// A browser whose storage misbehaves, from before the page's own scripts run.
import type { Page } from '@playwright/test';

/** What can be wrong with a browser's storage; each is a script for the page. */
export const FAULTS = {
  'localStorage that may not be looked at': () =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  'sessionStorage that may not be looked at': () =>
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  'Storage that takes nothing': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
  'locks that are refused': () => {
    LockManager.prototype.request = () => Promise.reject(new DOMException('denied', 'SecurityError'));
  },
  'locks that throw': () => {
    LockManager.prototype.request = () => {
      throw new TypeError('no locks');
    };
  },
  'no locks': () => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }),
} as const;

/** What keeps a browser from keeping documents. */
export const NO_DATABASE = {
  'no IndexedDB': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  'IndexedDB that may not be looked at': () =>
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  'IndexedDB that throws': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  },
} as const;

/** From now on no write is taken by IndexedDB; `mend` takes that back. */
export async function fillDisk(page: Page): Promise<{ mend: () => Promise<void> }> {
  await page.evaluate(() => {
    // Only kept, to be put back: nothing calls them from here.
    // oxlint-disable-next-line typescript/unbound-method
    const { add, put } = IDBObjectStore.prototype;
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { add: full, put: full });
    Object.assign(window, { mendDisk: () => Object.assign(IDBObjectStore.prototype, { add, put }) });
  });
  return { mend: () => page.evaluate(() => (window as unknown as { mendDisk: () => void }).mendDisk()) };
}
