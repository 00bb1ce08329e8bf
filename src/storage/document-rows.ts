// What the store holds of a document: a snapshot, which is the text of its file, and a journal of what changed since.

/**
 * A point in the history of a document. Sequence numbers count its changes and are never given out twice; each change
 * is signed by who wrote it, so two tabs that both continue from the same point can be told apart.
 */
export interface Place {
  readonly sequence: number;
  /** Random, one for each time a page takes up a document. */
  readonly writer: string;
}

/** What a list of documents shows. */
export interface DocumentSummary {
  readonly key: string;
  /** The experiment's id. */
  readonly name: string;
  /** How many resources it has. */
  readonly resources: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Just as it was opened, from an example say: nothing is lost when it goes. */
  readonly untouched: boolean;
}

/** A snapshot. Its place is that of the last change that it includes. */
export interface StoredDocument extends DocumentSummary, Place {
  /** The experiment file. */
  readonly text: string;
}

/** A change of a document, at its place. */
export interface JournalEntry extends Place {
  /** The key of the document. */
  readonly document: string;
  /** The writer of the place before: an entry counts only behind the change that it was made from. */
  readonly after: string;
  /** The change as JSON; see json-diff.ts. */
  readonly text: string;
  /** Of the document with this change. */
  readonly name: string;
  readonly resources: number;
  readonly savedAt: number;
}

/** All that the store holds of a document. */
export interface StoredHistory {
  readonly snapshot: StoredDocument;
  /** The changes behind the snapshot's place, in order. Whether they can be used is for `replay` to say. */
  readonly entries: readonly JournalEntry[];
}

/** How a document is listed, with the changes since its snapshot. */
export function summarize(snapshot: DocumentSummary, last: JournalEntry | undefined): DocumentSummary {
  const { key, name, resources, savedAt, untouched } = snapshot;
  if (!last) return { key, name, resources, savedAt, untouched };
  return { key, name: last.name, resources: last.resources, savedAt: last.savedAt, untouched: false };
}

/**
 * A row as it should be, from whatever the store has under a key: version 1 kept no places, and what was damaged may
 * lack anything. A text that is none becomes empty, which no reader takes for an experiment.
 */
export function mendDocument(key: string, row: unknown): StoredDocument {
  const { text, sequence, writer, ...rest } = (typeof row === 'object' && row !== null ? row : {}) as Partial<
    Record<keyof StoredDocument, unknown>
  >;
  return {
    ...rest,
    ...mendSummary(key, row),
    text: typeof text === 'string' ? text : '',
    sequence: isCount(sequence) ? sequence : 0,
    writer: typeof writer === 'string' ? writer : '',
  };
}

/** The same for what is listed. */
export function mendSummary(key: string, row: unknown): DocumentSummary {
  const { name, resources, savedAt, untouched } = (typeof row === 'object' && row !== null ? row : {}) as Partial<
    Record<keyof DocumentSummary, unknown>
  >;
  return {
    key,
    name: typeof name === 'string' ? name : 'experiment',
    resources: isCount(resources) ? resources : 0,
    savedAt: isCount(savedAt) ? savedAt : 0,
    untouched: untouched === true,
  };
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
