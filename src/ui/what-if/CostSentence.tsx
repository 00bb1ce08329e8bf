import { useMemo } from 'react';
import type { KeptRun } from '../../forks/kept-runs.ts';
import { explainCost, orchestratorCost } from '../../record/orchestrator-cost.ts';
import { useWorkbench } from '../context/workbench-context.tsx';
import { SentenceText } from '../timeline/SentenceText.tsx';
import type { TwoRuns } from '../../forks/kept-runs.ts';
import styles from './WhatIf.module.css';

/** It names no resource. */
const nobody = () => '';

/** What NEPI's polls and workers cost: of a run and its twin, both over. */
export function CostSentence({ nepi, ideal }: { readonly nepi: KeptRun; readonly ideal: KeptRun }) {
  const { control } = useWorkbench();
  const pieces = useMemo(() => explainCost(orchestratorCost(nepi.record, ideal.record)), [nepi.record, ideal.record]);
  return (
    <p className={styles.cost} data-testid="orchestrator-cost">
      <SentenceText
        sentence={{ kind: 'root', pieces }}
        longest={Math.max(nepi.record.now, ideal.record.now)}
        labelOf={nobody}
        onGuid={() => {}}
        onTime={control.jump}
      />
    </p>
  );
}

/** Which of two runs is NEPI's, where it is the orchestrator in which they differ. */
export function nepiAndIdeal({ before, after }: TwoRuns): { readonly nepi: KeptRun; readonly ideal: KeptRun } {
  return before.orchestrator === 'nepi' ? { nepi: before, ideal: after } : { nepi: after, ideal: before };
}
