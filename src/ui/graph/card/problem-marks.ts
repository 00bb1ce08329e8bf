import type { Guid } from '../../../model/units.ts';
import type { Problem } from '../../../rules/problem.ts';
import { useProblemsOf } from '../../problems/use-problems.ts';
import { useView } from '../../context/studio-context.tsx';

export interface ProblemMark {
  readonly severity: 'error' | 'warning';
  /** The gravest problem, and how many more there are. */
  readonly text: string;
}

/** What a resource's card has to say of its problems, while problems are what one looks at. */
export function useProblemMark(guid: Guid): ProblemMark | undefined {
  const mark = markOf(useProblemsOf(guid));
  return useMarksShown() ? mark : undefined;
}

/** Marks stand on the canvas while the problems are open: before that, a drawing that isn't finished is no mistake. */
export function useMarksShown(): boolean {
  return useView(({ bottomTab, folded }) => bottomTab === 'problems' && !folded.has('bottom'));
}

/** The mark of some problems; hints are left to the panel. */
export function markOf(problems: readonly Problem[]): ProblemMark | undefined {
  const grave = problems.filter(({ severity }) => severity !== 'info');
  const worst = grave.find(({ severity }) => severity === 'error') ?? grave[0];
  if (!worst) return undefined;
  return {
    severity: worst.severity === 'error' ? 'error' : 'warning',
    text: grave.length > 1 ? `${worst.message} (and ${grave.length - 1} more)` : worst.message,
  };
}
