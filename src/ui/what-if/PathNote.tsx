import { twinOf } from '../../forks/kept-runs.ts';
import { useRun, useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { CostSentence, nepiAndIdeal } from './CostSentence.tsx';
import { compareWithIdeal } from './what-if.ts';
import styles from './WhatIf.module.css';

/** Below the critical path of the run on screen: what the orchestrator costs, or the way to find out. */
export function PathNote() {
  const studio = useStudio();
  const { runs, shown } = useRun((state) => ({ runs: state.runs, shown: state.shown }));
  const onScreen = runs.find(({ id }) => id === shown);
  if (onScreen?.status !== 'done') return null;
  const twin = twinOf(runs, onScreen);
  return (
    <div className={styles.note}>
      {twin?.status === 'done' && <CostSentence {...nepiAndIdeal({ before: onScreen, after: twin })} />}
      <Button wide title="Compare with an ideal orchestrator (I)" onClick={() => compareWithIdeal(studio)}>
        {twin ? 'Compare with ideal' : 'What does the orchestrator cost?'}
      </Button>
    </div>
  );
}
