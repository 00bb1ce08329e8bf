import type { KeptRun } from '../../forks/kept-runs.ts';
import { isCurrent } from '../../app/stores/run-store.ts';
import { takeIn } from '../../forks/take-in.ts';
import { valueWords } from '../../model/secrets.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { useWorkbench } from '../context/workbench-context.tsx';
import { useDocument, useRun, useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { interventionText } from './intervention-text.ts';
import styles from './WhatIf.module.css';

/** What was tried out becomes part of the experiment, in one undo step, or is thrown away. */
export function TakeOrLeave({
  fork,
  labelOf,
  longest,
}: {
  readonly fork: KeptRun;
  readonly labelOf: (guid: Guid) => string;
  /** The end of the longer of the runs on screen. */
  readonly longest: Micros;
}) {
  const { run, document, catalog, notices } = useStudio();
  const { control } = useWorkbench();
  const designed = useDocument((state) => state.experiment);
  const current = useRun((state) => isCurrent(state, designed));
  const { edit, left } = takeIn(fork, designed, catalog);
  const conditions = fork.experiment.conditions;
  const printValue = valueWords(fork.experiment, catalog);
  const leftText = left
    .map(({ intervention, why: reason }) => {
      const text = interventionText(intervention, { labelOf, printValue, conditions, longest });
      return reason ? `${text} (${reason})` : text;
    })
    .join('; ');
  const take = () => {
    if (!edit) return;
    // What was found out becomes part of the design, so that is where it leads.
    control.design();
    if (!document.getState().apply(edit)) return;
    notices.say(`'${fork.name}' is part of the experiment now.${leftText ? ` Left out: ${leftText}.` : ''}`, {
      kind: 'done',
      action: { title: 'Run it', run: control.restart },
    });
  };
  const why = whyNot();
  return (
    <div className={styles.actions}>
      {why && <p className={styles.quiet}>{why}</p>}
      <Button variant="primary" disabled={!current || !edit} onClick={take}>
        Take into the experiment
      </Button>
      <Button onClick={() => run.getState().drop(fork.id)}>Throw away</Button>
    </div>
  );

  function whyNot(): string | undefined {
    if (!current) return 'The experiment changed since these runs: run it again first.';
    if (edit) return leftText && `Not taken in, as an experiment has no words for it: ${leftText}.`;
    if (fork.orchestrator === 'ideal' && left.length === 0)
      return 'The experiment itself is always run by NEPI as it is.';
    const reasons = left.flatMap(({ why: reason }) => reason ?? []);
    return `An experiment has no words for this${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}: it can only be done to a run.`;
  }
}
