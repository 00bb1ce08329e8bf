import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { printCondition, sameCondition } from '../../../model/condition.ts';
import { DURATION_HELP } from '../../../model/duration.ts';
import { resourceLabel, resourcesByGuid } from '../../../model/experiment.ts';
import { ACTIONS, type Action, type State } from '../../../model/state.ts';
import { AWAITED_STATES, newCondition, readDelay, withDelay } from '../../inspector/condition-draft.ts';
import { useDocument, useStudio } from '../../studio-context.tsx';
import { Button } from '../../widgets/Button.tsx';
import { type Popover, useGraphStore } from '../graph-store.ts';
import styles from './popovers.module.css';
import { PopoverFrame } from './PopoverFrame.tsx';

/** Asks what a condition says that was just drawn. Enter takes it, Escape drops it. */
export function ConditionPopover({ popover }: { readonly popover: Extract<Popover, { kind: 'condition' }> }) {
  const studio = useStudio();
  const graph = useGraphStore();
  const resources = useDocument((state) => state.experiment.resources);
  const conditions = useDocument((state) => state.experiment.conditions);
  const [condition, setCondition] = useState(() => newCondition(popover.resources, popover.group));
  const [time, setTime] = useState('');
  const firstField = useRef<HTMLSelectElement>(null);
  const id = useId();

  const reading = readDelay(time);
  const said = 'error' in reading ? undefined : withDelay(condition, reading.value);
  const isThere = said !== undefined && conditions.some((one) => sameCondition(one, said));
  const complete = isThere ? undefined : said;
  const nameOf = (guid: number) => {
    const resource = resourcesByGuid(resources).get(guid);
    return resource ? resourceLabel(resource) : String(guid);
  };
  const close = () => graph.getState().set({ popover: undefined });
  const add = () => {
    if (!complete) return;
    const index = studio.document.getState().experiment.conditions.length;
    if (studio.document.getState().apply({ kind: 'add-condition', condition: complete })) {
      studio.view.getState().select({ conditions: new Set([index]) });
    }
    close();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    add();
  };

  return (
    <PopoverFrame at={popover.at} label="New condition" onClose={close} initialFocus={firstField}>
      {/* Enter in any of the fields means the same as the button. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.condition} onKeyDown={keyDown}>
        <p className={styles.who}>{condition.resources.map(nameOf).join(', ')} may</p>
        <div className={styles.fields}>
          <select
            ref={firstField}
            aria-label="Action"
            value={condition.action}
            onChange={(event) => setCondition({ ...condition, action: event.target.value as Action })}
          >
            {ACTIONS.map((action) => (
              <option key={action}>{action}</option>
            ))}
          </select>
          <span className={styles.when}>
            when <b>{condition.group.map(nameOf).join(', ')}</b> {condition.group.length > 1 ? 'are' : 'is'}
          </span>
          <select
            aria-label="State"
            value={condition.state}
            onChange={(event) => setCondition({ ...condition, state: event.target.value as State })}
          >
            {AWAITED_STATES.map((state) => (
              <option key={state}>{state}</option>
            ))}
          </select>
          <span>+</span>
          <input
            aria-label="Time"
            aria-invalid={!said}
            aria-describedby={`${id}-help`}
            placeholder="0s"
            value={time}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setTime(event.target.value)}
          />
        </div>
        {complete ? (
          <p className={styles.sentence} id={`${id}-help`}>
            {printCondition(complete, nameOf)}
          </p>
        ) : (
          <p className={styles.error} id={`${id}-help`} role="alert">
            {isThere ? 'This condition is there already' : sentenceOf(DURATION_HELP)}.
          </p>
        )}
        <div className={styles.buttons}>
          <Button variant="quiet" onClick={close}>
            Cancel
          </Button>
          <Button variant="primary" disabled={!complete} onClick={add}>
            Add condition
          </Button>
        </div>
      </div>
    </PopoverFrame>
  );
}

const sentenceOf = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
