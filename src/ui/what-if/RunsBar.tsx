import { useMemo } from 'react';
import { resolveSimulation } from '../../model/simulation.ts';
import { useWorkbench } from '../shell/workbench-context.tsx';
import { useRun } from '../studio-context.tsx';
import { Select } from '../widgets/Select.tsx';
import styles from './WhatIf.module.css';
import { WhatIfMenu } from './WhatIfMenu.tsx';

/** Beside the transport: the seed, what could be done to the run, and which of several runs is on screen. */
export function RunsBar() {
  const { control } = useWorkbench();
  const { runs, shown, experiment } = useRun((state) => ({
    runs: state.runs,
    shown: state.shown,
    experiment: state.experiment,
  }));
  const options = useMemo(() => runs.map(({ id, name }) => ({ value: id, label: name })), [runs]);
  if (!experiment) return null;
  return (
    <div className={styles.bar}>
      <span className={styles.seed} title="Where random times and failures of this run come from">
        seed {resolveSimulation(experiment.simulation).seed}
      </span>
      {runs.length > 1 && (
        <span className={styles.runs}>
          <Select label="Run on screen" hideLabel value={shown} options={options} onChange={(id) => control.show(id)} />
        </span>
      )}
      <WhatIfMenu />
    </div>
  );
}
