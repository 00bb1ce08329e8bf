import { type KeyboardEvent, useState } from 'react';
import type { BreakpointRule } from '../../app/breakpoints.ts';
import { printCondition } from '../../model/condition.ts';
import { resourceLabel } from '../../model/experiment.ts';
import type { State } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import { useDocument } from '../studio-context.tsx';
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
  const picksResource = draft.kind === 'state' || draft.kind === 'set';

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.form} onKeyDown={keyDown}>
      <label>
        Stop when{' '}
        <select
          aria-label="Stop when"
          value={draft.kind}
          onChange={({ target }) => set({ kind: target.value as RuleDraft['kind'] })}
        >
          {RULE_KINDS.map(([kind, title]) => (
            <option key={kind} value={kind} disabled={kind === 'condition' && conditions.length === 0}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {picksResource && (
        <select aria-label="Resource" value={draft.guid} onChange={({ target }) => set({ guid: target.value })}>
          <option value="">any resource</option>
          {resources.map((resource) => (
            <option key={resource.guid} value={resource.guid}>
              {resourceLabel(resource)}
            </option>
          ))}
        </select>
      )}
      {draft.kind === 'state' && (
        <select aria-label="State" value={draft.state} onChange={({ target }) => set({ state: target.value as State })}>
          {ENTERED_STATES.map((state) => (
            <option key={state}>{state}</option>
          ))}
        </select>
      )}
      {draft.kind === 'condition' && (
        <select
          aria-label="Condition"
          value={draft.condition}
          onChange={({ target }) => set({ condition: target.value })}
        >
          {conditions.map((condition, index) => (
            <option key={index} value={index}>
              {condition.resources.map(labelOf).join(', ')} {printCondition(condition, labelOf)}
            </option>
          ))}
        </select>
      )}
      {draft.kind === 'set' && (
        <input
          aria-label="Attribute"
          placeholder="any attribute"
          value={draft.name}
          onChange={({ target }) => set({ name: target.value })}
        />
      )}
      {draft.kind === 'time' && (
        <input
          aria-label="Time"
          placeholder="12.4, 500ms, 1:05"
          value={draft.time}
          aria-invalid={(draft.time !== '' && !rule) || undefined}
          onChange={({ target }) => set({ time: target.value })}
        />
      )}
      <Button disabled={!rule} onClick={add}>
        Add breakpoint
      </Button>
    </div>
  );
}
