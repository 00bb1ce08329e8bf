// What is wrong with the experiment on screen. Looking for it takes time in a large one, so it is done elsewhere (a
// worker, on the site) and the answer comes a moment after the edit.
import { createStore } from 'zustand/vanilla';
import { sameDefinition } from '../../model/definition.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { Guid } from '../../model/units.ts';
import type { Problem, Severity } from '../../rules/problem.ts';
import type { DocumentStore } from './document-store.ts';

/** Looks for problems and hands over what it found; of several requests in a row it may leave out all but the last. */
export type FindProblems = (
  experiment: Experiment,
  onFound: (problems: readonly Problem[]) => void,
  onTrouble: (trouble: CheckTrouble) => void,
) => void;

/** What kept a check from its answer: it was begun again, or was given up and can be asked for again. */
export interface CheckTrouble {
  readonly kind: 'again' | 'stopped';
  /** What happened, as a sentence. */
  readonly message: string;
}

export interface ProblemState {
  /** Worst first. Until the answer to an edit is there: those from before it. */
  readonly problems: readonly Problem[];
  /** By the resource they are at, worst first. */
  readonly byGuid: ReadonlyMap<Guid, readonly Problem[]>;
  /** Why there is no answer to the last edit; undefined: there is, or will be in a moment. */
  readonly trouble: CheckTrouble | undefined;
  /** Looks once more, after a check was given up. */
  checkAgain(): void;
  /** Applies a problem's fix, unless the experiment is another by now: what the fix names may have moved. */
  fix(problem: Problem): void;
}

/** Errors before warnings before the rest. */
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export function createProblemStore(document: DocumentStore, findProblems: FindProblems) {
  let checked: Experiment | undefined;
  const current = () => document.getState().experiment;

  const store = createStore<ProblemState>()(() => ({
    problems: [],
    byGuid: new Map(),
    trouble: undefined,
    checkAgain() {
      store.setState({ trouble: undefined });
      look(current());
    },
    fix(problem) {
      if (problem.fix && checked && looksAlike(checked, current())) document.getState().apply(problem.fix.edit);
    },
  }));

  function look(experiment: Experiment) {
    findProblems(
      experiment,
      (found) => {
        checked = experiment;
        const problems = found.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
        store.setState({ problems, byGuid: byGuid(problems), trouble: undefined });
      },
      (trouble) => store.setState({ trouble }),
    );
  }
  document.subscribe(({ experiment }, before) => {
    if (!looksAlike(experiment, before.experiment)) look(experiment);
  });
  look(current());
  return store;
}

export type ProblemStore = ReturnType<typeof createProblemStore>;

/** Whether all that problems speak of is the same: everything but positions. */
function looksAlike(a: Experiment, b: Experiment): boolean {
  return sameDefinition(a, b) && a.resources.every(({ label }, index) => label === b.resources[index]!.label);
}

function byGuid(problems: readonly Problem[]): ReadonlyMap<Guid, readonly Problem[]> {
  const map = new Map<Guid, Problem[]>();
  for (const problem of problems) {
    const { guid } = problem.place;
    if (guid === undefined) continue;
    const list = map.get(guid);
    if (list) list.push(problem);
    else map.set(guid, [problem]);
  }
  return map;
}
