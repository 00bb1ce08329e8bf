// Saves the document after each change, and says how it stands with that.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { printExperiment, printSteps } from '../format/json.ts';
import type { Experiment } from '../model/experiment.ts';
import type { DocumentsDb, StoredDocument } from './documents-db.ts';
import type { DocumentStore } from './document-store.ts';
import { inSteps } from './in-steps.ts';
import type { Rescue } from './rescue.ts';

export interface SaveState {
  readonly status: 'saved' | 'saving' | 'unsaved' | 'failed';
  /** For `failed`: why, and what to do. */
  readonly problem?: string;
}

export interface Autosave {
  readonly state: StoreApi<SaveState>;
  /** The document shown from now on is this one. `saved`: it stands in the store just so. */
  follow(key: string, options: { readonly saved: boolean; readonly untouched: boolean }): void;
  /** Saves at once, if there is something to save. */
  flush(): Promise<void>;
  /** For a page that may be gone the next moment. */
  rescueNow(): void;
  /** Whether the document is still just as it was opened. */
  untouched(): boolean;
  /** Stops following. */
  close(): void;
}

/** After the last change, ms. */
const CALM = 300;
/** While changes keep coming, ms. */
const AT_LATEST = 2000;
/** From so many resources on, the page goes on with other things while the text of an experiment is made. */
const MANY_RESOURCES = 5000;

export function createAutosave(parts: {
  readonly document: DocumentStore;
  readonly db: DocumentsDb;
  readonly rescue: Rescue;
  readonly now: () => number;
}): Autosave {
  const { document, db, rescue, now } = parts;
  const state = createStore<SaveState>(() => ({ status: 'saved' }));
  let key = '';
  let untouched = true;
  let saved: Experiment | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dirtySince: number | undefined;
  let saving: Promise<void> = Promise.resolve();

  const current = () => document.getState().experiment;
  const isDirty = () => key !== '' && current() !== saved;

  function describe({ id: name, resources }: Experiment): Omit<StoredDocument, 'text'> {
    return { key, name, resources: resources.length, savedAt: now(), untouched };
  }

  function schedule() {
    dirtySince ??= now();
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), Math.max(0, Math.min(CALM, dirtySince + AT_LATEST - now())));
  }

  async function save() {
    if (!isDirty()) return;
    const experiment = current();
    const into = key;
    state.setState({ status: 'saving' }, true);
    try {
      const row = describe(experiment);
      const text = await inSteps(printSteps(experiment), experiment.resources.length >= MANY_RESOURCES);
      await db.put({ ...row, text });
      if (into !== key) return;
      saved = experiment;
      rescue.forget(into);
      if (isDirty()) {
        state.setState({ status: 'unsaved' }, true);
        schedule();
      } else {
        dirtySince = undefined;
        state.setState({ status: 'saved' }, true);
      }
    } catch (error) {
      if (into === key) state.setState({ status: 'failed', problem: explain(error) }, true);
    }
  }

  function flush() {
    clearTimeout(timer);
    // One after the other: an older text must never land on a newer one.
    saving = saving.then(save);
    return saving;
  }

  const unsubscribe = document.subscribe(({ experiment, opened }, before) => {
    if (experiment === before.experiment || key === '') return;
    if (opened === before.opened) untouched = false;
    if (experiment === saved) {
      clearTimeout(timer);
      dirtySince = undefined;
      state.setState({ status: 'saved' }, true);
      return;
    }
    if (state.getState().status !== 'saving') state.setState({ status: 'unsaved' }, true);
    schedule();
  });

  return {
    state,
    follow(nextKey, options) {
      clearTimeout(timer);
      dirtySince = undefined;
      key = nextKey;
      untouched = options.untouched;
      saved = options.saved ? current() : undefined;
      state.setState({ status: options.saved ? 'saved' : 'unsaved' }, true);
      if (!options.saved) void flush();
    },
    flush,
    rescueNow() {
      if (!isDirty()) return;
      rescue.keep({ ...describe(current()), text: printExperiment(current()) });
      void flush();
    },
    untouched: () => untouched,
    close() {
      clearTimeout(timer);
      key = '';
      unsubscribe();
    },
  };
}

function explain(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') {
    return 'The browser has no room left for this page. Export the experiment to a file, then free some space.';
  }
  if (name === 'InvalidStateError') {
    return 'The studio was updated in another tab. Export the experiment to a file, then reload this page.';
  }
  return `The browser could not save it (${error instanceof Error ? error.message : String(error)}). Export the experiment to a file.`;
}
