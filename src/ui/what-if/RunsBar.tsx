import { resolveSimulation } from '../../model/simulation.ts';
import { useRun } from '../context/studio-context.tsx';
import styles from './WhatIf.module.css';
import { WhatIfMenu } from './WhatIfMenu.tsx';

/** Beside the transport: the seed, and what could be done to the run. */
export function RunsBar() {
  const experiment = useRun((state) => state.experiment);
  if (!experiment) return null;
  return (
    <div className={styles.bar}>
      <span className={styles.seed} title="Where random times and failures of this run come from">
        seed {resolveSimulation(experiment.simulation).seed}
      </span>
      <WhatIfMenu />
    </div>
  );
}
