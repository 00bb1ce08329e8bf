import { type KeyboardEvent, useId, useState } from 'react';
import type { BreakpointRule } from '../../record/breakpoints.ts';
import { printCondition, printWaiting } from '../../model/condition.ts';
import type { State } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import { resourceName } from '../../model/resource-name.ts';
import { choicesOf } from '../fields/choices-of.ts';
import { TIME_HELP } from '../text/time-text.ts';
import fields from '../drafts/fields.module.css';
import { NativeSelect } from '../fields/NativeSelect.tsx';
import { useDocument } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import styles from './Breakpoints.module.css';
import { ENTERED_STATES, NEW_RULE, readRule, RULE_KINDS, type RuleDraft } from './rule-draft.ts';

/** The form that adds a breakpoint. Enter in any of its fields means the same as its button. */
export function NewBreakpoint({
  labelOf,
  onAdd,
}: {
  readonly labelOf: (guid: Guid) => string;
  readonly onAdd: (rule: BreakpointRule) => void;
}) {
  const { resources, conditions } = useDocument((state) => state.experiment);
  const [draft, setDraft] = useState(NEW_RULE);
  const rule = readRule(draft, conditions);
  const set = (change: Partial<RuleDraft>) => setDraft({ ...draft, ...change });
  const add = () => rule && onAdd(rule);
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    add();
  };
  const isNoTime = draft.kind === 'time' && draft.time !== '' && !rule;
  const errorId = useId();
  const picksResource = draft.kind === 'state' || draft.kind === 'set';

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.form} onKeyDown={keyDown}>
      <span className={styles.when}>
        <span aria-hidden>Stop when</span>
        <NativeSelect
          label="Stop when"
          value={draft.kind}
          choices={RULE_KINDS.map(([value, title]) => ({
            value,
            title,
            disabled: value === 'condition' && conditions.length === 0,
          }))}
          onChoose={(kind) => set({ kind: kind as RuleDraft['kind'] })}
        />
      </span>
      {picksResource && (
        <NativeSelect
          label="Resource"
          value={draft.guid}
          choices={[
            { value: '', title: 'any resource' },
            ...resources.map((resource) => ({
              value: String(resource.guid),
              title: resourceName(resources, resource.guid),
            })),
          ]}
          onChoose={(guid) => set({ guid })}
        />
      )}
      {draft.kind === 'state' && (
        <NativeSelect
          label="State"
          value={draft.state}
          choices={choicesOf(ENTERED_STATES)}
          onChoose={(state) => set({ state: state as State })}
        />
      )}
      {draft.kind === 'condition' && (
        <NativeSelect
          label="Condition"
          value={draft.condition}
          choices={conditions.map((condition, index) => ({
            value: String(index),
            title: `${printWaiting(condition, labelOf)} ${printCondition(condition, labelOf)}`,
          }))}
          onChoose={(condition) => set({ condition })}
        />
      )}
      {draft.kind === 'set' && (
        <input
          className={fields.input}
          aria-label="Attribute"
          placeholder="any attribute"
          value={draft.name}
          onChange={({ target }) => set({ name: target.value })}
        />
      )}
      {draft.kind === 'time' && (
        <input
          className={fields.input}
          aria-label="Time"
          placeholder="12.4, 500ms, 1:05"
          value={draft.time}
          aria-invalid={isNoTime || undefined}
          aria-describedby={isNoTime ? errorId : undefined}
          onChange={({ target }) => set({ time: target.value })}
        />
      )}
      {isNoTime && (
        <p className={fields.error} id={errorId} role="alert">
          Not a time: {TIME_HELP}.
        </p>
      )}
      <Button disabled={!rule} onClick={add}>
        Add breakpoint
      </Button>
    </div>
  );
}
