// What is typed in fields and not taken yet. A key that means a command leaves the focus where it is, so what is typed
// is asked for before a command runs, another experiment is opened, or the page goes.

export interface Drafts {
  /**
   * Adds a field; returns what takes it away again.
   * @param take takes what is typed, if anything is; what can't be read stays in the field, marked.
   */
  add(take: () => void): () => void;
  /** Takes what is typed in every field. */
  takeAll(): void;
}

export function createDrafts(): Drafts {
  const fields = new Set<() => void>();
  return {
    add(take) {
      // A function of its own: the same one may be added twice.
      const field = () => take();
      fields.add(field);
      return () => void fields.delete(field);
    },
    takeAll() {
      for (const take of [...fields]) take();
    },
  };
}
