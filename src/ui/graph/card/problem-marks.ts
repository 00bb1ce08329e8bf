import type { Guid } from '../../../model/units.ts';
import type { Problem } from '../../../rules/problem.ts';
import { useProblemsOf } from '../../problems/use-problems.ts';

export interface ProblemMark {
  readonly severity: 'error' | 'warning';
  /** The gravest problem, and how many more there are. */
  readonly text: string;
}

/** What a resource's card has to say of its problems. */
export function useProblemMark(guid: Guid): ProblemMark | undefined {
  return markOf(useProblemsOf(guid));
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
