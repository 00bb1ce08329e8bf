import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { sameCondition } from '../../model/condition.ts';
import { DURATION_HELP } from '../../model/duration.ts';
import { ACTIONS, type Action, type State } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { choicesOf } from './choices-of.ts';
import { AWAITED_STATES, newCondition, readDelay, withDelay } from './condition-draft.ts';
import { printSide, printWhen } from './condition-text.ts';
import fields from '../drafts/fields.module.css';
import { NativeSelect } from './NativeSelect.tsx';
import styles from './NewConditionForm.module.css';
import { foldPicked } from './picked.ts';

/**
 * Asks what a condition says whose sides are known. It has the focus at once; Enter adds the condition, one undo
 * step, and at once means START when STARTED.
 */
export function NewConditionForm(props: {
  /** Those that wait. */
  readonly resources: readonly Guid[];
  /** Those that are waited for. */
  readonly group: readonly Guid[];
  readonly onClose: () => void;
}) {
  const { onClose } = props;
  const studio = useStudio();
  const experiment = useDocument((state) => state.experiment);
  const [condition, setCondition] = useState(() => newCondition(props.resources, props.group));
  const [time, setTime] = useState('');
  const form = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => form.current?.querySelector('select')?.focus({ preventScroll: true }), []);

  const reading = readDelay(time);
  const said = 'error' in reading ? undefined : withDelay(condition, reading.value);
  const isThere = said !== undefined && experiment.conditions.some((one) => sameCondition(one, said));
  const complete = isThere ? undefined : said;
  const awaited = foldPicked(experiment, condition.group);
  const add = () => {
    if (!complete) return;
    studio.document.getState().apply({ kind: 'add-condition', condition: complete });
    onClose();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    add();
  };

  return (
    // Enter in any of the fields means the same as the button.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.form} ref={form} onKeyDown={keyDown}>
      <p className={styles.who}>{printSide(experiment, condition.resources)} may</p>
      <div className={styles.fields}>
        <NativeSelect
          label="Action"
          value={condition.action}
          choices={choicesOf(ACTIONS)}
          onChoose={(action) => setCondition({ ...condition, action: action as Action })}
        />
        <span className={styles.when}>
          when <b>{printSide(experiment, condition.group)}</b> {awaited.length > 1 ? 'are' : 'is'}
        </span>
        <NativeSelect
          label="State"
          value={condition.state}
          choices={choicesOf(AWAITED_STATES)}
          onChoose={(state) => setCondition({ ...condition, state: state as State })}
        />
        <span className={styles.plus}>
          +
          <input
            className={fields.input}
            aria-label="Time"
            aria-invalid={!said}
            aria-describedby={`${id}-help`}
            placeholder="0s"
            value={time}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setTime(event.target.value)}
          />
        </span>
      </div>
      {complete ? (
        <p className={styles.sentence} id={`${id}-help`}>
          {printWhen(experiment, complete)}
        </p>
      ) : (
        <p className={styles.error} id={`${id}-help`} role="alert">
          {isThere ? 'This condition is there already' : sentenceOf(DURATION_HELP)}.
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="primary" disabled={!complete} onClick={add}>
          Add condition
        </Button>
      </div>
    </div>
  );
}

const sentenceOf = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
