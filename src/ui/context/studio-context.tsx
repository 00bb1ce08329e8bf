// How the views reach the stores. A view reads with a narrow selector and is drawn again only when what it selected
// changes; a selector that makes a new array, set or object each time is fine for the view and the run, not for the document.
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { DocumentState } from '../../app/stores/document-store.ts';
import type { RunState } from '../../app/stores/run-store.ts';
import { seenFolds, seenGroups } from '../../app/editing/seen-groups.ts';
import type { Studio } from '../../app/stores/studio.ts';
import type { ViewState, ViewStore } from '../../app/stores/view-store.ts';
import type { Experiment } from '../../model/experiment.ts';

const StudioContext = createContext<Studio | undefined>(undefined);
const SimulatingContext = createContext(false);

export function StudioProvider({ studio, children }: { readonly studio: Studio; readonly children: ReactNode }) {
  const { view } = studio;
  const [simulating, setSimulating] = useState(() => view.getState().mode === 'simulate');
  useEffect(() => followMode(view, setSimulating), [view]);
  return (
    <StudioContext value={studio}>
      <SimulatingContext value={simulating}>{children}</SimulatingContext>
    </StudioContext>
  );
}

/** The frames in which the first picture of a run comes, and nothing else should. */
const FRAMES_OF_FIRST_PICTURE = 3;

/**
 * Tells whether a run is being watched. That it begins is told a few frames late: half of the page then changes its
 * looks, and somebody who pressed Play waits for the run.
 */
function followMode(view: ViewStore, tell: (simulating: boolean) => void): () => void {
  let frame = 0;
  const waitAndTell = (frames: number) => {
    frame = requestAnimationFrame(() => (frames > 1 ? waitAndTell(frames - 1) : tell(true)));
  };
  tell(view.getState().mode === 'simulate');
  const end = view.subscribe(({ mode }, before) => {
    if (mode === before.mode) return;
    cancelAnimationFrame(frame);
    if (mode === 'simulate') waitAndTell(FRAMES_OF_FIRST_PICTURE);
    else tell(false);
  });
  return () => {
    cancelAnimationFrame(frame);
    end();
  };
}

/** The studio this view belongs to; for event handlers, which read `studio.document.getState()` when they run. */
export function useStudio(): Studio {
  const studio = use(StudioContext);
  if (!studio) throw new Error('useStudio needs a StudioProvider above it');
  return studio;
}

/** Part of the document; drawn again when that part is another one (Object.is). */
export function useDocument<T>(selector: (state: DocumentState) => T): T {
  return useStore(useStudio().document, selector);
}

/** Part of the view state; compared shallowly, so a selector may give a small new object. */
export function useView<T>(selector: (state: ViewState) => T): T {
  return useStore(useStudio().view, useShallow(selector));
}

/**
 * Part of the run; compared shallowly. The record grows in place: a view of its content selects `version` too, and
 * one that follows the cursor selects what it makes of it (the state at the cursor, say), not the cursor.
 */
export function useRun<T>(selector: (state: RunState) => T): T {
  return useStore(useStudio().run, useShallow(selector));
}

/** Whether a run is being watched, and the experiment locked. For looks: the lock itself is app/stores/edit-lock.ts. */
export function useSimulating(): boolean {
  return use(SimulatingContext);
}

/** The experiment with its groups collapsed or not as they are seen now: while a run is watched, that may be otherwise. */
export function useSeenExperiment(): Experiment {
  const experiment = useDocument((state) => state.experiment);
  const folds = useStore(useStudio().view, seenFolds);
  return useMemo(() => {
    const groups = seenGroups(experiment.groups, folds);
    return groups === experiment.groups ? experiment : { ...experiment, groups };
  }, [experiment, folds]);
}

/** As {@link useRun}, for what stands on the design itself: undefined in Design, where no run is in sight. */
export function useSimulated<T>(selector: (state: RunState) => T): T | undefined {
  const simulating = useSimulating();
  return useRun((state) => (simulating ? selector(state) : undefined));
}

/** What undo and redo would do now, as menus say it; undefined: nothing to undo or redo. */
export function useHistory(): { readonly undo: string | undefined; readonly redo: string | undefined } {
  const { document } = useStudio();
  const undo = useStore(document.temporal, ({ pastStates }) => pastStates.length > 0);
  const redo = useStore(document.temporal, ({ futureStates }) => futureStates.at(-1)?.lastEdit);
  const lastEdit = useStore(document, (state) => state.lastEdit);
  return { undo: undo ? lastEdit : undefined, redo };
}
