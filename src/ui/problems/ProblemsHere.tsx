import type { Problem } from '../../rules/problem.ts';
import { ProblemLine } from './ProblemLine.tsx';
import styles from './Problems.module.css';

/** The problems of what the inspector shows, with their fixes. */
export function ProblemsHere({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return undefined;
  return (
    <ul className={styles.here} aria-label="Problems here">
      {problems.map((problem) => (
        <ProblemLine key={`${problem.rule}/${problem.message}`} problem={problem} compact />
      ))}
    </ul>
  );
}
