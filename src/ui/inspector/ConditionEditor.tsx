import type { Condition } from '../../model/experiment.ts';
import { ACTIONS, type Action, type State } from '../../model/state.ts';
import { useDocument } from '../context/studio-context.tsx';
import { choicesOf } from '../fields/choices-of.ts';
import { AWAITED_STATES, readDelay, withDelay } from '../fields/condition-draft.ts';
import styles from './ConditionEditor.module.css';
import { DraftInput } from '../fields/DraftInput.tsx';
import { NativeSelect } from '../fields/NativeSelect.tsx';
import { foldPicked } from '../fields/picked.ts';
import { ResourcePicker } from '../fields/ResourcePicker.tsx';

/** The fields of a condition, in the order in which its sentence says them. Each change is handed on at once. */
export function ConditionEditor(props: {
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  /** The condition isn't in the experiment yet: its sides may be empty. */
  readonly isNew?: boolean;
  /** Who waits is plain from where the editor stands. */
  readonly hideResources?: boolean;
}) {
  const { condition, onChange, isNew = false } = props;
  // A whole group is one, as in the sentence.
  const awaited = foldPicked(
    useDocument((state) => state.experiment),
    condition.group,
  );
  // A problem's place leads to a condition that is there, not to one that is being put together.
  const prefix = isNew ? 'new.' : '';
  const states: readonly State[] = AWAITED_STATES.includes(condition.state)
    ? AWAITED_STATES
    : [condition.state, ...AWAITED_STATES];
  return (
    <div className={styles.editor}>
      {!props.hideResources && (
        <div className={styles.row}>
          <span className={styles.word}>Who</span>
          <ResourcePicker
            label="Resources that wait"
            field={`${prefix}resources`}
            picked={condition.resources}
            keepOne={!isNew}
            onPick={(resources) => onChange({ ...condition, resources: [...resources] })}
          />
        </div>
      )}
      <div className={styles.row}>
        <span className={styles.word}>may</span>
        <NativeSelect
          label="Action"
          field={`${prefix}action`}
          value={condition.action}
          choices={choicesOf(ACTIONS)}
          onChoose={(action) => onChange({ ...condition, action: action as Action })}
        />
      </div>
      <div className={styles.row}>
        <span className={styles.word}>when</span>
        <ResourcePicker
          label="Resources to wait for"
          field={`${prefix}group`}
          picked={condition.group}
          keepOne={!isNew}
          onPick={(group) => onChange({ ...condition, group: [...group] })}
        />
      </div>
      <div className={styles.row}>
        <span className={styles.word}>{awaited.length > 1 ? 'are' : 'is'}</span>
        <NativeSelect
          label="State"
          field={`${prefix}state`}
          value={condition.state}
          choices={choicesOf(states)}
          onChoose={(state) => onChange({ ...condition, state: state as State })}
        />
      </div>
      <div className={styles.row}>
        <span className={styles.word}>plus</span>
        <div>
          <DraftInput
            label="Time"
            field={`${prefix}time`}
            current={condition.time ?? ''}
            placeholder="0s"
            read={readDelay}
            take={(time) => onChange(withDelay(condition, time))}
          />
        </div>
      </div>
    </div>
  );
}
