import { Dices, RotateCcw, Timer } from 'lucide-react';
import type { DurationSpec } from '../../model/experiment.ts';
import { DraftInput } from '../fields/DraftInput.tsx';
import styles from './DurationField.module.css';
import {
  convertSpec,
  DURATION_KINDS,
  type DurationKind,
  kindOf,
  PARAMETERS,
  parameterText,
  printDurationSpec,
  readDuration,
  readParameter,
} from '../fields/duration-spec.ts';
import { FieldButton } from '../fields/FieldButton.tsx';
import { NativeSelect } from '../fields/NativeSelect.tsx';

/** How long a phase takes: a time, or a distribution and its parameters; empty: what the type says. */
export function DurationField(props: {
  readonly phase: string;
  readonly own: DurationSpec | undefined;
  readonly inherited: DurationSpec | undefined;
  readonly onSet: (spec: DurationSpec | undefined) => void;
}) {
  const { phase, own, inherited, onSet } = props;
  const shown = own ?? inherited;
  const kind = shown === undefined ? 'time' : kindOf(shown);
  // What is inherited is said in one line; only a distribution of its own is taken apart.
  const ownDistribution = typeof own === 'object' ? own : undefined;
  return (
    <div className={styles.row} data-set={own !== undefined}>
      <span className={styles.phase}>{phase}</span>
      <div className={styles.control}>
        <div className={styles.line}>
          {!ownDistribution && (
            <div className={styles.value}>
              <DraftInput<string | undefined>
                label={`${phase} time`}
                field={`behavior.${phase}`}
                current={typeof own === 'string' ? own : ''}
                placeholder={inherited === undefined ? 'no time' : printDurationSpec(inherited)}
                read={(text) => (text.trim() === '' ? { value: undefined } : readDuration(text))}
                take={onSet}
              />
            </div>
          )}
          <div className={ownDistribution ? styles.kind : styles.smallKind}>
            <NativeSelect
              label={`${phase} kind of time`}
              value={kind}
              choices={DURATION_KINDS.map(({ kind: value, title }) => ({ value, title }))}
              isDefault={own === undefined}
              icon={
                ownDistribution ? undefined : kind === 'time' ? (
                  <Timer size={14} aria-hidden />
                ) : (
                  <Dices size={14} aria-hidden />
                )
              }
              onChoose={(next) => onSet(convertSpec(shown ?? '1s', next as DurationKind))}
            />
          </div>
        </div>
        {ownDistribution && (
          <div className={styles.parameters}>
            {PARAMETERS[ownDistribution.dist].map((parameter) => (
              <label key={`${ownDistribution.dist}/${parameter}`} className={styles.parameter}>
                <span>{parameter}</span>
                <DraftInput
                  label={`${phase} ${parameter}`}
                  field={`behavior.${phase}`}
                  current={parameterText(ownDistribution, parameter)}
                  read={(text) => readParameter(ownDistribution, parameter, text)}
                  take={onSet}
                />
              </label>
            ))}
          </div>
        )}
      </div>
      {own !== undefined && (
        <FieldButton
          aria-label={`Reset ${phase} to what the type says`}
          title="Back to what the type says"
          onClick={() => onSet(undefined)}
        >
          <RotateCcw size={13} aria-hidden />
        </FieldButton>
      )}
    </div>
  );
}
