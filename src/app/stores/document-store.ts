// The document: the experiment being designed, and the way back through its edits. Nothing of a run is here, so playing
// and stepping never touch undo.
import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import { describeEdit } from '../../edit/describe.ts';
import { applyEdit, type Edit } from '../../edit/edit.ts';
import { changeProblem } from '../../format/change-problem.ts';
import type { Experiment } from '../../model/experiment.ts';
import { type EditLock, NEVER_LOCKED } from './edit-lock.ts';

export interface DocumentState {
  readonly experiment: Experiment;
  /** What the edit that led here did; '' right after opening. */
  readonly lastEdit: string;
  /** Counts openings: a view that keeps something by document (viewport, selection) resets when it changes. */
  readonly opened: number;
  /**
   * Applies an edit: one undo step. An edit that changes nothing leaves no step. False: refused, because the experiment
   * is locked, or could not be opened again with the edit; nothing changed then, and the user was told.
   */
  apply(edit: Edit): boolean;
  /** Takes the last edit back; refused as an edit is. */
  undo(): void;
  redo(): void;
  /** Shows another experiment; its history starts empty. */
  open(experiment: Experiment): void;
}

const HISTORY_LIMIT = 1000;

/**
 * The experiment changes through `apply`, `undo` and `redo` alone, and none of them does anything while it is locked.
 * @param refuse tells the user why an edit was refused.
 */
export function createDocumentStore(
  initial: Experiment,
  lock: EditLock = NEVER_LOCKED,
  refuse: (reason: string) => void = () => {},
) {
  function mayEdit(): boolean {
    if (lock.isLocked()) lock.refuse();
    return !lock.isLocked();
  }

  const store = createStore<DocumentState>()(
    temporal(
      (set, get) => ({
        experiment: initial,
        lastEdit: '',
        opened: 0,
        apply(edit) {
          if (!mayEdit()) return false;
          const experiment = applyEdit(get().experiment, edit);
          const problem = changeProblem(get().experiment, experiment);
          if (problem !== undefined) {
            refuse(`Nothing was changed: with this edit the experiment could not be opened again (${problem}).`);
            return false;
          }
          if (experiment !== get().experiment) set({ experiment, lastEdit: describeEdit(edit) });
          return true;
        },
        undo(): void {
          if (mayEdit()) store.temporal.getState().undo();
        },
        redo(): void {
          if (mayEdit()) store.temporal.getState().redo();
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
