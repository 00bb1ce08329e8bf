import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import type { ProblemRow } from './fold-problems.ts';
import { goToAll } from './go-to-place.ts';
import { ProblemLine } from './ProblemLine.tsx';
import styles from './Problems.module.css';

/** Alike problems as one, to be unfolded, and to be mended together. */
export function AlikeProblems({ problems }: Pick<ProblemRow, 'problems'>) {
  const studio = useStudio();
  const [open, setOpen] = useState(false);
  const [first, ...others] = problems;
  if (others.length === 0) return <ProblemLine problem={first} />;
  return (
    <>
      <ProblemLine problem={first}>
        <span className={styles.alike}>
          <Button
            variant="quiet"
            icon={<ChevronRight className={styles.chevron} aria-hidden />}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {others.length} more like it
          </Button>
          <Button onClick={() => goToAll(studio, problems)}>Select all {problems.length}</Button>
        </span>
      </ProblemLine>
      {open && others.map((problem) => <ProblemLine key={JSON.stringify(problem.place)} problem={problem} indented />)}
    </>
  );
}
