// A breakpoint being put together in a form: all fields as they are typed.
import type { BreakpointRule } from '../../record/breakpoints.ts';
import type { Condition } from '../../model/experiment.ts';
import { STATES, type State } from '../../model/state.ts';
import { parseTime } from '../text/time-text.ts';

export const RULE_KINDS: readonly (readonly [kind: BreakpointRule['kind'], title: string])[] = [
  ['state', 'a resource enters a state'],
  ['condition', 'a condition is met'],
  ['failure', 'a resource fails'],
  ['time', 'a time is reached'],
  ['set', 'an attribute is set'],
  ['stalled', 'the run stalls'],
];

export interface RuleDraft {
  readonly kind: BreakpointRule['kind'];
  /** Empty: any resource. */
  readonly guid: string;
  readonly state: State;
  /** Place in the list of conditions. */
  readonly condition: string;
  readonly time: string;
  /** Empty: any attribute. */
  readonly name: string;
}

export const NEW_RULE: RuleDraft = { kind: 'state', guid: '', state: 'STARTED', condition: '0', time: '', name: '' };

/** The states that a resource can enter. */
export const ENTERED_STATES: readonly State[] = STATES.filter((state) => state !== 'NEW');

/** The rule that a draft stands for; undefined while something is missing. */
export function readRule(draft: RuleDraft, conditions: readonly Condition[]): BreakpointRule | undefined {
  const who = draft.guid === '' ? {} : { guid: Number(draft.guid) };
  switch (draft.kind) {
    case 'state':
      return { kind: 'state', ...who, state: draft.state };
    case 'condition': {
      const condition = conditions[Number(draft.condition)];
      return condition && { kind: 'condition', condition };
    }
    case 'time': {
      const time = parseTime(draft.time);
      return time === undefined ? undefined : { kind: 'time', time };
    }
    case 'set': {
      const name = draft.name.trim();
      return { kind: 'set', ...who, ...(name && { name }) };
    }
    case 'failure':
    case 'stalled':
      return { kind: draft.kind };
  }
}
