/** Why the browser does not keep something. */
export type StorageFailure =
  /** There is no space left. */
  | { readonly kind: 'full' }
  /** The data was written by a newer version of the studio; this one must not touch it. */
  | { readonly kind: 'newer' }
  /** The browser does not answer. */
  | { readonly kind: 'silent' }
  /** The browser keeps no data for this page. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'broken'; readonly message: string };

/** Says what an error of the storage means. */
export function failureOf(error: unknown): StorageFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  switch (name) {
    case 'QuotaExceededError':
      return { kind: 'full' };
    case 'VersionError':
      return { kind: 'newer' };
    case 'SecurityError':
    case 'ReferenceError':
      return { kind: 'unavailable' };
    default:
      return { kind: 'broken', message };
  }
}
