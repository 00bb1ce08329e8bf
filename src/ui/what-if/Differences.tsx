import { Fragment } from 'react';
import type { KeptRun } from '../../app/kept-runs.ts';
import { isCurrent } from '../../app/run-store.ts';
import { takeIn } from '../../app/take-in.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { useDocument, useRun, useStudio } from '../studio-context.tsx';
import { describeOutcome } from '../shell/describe-outcome.ts';
import { useWorkbench } from '../shell/workbench-context.tsx';
import { printSpan, printTime } from '../timeline/time-text.ts';
import { Button } from '../widgets/Button.tsx';
import { Checkbox } from '../widgets/Switch.tsx';
import { TextField } from '../widgets/TextField.tsx';
import { interventionText } from './intervention-text.ts';
import type { Comparison } from './use-comparison.ts';
import styles from './WhatIf.module.css';

/** More differing resources than this are counted, not listed. */
const MOST = 200;

interface DifferencesProps {
  readonly original: KeptRun;
  readonly fork: KeptRun;
  readonly comparison: Comparison;
  readonly labelOf: (guid: Guid) => string;
  /** Whether the lanes beside it are only those that differ. */
  readonly onlyDifferent: boolean;
  readonly onOnlyDifferent: (only: boolean) => void;
}

/** What a fork is, what came of it, and what to do with it. */
export function Differences(props: DifferencesProps) {
  const { original, fork, comparison, labelOf } = props;
  const { run } = useStudio();
  const { control } = useWorkbench();
  const { divergence, resources } = comparison;
  const longest = Math.max(original.record.now, fork.record.now);
  return (
    <aside className={styles.differences} aria-label="What if">
      <TextField
        label="Name of this run"
        hideLabel
        value={fork.name}
        onCommit={(name) => name.trim() && run.getState().rename(fork.id, name.trim())}
      />
      {fork.interventions.length > 1 && (
        <ul className={styles.done}>
          {fork.interventions.map((intervention, index) => (
            <li key={index}>{interventionText(intervention, { labelOf, conditions: fork.experiment.conditions })}</li>
          ))}
        </ul>
      )}
      <dl className={styles.outcomes}>
        <dt>Original</dt>
        <dd>{original.record.outcome && describeOutcome(original.record.outcome)}</dd>
        <dt>What if</dt>
        <dd>{fork.failure ?? (fork.record.outcome && describeOutcome(fork.record.outcome))}</dd>
      </dl>
      {divergence === undefined ? (
        <p className={styles.quiet}>Nothing happened otherwise.</p>
      ) : (
        <p className={styles.quiet}>
          First difference at{' '}
          <button type="button" className={styles.link} onClick={() => control.jump(divergence)}>
            {printTime(divergence, 1, longest)}
          </button>
          ; {resources.length} of {fork.experiment.resources.length} resources differ.
        </p>
      )}
      {resources.length > 0 && (
        <>
          <Checkbox label="Only lanes that differ" checked={props.onlyDifferent} onChange={props.onOnlyDifferent} />
          <DifferenceTable comparison={comparison} labelOf={labelOf} longest={longest} onTime={control.jump} />
        </>
      )}
      <TakeOrLeave fork={fork} labelOf={labelOf} />
    </aside>
  );
}

function DifferenceTable(props: {
  readonly comparison: Comparison;
  readonly labelOf: (guid: Guid) => string;
  readonly longest: Micros;
  readonly onTime: (time: Micros) => void;
}) {
  const { comparison, labelOf, longest, onTime } = props;
  const { resources } = comparison;
  const time = (at: Micros | undefined) =>
    at === undefined ? (
      <span className={styles.quiet}>never</span>
    ) : (
      <button type="button" className={styles.link} onClick={() => onTime(at)}>
        {printTime(at, 1, longest)}
      </button>
    );
  return (
    <table className={styles.table} data-testid="differences">
      <thead>
        <tr>
          <th scope="col">Enters</th>
          <th scope="col">Original</th>
          <th scope="col">What if</th>
          <th scope="col">Later by</th>
        </tr>
      </thead>
      <tbody>
        {resources.slice(0, MOST).map(({ guid, before, after, states }) => (
          <Fragment key={guid}>
            <tr data-guid={guid} className={styles.who}>
              <th scope="rowgroup" colSpan={4}>
                {labelOf(guid)}
                {before !== after && ` ends ${after} instead of ${before}`}
              </th>
            </tr>
            {states.map((difference) => (
              <tr key={difference.state} data-guid={guid} data-state={difference.state}>
                <th scope="row">{difference.state}</th>
                <td>{time(difference.before)}</td>
                <td>{time(difference.after)}</td>
                <td>
                  {difference.before !== undefined &&
                    difference.after !== undefined &&
                    signedSpan(difference.after - difference.before)}
                </td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
      {resources.length > MOST && <caption>and {resources.length - MOST} more resources</caption>}
    </table>
  );
}

function signedSpan(span: Micros): string {
  return `${span < 0 ? '−' : '+'}${printSpan(Math.abs(span))}`;
}

function TakeOrLeave({ fork, labelOf }: { readonly fork: KeptRun; readonly labelOf: (guid: Guid) => string }) {
  const { run, document, catalog, notices } = useStudio();
  const { control } = useWorkbench();
  const designed = useDocument((state) => state.experiment);
  const current = useRun((state) => isCurrent(state, designed));
  const { edit, left } = takeIn(fork, designed, catalog);
  const conditions = fork.experiment.conditions;
  const leftText = left.map((each) => interventionText(each, { labelOf, conditions })).join('; ');
  const take = () => {
    if (!edit) return;
    // What was found out becomes part of the design, so that is where it leads.
    control.design();
    document.getState().apply(edit);
    notices.say(`'${fork.name}' is part of the experiment now.${leftText ? ` Left out: ${leftText}.` : ''}`, {
      kind: 'done',
      action: { title: 'Run it', run: control.restart },
    });
  };
  const why = !current
    ? 'The experiment changed since these runs: run it again first.'
    : !edit
      ? 'An experiment has no words for this: it can only be done to a run.'
      : leftText && `Not taken in, as an experiment has no words for it: ${leftText}.`;
  return (
    <div className={styles.actions}>
      {why && <p className={styles.quiet}>{why}</p>}
      <Button variant="primary" disabled={!current || !edit} onClick={take}>
        Take into the experiment
      </Button>
      <Button onClick={() => run.getState().drop(fork.id)}>Throw away</Button>
    </div>
  );
}
