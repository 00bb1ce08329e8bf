// Writes one document: what changed since the last time, or all of it where nothing can be continued.
import type { Experiment } from '../model/experiment.ts';
import type { DocumentSummary, JournalEntry, Place } from './document-rows.ts';
import type { DocumentsDb, Written } from './documents-db.ts';
import { printChange } from './journal.ts';
import type { Unwritten } from './rescue.ts';

export interface DocumentWriter {
  readonly key: string;
  /** What the store has for certain; undefined: nothing yet. */
  written(): Experiment | undefined;
  /**
   * Writes an experiment. What it takes is asked of the browser before this returns, but for a snapshot.
   * One at a time: the one before must have come to its end.
   * @throws (rejects) when the browser can't; it may be tried again then.
   */
  write(experiment: Experiment): Promise<Written>;
  /** What of an experiment is not certain to be in the store. */
  unwritten(experiment: Experiment): Unwritten;
  /** An experiment as a snapshot that counts as newer than whatever is in the store. */
  whole(experiment: Experiment): Unwritten;
  /** The store has lost the document: the next write is a whole one. */
  startOver(): void;
  /** Whether the journal has grown so long that a snapshot in its place is worth it. */
  isLong(): boolean;
  /** Replaces the journal by a snapshot. It may be written to meanwhile. */
  compact(): Promise<void>;
}

/** What is in the store of a document that is to be written on. */
export interface WrittenHistory {
  readonly experiment: Experiment;
  /** Where the snapshot stands, and the changes since. */
  readonly snapshot: Place & { readonly text: string };
  readonly entries: readonly JournalEntry[];
}

/** A journal of more entries than this, or longer than both the snapshot and this many characters, is long. */
const MOST_ENTRIES = 200;
const LEAST_LENGTH = 100_000;

export function createDocumentWriter(parts: {
  readonly db: DocumentsDb;
  readonly key: string;
  readonly now: () => number;
  readonly print: (experiment: Experiment) => Promise<string>;
  readonly printNow: (experiment: Experiment) => string;
  /** Whether the document is just as it was opened; it is not, once a change was written. */
  readonly untouched: () => boolean;
  /** Without it the store has nothing. */
  readonly history?: WrittenHistory | undefined;
  /** The last sequence number that was given out. */
  readonly last: number;
}): DocumentWriter {
  const { db, key, now, history } = parts;
  const mine = new Set<string>();
  let writer = sign();
  let last = parts.last;
  let place: Place | undefined = history && (history.entries.at(-1) ?? history.snapshot);
  let written = history?.experiment;
  let underWay: { readonly entry: JournalEntry; readonly experiment: Experiment } | undefined;
  const chain = new Map<number, string>();
  for (const each of history ? [history.snapshot, ...history.entries] : []) chain.set(each.sequence, each.writer);
  let snapshotLength = history?.snapshot.text.length ?? 0;
  let journal = (history?.entries ?? []).map(({ sequence, text }) => ({ sequence, length: text.length }));

  const knows = (at: Place) => mine.has(at.writer) || chain.get(at.sequence) === at.writer;

  function sign(): string {
    const signature = crypto.getRandomValues(new Uint32Array(2)).join('-');
    mine.add(signature);
    return signature;
  }
  const describe = ({ id: name, resources }: Experiment): Omit<DocumentSummary, 'untouched'> => ({
    key,
    name,
    resources: resources.length,
    savedAt: now(),
  });

  function entryBetween(before: Experiment, after: Experiment, at: Place): JournalEntry | undefined {
    const text = printChange(before, after);
    if (text === undefined) return undefined;
    const { key: document, ...about } = describe(after);
    return { document, sequence: at.sequence + 1, writer, after: at.writer, ...about, text };
  }
  function confirm(at: Place, experiment: Experiment) {
    place = { sequence: at.sequence, writer: at.writer };
    chain.set(at.sequence, at.writer);
    last = Math.max(last, at.sequence);
    written = experiment;
  }

  async function writeWhole(experiment: Experiment): Promise<Written> {
    const at = { sequence: last + 1, writer };
    const row = { ...describe(experiment), untouched: parts.untouched(), ...at };
    const text = await parts.print(experiment);
    const result = await db.writeSnapshot({ ...row, text });
    confirm(at, experiment);
    snapshotLength = text.length;
    journal = [];
    return result;
  }
  async function writeChange(entry: JournalEntry, experiment: Experiment): Promise<Written> {
    underWay = { entry, experiment };
    try {
      const result = await db.append(entry, knows);
      if (result === 'done') {
        confirm(entry, experiment);
        journal.push({ sequence: entry.sequence, length: entry.text.length });
      } else if (result === 'gone') {
        last = Math.max(last, entry.sequence);
        place = undefined;
      }
      return result;
    } catch (error) {
      // It may have been written all the same. What comes next must not look like its continuation.
      writer = sign();
      throw error;
    } finally {
      underWay = undefined;
    }
  }

  function whole(experiment: Experiment): Unwritten {
    // A write may be under way.
    const at = { sequence: last + 2, writer };
    const text = parts.printNow(experiment);
    return { document: { ...describe(experiment), untouched: parts.untouched(), ...at, text } };
  }

  return {
    key,
    whole,
    written: () => (place ? written : undefined),
    async write(experiment) {
      if (!place || !written) return writeWhole(experiment);
      const entry = entryBetween(written, experiment, place);
      if (entry) return writeChange(entry, experiment);
      written = experiment;
      return 'done';
    },
    unwritten(experiment) {
      if (!place || !written) return whole(experiment);
      const next = entryBetween(underWay?.experiment ?? written, experiment, underWay?.entry ?? place);
      return { entries: [underWay?.entry, next].filter((entry) => entry !== undefined) };
    },
    startOver() {
      place = undefined;
    },
    isLong() {
      const length = journal.reduce((sum, entry) => sum + entry.length, 0);
      return journal.length > MOST_ENTRIES || length > Math.max(snapshotLength, LEAST_LENGTH);
    },
    async compact() {
      if (!place || !written) return;
      const [experiment, at] = [written, place];
      const text = await parts.print(experiment);
      const result = await db.writeSnapshot({ ...describe(experiment), untouched: false, ...at, text }, knows);
      if (result !== 'done') return;
      snapshotLength = text.length;
      journal = journal.filter(({ sequence }) => sequence > at.sequence);
    },
  };
}
