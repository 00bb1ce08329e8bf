// Saves the document: each change as it is made, a snapshot now and then; and says how it stands with that.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { printExperiment, printSteps } from '../../format/json.ts';
import type { Experiment } from '../../model/experiment.ts';
import { createDocumentWriter, type DocumentWriter, type WrittenHistory } from '../../storage/document-writer.ts';
import { failureOf, type StorageFailure } from '../../storage/failure.ts';
import type { KeptDocuments } from '../../storage/kept-documents.ts';
import type { Rescue } from '../../storage/rescue.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import { inSteps } from './in-steps.ts';

export type SaveState =
  /** All that is on screen is in the browser's store. */
  | { readonly status: 'saved' }
  | { readonly status: 'saving' }
  /** It could not be saved, and is tried again. */
  | { readonly status: 'failed'; readonly failure: StorageFailure }
  /** It is kept as long as this page is open. */
  | { readonly status: 'unkept'; readonly failure: StorageFailure };

export interface Autosave {
  readonly state: StoreApi<SaveState>;
  /** The document shown from now on is this one. */
  follow(document: FollowedDocument): void;
  /** Saves at once, if there is something to save. */
  flush(): Promise<void>;
  /** Tries again what failed. */
  retry(): void;
  /** For a page that may be gone the next moment: does what it can. Says whether nothing would be lost. */
  rescueNow(): boolean;
  /** The user has this experiment in a file now. */
  noteExport(experiment: Experiment): void;
  /** Whether the document is still just as it was opened. */
  untouched(): boolean;
  /** Hears that another tab has written the same document; nothing is saved until another one is followed. */
  onConflict(listener: () => void): void;
  /** The document on screen is followed no longer. */
  leave(): void;
}

export interface FollowedDocument {
  readonly key: string;
  readonly untouched: boolean;
  /** What the store has of it; undefined: nothing. */
  readonly history?: WrittenHistory | undefined;
  /** The last sequence number that was given out for it. */
  readonly last?: number | undefined;
}

/** From so many resources on, the page goes on with other things while the text of an experiment is made. */
const MANY_RESOURCES = 5000;
/** How long after the last change a snapshot is written, ms. */
const CALM = 1000;
/** How long it takes until a browser that doesn't answer is reported, ms. */
const PATIENCE = 10_000;
/** How long to wait before trying again, ms: at first, and at most. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

const print = (experiment: Experiment) =>
  inSteps(printSteps(experiment), experiment.resources.length >= MANY_RESOURCES);

export function createAutosave(parts: {
  readonly document: DocumentStore;
  readonly db: KeptDocuments;
  readonly rescue: Rescue;
  readonly now: () => number;
}): Autosave {
  const { document, db, rescue, now } = parts;
  const state = createStore<SaveState>(() => ({ status: 'saved' }));
  const conflictListeners = new Set<() => void>();
  let writer: DocumentWriter | undefined;
  let untouched = true;
  let exported: Experiment | undefined;
  let isRescued = false;
  let saving: Promise<void> | undefined;
  let wait = FIRST_WAIT;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  let compacting: ReturnType<typeof setTimeout> | undefined;

  const current = () => document.getState().experiment;
  const isDirty = () => writer !== undefined && writer.written() !== current();

  /** One write after the other, until all that is on screen is written. The first is asked for before this returns. */
  async function save(): Promise<void> {
    const into = writer;
    if (!into) return;
    const impatience = setTimeout(() => fail({ kind: 'silent' }), PATIENCE);
    try {
      while (into === writer && isDirty()) {
        const result = await into.write(current());
        if (result === 'conflict' && into === writer) return yieldToOther();
      }
      if (into === writer) settle(into);
    } catch (error) {
      if (into !== writer) return;
      fail(failureOf(error));
      retrying = setTimeout(() => void flush(), wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    } finally {
      clearTimeout(impatience);
    }
  }

  function settle(into: DocumentWriter) {
    wait = FIRST_WAIT;
    const failure = db.failure();
    state.setState(failure ? { status: 'unkept', failure } : { status: 'saved' }, true);
    if (isRescued && !failure) {
      rescue.forget(into.key);
      isRescued = false;
    }
    if (into.isLong()) compactLater(into);
  }

  function compactLater(into: DocumentWriter) {
    clearTimeout(compacting);
    // A snapshot that fails is no loss: the journal is still there.
    compacting = setTimeout(() => into === writer && void into.compact().catch(() => {}), CALM);
  }

  function fail(failure: StorageFailure) {
    state.setState({ status: 'failed', failure }, true);
    keepUnwritten();
  }

  function yieldToOther() {
    writer = undefined;
    for (const listener of conflictListeners) listener();
  }

  function flush(): Promise<void> {
    clearTimeout(retrying);
    if (saving) return saving;
    saving = saveAll();
    if (isDirty() && state.getState().status !== 'failed') state.setState({ status: 'saving' }, true);
    return saving;
  }

  async function saveAll(): Promise<void> {
    await save();
    saving = undefined;
    // The document may have been left for another one meanwhile.
    if (isDirty() && state.getState().status === 'saving') await flush();
  }

  /** Puts what isn't in the browser's store where the next page finds it; false where that can't be done. */
  function keepUnwritten(): boolean {
    if (!writer) return true;
    const isKept = rescue.keep(writer.key, db.failure() ? writer.whole(current()) : writer.unwritten(current()));
    isRescued ||= isKept;
    return isKept;
  }

  document.subscribe(({ experiment, opened }, before) => {
    if (experiment === before.experiment || !writer) return;
    if (opened === before.opened) untouched = false;
    void flush();
  });

  db.onLost(() => {
    writer?.startOver();
    void flush();
  });

  return {
    state,
    follow({ key, history, last = 0, ...options }) {
      clearTimeout(retrying);
      clearTimeout(compacting);
      untouched = options.untouched;
      exported = undefined;
      isRescued = rescue.find(key) !== undefined;
      wait = FIRST_WAIT;
      const make = { db, key, now, print, printNow: printExperiment, untouched: () => untouched };
      writer = createDocumentWriter({ ...make, history, last });
      if (isDirty()) {
        state.setState({ status: 'saving' }, true);
        void flush();
      } else settle(writer);
    },
    flush,
    retry: () => void flush(),
    rescueNow() {
      if (!db.failure()) return !isDirty() || keepUnwritten();
      if (untouched) return true;
      // It survives a reload so; a private window forgets it when it is closed.
      keepUnwritten();
      return exported === current();
    },
    noteExport(experiment) {
      exported = experiment;
    },
    untouched: () => untouched,
    onConflict: (listener) => void conflictListeners.add(listener),
    leave() {
      clearTimeout(retrying);
      clearTimeout(compacting);
      writer = undefined;
    },
  };
}
