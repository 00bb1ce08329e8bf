import { useWorkbench } from '../context/workbench-context.tsx';
import { useRun, useStudio } from '../context/studio-context.tsx';
import { Select } from '../widgets/Select.tsx';
import styles from './WhatIf.module.css';

/** Stands for no run in a list of runs. */
const NONE = -1;

/** Below the transport, once there are several runs: which is on screen, and which it is compared with. */
export function RunsChoice() {
  const { run } = useStudio();
  const { control } = useWorkbench();
  const { runs, shown, against } = useRun((state) => ({
    runs: state.runs,
    shown: state.shown,
    against: state.against,
  }));
  if (runs.length < 2) return null;
  const options = runs.map(({ id, name }) => ({ value: id, label: name }));
  // The run on screen stays in its place: a list that loses what is chosen in it chooses by itself.
  const others = options.map((option) => ({ ...option, disabled: option.value === shown }));
  return (
    <div className={styles.choice}>
      <span aria-hidden>Run</span>
      <Select label="Run on screen" hideLabel value={shown} options={options} onChange={(id) => control.show(id)} />
      <span aria-hidden>compared with</span>
      <Select
        label="Compared with"
        hideLabel
        value={against === undefined || against === shown ? NONE : against}
        options={[{ value: NONE, label: 'nothing' }, ...others]}
        onChange={(id) => run.getState().compare(id === NONE ? undefined : id)}
      />
    </div>
  );
}
