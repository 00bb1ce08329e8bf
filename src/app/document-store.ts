// The document: the experiment being designed, and the way back through its edits. Nothing of a run is here, so playing
// and stepping never touch undo.
import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import { describeEdit } from '../edit/describe.ts';
import { applyEdit, type Edit } from '../edit/edit.ts';
import type { Experiment } from '../model/experiment.ts';

export interface DocumentState {
  readonly experiment: Experiment;
  /** What the edit that led here did; '' right after opening. */
  readonly lastEdit: string;
  /** Counts openings: a view that keeps something by document (viewport, selection) resets when it changes. */
  readonly opened: number;
  /** Applies an edit: one undo step. An edit that changes nothing leaves no step. */
  apply(edit: Edit): void;
  /** Shows another experiment; its history starts empty. */
  open(experiment: Experiment): void;
}

const HISTORY_LIMIT = 1000;

export function createDocumentStore(initial: Experiment) {
  const store = createStore<DocumentState>()(
    temporal(
      (set, get) => ({
        experiment: initial,
        lastEdit: '',
        opened: 0,
        apply(edit) {
          const experiment = applyEdit(get().experiment, edit);
          if (experiment !== get().experiment) set({ experiment, lastEdit: describeEdit(edit) });
        },
        open(experiment) {
          set({ experiment, lastEdit: '', opened: get().opened + 1 });
          store.temporal.getState().clear();
        },
      }),
      {
        limit: HISTORY_LIMIT,
        partialize: ({ experiment, lastEdit }) => ({ experiment, lastEdit }),
        equality: (a, b) => a.experiment === b.experiment,
      },
    ),
  );
  return store;
}

export type DocumentStore = ReturnType<typeof createDocumentStore>;
