import { useId } from 'react';
import type { Requirement } from '../../model/experiment.ts';
import { withUserTypes } from '../../model/rtype.ts';
import { GATED_PHASES, type GatedPhase, type State } from '../../model/state.ts';
import { MOST_SHOWN } from '../../model/visible-text.ts';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import styles from './ConditionEditor.module.css';
import { DraftInput } from '../fields/DraftInput.tsx';
import { NativeSelect } from '../fields/NativeSelect.tsx';
import {
  pathOf,
  readAtLeast,
  readStep,
  requiredStates,
  withAtLeast,
  withPhase,
  withStep,
} from './requirement-change.ts';

/** The fields of a gate, in the order in which its sentence says them. Each change is handed on at once. */
export function RequirementEditor(props: {
  readonly requirement: Requirement;
  readonly onChange: (requirement: Requirement) => void;
  /** Where the focus can be sent: the first type. */
  readonly field?: string;
}) {
  const { requirement, onChange } = props;
  const { catalog } = useStudio();
  const types = withUserTypes(
    catalog,
    useDocument((state) => state.experiment.types),
  );
  const knownTypes = useId();
  const path = pathOf(requirement);
  // One more than there are: filling it follows the connections one step further.
  const steps = path.length === 0 ? [''] : [...path, ''];
  return (
    <div className={`${styles.editor} ${styles.wideWords}`}>
      <div className={styles.row}>
        <span className={styles.word}>Before</span>
        <NativeSelect
          label="Phase"
          value={requirement.before}
          choices={GATED_PHASES.map((phase) => ({ value: phase, title: phase }))}
          onChoose={(phase) => onChange(withPhase(requirement, phase as GatedPhase))}
        />
      </div>
      {steps.map((rtype, place) => (
        // A step has no identity but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place} className={styles.row}>
          <span className={styles.word}>{wordBefore(place, path.length)}</span>
          <div>
            <DraftInput
              label={place === 0 ? 'Connected type' : `Type ${place + 1} connections away`}
              field={place === 0 ? props.field : undefined}
              current={rtype}
              placeholder={place === 0 ? 'Type to look for' : 'Through it to another type'}
              list={knownTypes}
              read={(text) => readStep(types, text, path.length <= 1 && place === 0)}
              take={(next) => onChange(withStep(requirement, place, next))}
            />
          </div>
        </div>
      ))}
      <div className={styles.row}>
        <span className={styles.word}>is</span>
        <NativeSelect
          label="Least state"
          value={requirement.state}
          choices={requiredStates(requirement).map((state) => ({ value: state, title: state }))}
          onChoose={(state) => onChange({ ...requirement, state: state as State })}
        />
      </div>
      {requirement.before !== 'release' && (
        <div className={styles.row}>
          <span className={styles.word}>at least</span>
          <div>
            <DraftInput
              label="At least so many"
              current={String(requirement.atLeast ?? '')}
              placeholder="0"
              numeric
              read={readAtLeast}
              take={(atLeast) => onChange(withAtLeast(requirement, atLeast))}
            />
          </div>
        </div>
      )}
      <datalist id={knownTypes}>
        {types.types
          .filter(({ rtype }) => rtype.length <= MOST_SHOWN)
          .map(({ rtype }) => (
            <option key={rtype} value={rtype}>
              {rtype}
            </option>
          ))}
      </datalist>
    </div>
  );
}

/** The word before one of the types: the last one is meant, those before it only lead there. */
function wordBefore(place: number, length: number): string {
  if (place === Math.max(0, length - 1)) return 'every';
  return place < length ? 'over' : 'then';
}
