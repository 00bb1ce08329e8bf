import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useDocument } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { EmptyState } from '../widgets/EmptyState.tsx';
import { AlikeProblems } from './AlikeProblems.tsx';
import styles from './Problems.module.css';
import { TroubleNote } from './TroubleNote.tsx';
import { useCheckTrouble, useProblemRows, useProblems } from './use-problems.ts';

/** So many are drawn at first; an experiment of a thousand resources can have thousands. */
const PAGE = 200;

/** What is wrong with the experiment, worst first, what is the same of several resources in one line. */
export function Problems() {
  const problems = useProblems();
  const rows = useProblemRows();
  const isEmpty = useDocument((state) => state.experiment.resources.length === 0);
  const [shown, setShown] = useState(PAGE);
  const trouble = useCheckTrouble();
  if (problems.length === 0 && trouble) return <TroubleNote trouble={trouble} />;
  if (problems.length === 0) {
    return (
      <EmptyState icon={<CircleCheck />} title="No problems found">
        {isEmpty
          ? 'The experiment is empty: add resources from the palette.'
          : 'Everything in this experiment can be simulated.'}
      </EmptyState>
    );
  }
  return (
    <div className={styles.panel}>
      {trouble && <TroubleNote trouble={trouble} />}
      <ul className={styles.problems} aria-label="Problems">
        {rows.slice(0, shown).map(({ key, problems: alike }) => (
          <AlikeProblems key={key} problems={alike} />
        ))}
      </ul>
      {rows.length > shown && (
        <Button variant="quiet" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, rows.length - shown)} more
        </Button>
      )}
    </div>
  );
}
