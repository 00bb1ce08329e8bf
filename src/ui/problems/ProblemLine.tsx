import { CircleX, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem, Severity } from '../../rules/problem.ts';
import { useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { goToPlace } from './go-to-place.ts';
import styles from './Problems.module.css';

const SIGNS: Readonly<Record<Severity, { readonly Icon: LucideIcon; readonly word: string }>> = {
  error: { Icon: CircleX, word: 'Error' },
  warning: { Icon: TriangleAlert, word: 'Warning' },
  info: { Icon: Info, word: 'Note' },
};

/** How bad a problem is, by shape, colour and word. */
export function SeveritySign({ severity, hideWord }: { readonly severity: Severity; readonly hideWord?: boolean }) {
  const { Icon, word } = SIGNS[severity];
  return (
    <span className={styles.sign} data-severity={severity}>
      <Icon size={15} aria-hidden />
      <span className={hideWord ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  );
}

/** A problem in a line: what is wrong, on a click where, and the fix where there is one. */
export function ProblemLine(props: {
  readonly problem: Problem;
  readonly compact?: boolean;
  /** It is one of several under a line that speaks for all. */
  readonly indented?: boolean;
  /** Stands before the fix. */
  readonly children?: ReactNode;
}) {
  const { problem, compact, indented } = props;
  const studio = useStudio();
  const { fix } = problem;
  return (
    <li className={styles.problem} data-severity={problem.severity} data-compact={compact} data-indented={indented}>
      <button type="button" className={styles.message} onClick={() => goToPlace(studio, problem.place)}>
        <SeveritySign severity={problem.severity} hideWord={(compact || indented) ?? false} />
        <span className={styles.words}>{problem.message}</span>
      </button>
      {props.children}
      {fix && (
        <span className={styles.fix}>
          <Button edits onClick={() => studio.problems.getState().fix(problem)}>
            {fix.label}
          </Button>
        </span>
      )}
    </li>
  );
}
