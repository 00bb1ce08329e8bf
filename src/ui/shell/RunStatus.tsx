import { CircleX } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { sameDefinition } from '../../model/definition.ts';
import { stepWithoutResources } from '../../model/script.ts';
import { useDocument, useRun } from '../context/studio-context.tsx';
import { printTime } from '../text/time-text.ts';
import { Button, IconButton } from '../widgets/Button.tsx';
import styles from './BottomPanel.module.css';
import { printCount } from '../text/count-text.ts';
import { describeOutcome } from '../text/describe-outcome.ts';
import { useWorkbench } from '../context/workbench-context.tsx';

/** How the run stands: being computed (with Cancel, once it takes a while), how it ended, or that it is out of date. */
export function RunStatus() {
  const { control } = useWorkbench();
  const status = useRun((state) => state.status);
  const { kind, text } = useVerdict();
  if (status === 'none') return null;
  if (status === 'running') return <Progress />;
  return (
    <div className={styles.status} data-kind={kind}>
      <span role="status" title={text}>
        {text}
      </span>
      {status === 'failed' && kind === 'bad' && <Button onClick={control.retry}>Try again</Button>}
      {kind === 'stale' && <Button onClick={control.restart}>Run again</Button>}
      <IconButton label="Close the run" side="top" icon={<CircleX aria-hidden />} onClick={control.close} />
    </div>
  );
}

interface Verdict {
  readonly kind: 'good' | 'bad' | 'stale';
  readonly text: string;
}

function useVerdict(): Verdict {
  const designed = useDocument((state) => state.experiment);
  // Forks are measured by what they were forked from: another seed is no change of the experiment.
  const ran = useRun((state) => state.runs[0]?.experiment);
  const failure = useRun((state) => state.failure);
  const outcome = useRun(({ record, version }) => (version >= 0 ? record?.outcome : undefined));
  const stale = useMemo(() => ran !== undefined && !sameDefinition(ran, designed), [ran, designed]);
  if (failure !== undefined) return { kind: 'bad', text: `The simulation broke: ${failure}` };
  if (stale) return { kind: 'stale', text: 'The experiment changed since this run.' };
  if (!outcome) return { kind: 'good', text: '' };
  const script = ran?.script ?? [];
  const isGood = outcome.kind === 'completed' && !outcome.abort && !script.some(stepWithoutResources);
  return { kind: isGood ? 'good' : 'bad', text: describeOutcome(outcome, script) };
}

/** Runs shorter than this come and go without a word, ms. */
const WORTH_A_WORD = 500;

function Progress() {
  const { control } = useWorkbench();
  const { now, tasks } = useRun((state) => ({
    now: state.version >= 0 ? state.record?.now : 0,
    tasks: state.record?.tasks ?? 0,
  }));
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), WORTH_A_WORD);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={styles.status}>
      <div className={styles.bar} role="progressbar" aria-label="Simulating">
        <i />
      </div>
      <span>
        Simulated {printTime(now ?? 0)}, {printCount(tasks)} tasks
      </span>
      <Button onClick={control.cancel}>Cancel</Button>
    </div>
  );
}
