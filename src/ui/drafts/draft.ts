// What somebody types before it is taken. A draft remembers the text it began from: when the value changes underneath
// (an undo, another view), the draft is out of date and simply no longer counts, so no field has to be told.

export interface Draft {
  readonly text: string;
  /** What the field showed when typing began. */
  readonly from: string;
  /** Why the text was not taken; set by a try to commit it. */
  readonly error?: string;
}

/** What reading a text gives: a value, or why there is none. */
export type Reading<T> = { readonly value: T } | { readonly error: string };

/** The draft that still counts for a field that would show `current` without it. */
export function liveDraft(draft: Draft | undefined, current: string): Draft | undefined {
  return draft && draft.from === current ? draft : undefined;
}

/** The draft after a keystroke. A text that was refused is judged anew with each key, a fresh one is left in peace. */
export function typeDraft<T>(
  draft: Draft | undefined,
  current: string,
  text: string,
  read: (text: string) => Reading<T>,
): Draft | undefined {
  if (text === current) return undefined;
  const error = liveDraft(draft, current)?.error === undefined ? undefined : errorOf(read(text));
  return { text, from: current, ...(error !== undefined && { error }) };
}

/** Tries to take a draft: the value and no draft any more, or the draft with the reason. */
export function commitDraft<T>(
  draft: Draft | undefined,
  current: string,
  read: (text: string) => Reading<T>,
): { readonly draft: Draft | undefined; readonly taken?: { readonly value: T } } {
  const live = liveDraft(draft, current);
  if (!live) return { draft: undefined };
  const reading = read(live.text);
  return 'error' in reading ? { draft: { ...live, error: reading.error } } : { draft: undefined, taken: reading };
}

function errorOf<T>(reading: Reading<T>): string | undefined {
  return 'error' in reading ? reading.error : undefined;
}
