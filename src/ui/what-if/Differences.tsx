import { type KeptRun, ORIGINAL, twinOf } from '../../forks/kept-runs.ts';
import { valueWords } from '../../model/secrets.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { describeOutcome } from '../text/describe-outcome.ts';
import { useWorkbench } from '../context/workbench-context.tsx';
import { useRun, useStudio } from '../context/studio-context.tsx';
import { printTime } from '../text/time-text.ts';
import { Checkbox } from '../widgets/Switch.tsx';
import { TextField } from '../fields/TextField.tsx';
import { CostSentence, nepiAndIdeal } from './CostSentence.tsx';
import { DifferenceTable } from './DifferenceTable.tsx';
import { forkName, interventionText } from './intervention-text.ts';
import { PathTimes } from './PathTimes.tsx';
import { TakeOrLeave } from './TakeOrLeave.tsx';
import type { Comparison } from './use-comparison.ts';
import type { TwoRuns } from '../../forks/kept-runs.ts';
import styles from './WhatIf.module.css';

interface DifferencesProps extends TwoRuns {
  readonly comparison: Comparison;
  readonly labelOf: (guid: Guid) => string;
  /** Whether the lanes beside it are only those that differ. */
  readonly onlyDifferent: boolean;
  readonly onOnlyDifferent: (only: boolean) => void;
}

/** What two runs are, in what they differ, and what to do with the one on screen. */
export function Differences({ before, after, comparison, labelOf, ...lanes }: DifferencesProps) {
  const { run } = useStudio();
  const { control } = useWorkbench();
  const { divergence, resources } = comparison;
  const longest = Math.max(before.record.now, after.record.now);
  const areTwins = twinOf([before], after) !== undefined;
  return (
    <aside className={styles.differences} aria-label="What if">
      <TextField
        label="Name of this run"
        hideLabel
        value={after.name}
        onCommit={(name) => name.trim() && run.getState().rename(after.id, name.trim())}
      />
      <WhatWasDone run={after} labelOf={labelOf} longest={longest} />
      <dl className={styles.outcomes}>
        {[before, after].map(({ id, name, failure, record }) => (
          <div key={id}>
            <dt title={name} className={styles.runName}>
              {name}
            </dt>
            <dd>{failure ?? (record.outcome && describeOutcome(record.outcome))}</dd>
          </div>
        ))}
      </dl>
      {areTwins && <CostSentence {...nepiAndIdeal({ before, after })} />}
      {divergence === undefined ? (
        <p className={styles.quiet}>Nothing happened otherwise.</p>
      ) : (
        <p className={styles.quiet}>
          First difference at{' '}
          <button type="button" className={styles.link} onClick={() => control.jump(divergence)}>
            {printTime(divergence, 1, longest)}
          </button>
          {resources.length > 0
            ? `; ${resources.length} of ${after.experiment.resources.length} resources differ.`
            : '; all resources go through their states as before.'}
        </p>
      )}
      {after.id !== ORIGINAL && <TakeOrLeave fork={after} labelOf={labelOf} longest={longest} />}
      {divergence !== undefined && <PathTimes before={before} after={after} />}
      {resources.length > 0 && (
        <>
          <Checkbox label="Only lanes that differ" checked={lanes.onlyDifferent} onChange={lanes.onOnlyDifferent} />
          <DifferenceTable
            before={before}
            after={after}
            comparison={comparison}
            labelOf={labelOf}
            onTime={control.jump}
          />
        </>
      )}
    </aside>
  );
}

/** Unless the name, as it was given by itself, says it all. */
function WhatWasDone({
  run,
  labelOf,
  longest,
}: {
  readonly run: KeptRun;
  readonly labelOf: (guid: Guid) => string;
  readonly longest: Micros;
}) {
  const { name, interventions, experiment, parent } = run;
  const printValue = valueWords(experiment, useStudio().catalog);
  const words = { labelOf, printValue, conditions: experiment.conditions, longest };
  const forked = useRun(({ runs }) => runs.find(({ id }) => id === parent)?.record);
  if (interventions.length === 0) return null;
  const ownName = forked && forkName(interventions, { ...words, longest: forked.now });
  if (interventions.length === 1 && name === ownName) return null;
  return (
    <ul className={styles.done}>
      {interventions.map((intervention, index) => (
        <li key={index}>{interventionText(intervention, words)}</li>
      ))}
    </ul>
  );
}
