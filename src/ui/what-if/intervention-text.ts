import { printCondition, printWaiting } from '../../model/condition.ts';
import { printDuration } from '../../model/duration.ts';
import type { AttributeValue, Condition, DurationSpec } from '../../model/experiment.ts';
import type { Intervention } from '../../model/intervention.ts';
import { PHASES } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { shownText } from '../../model/visible-text.ts';
import { printDurationSpec } from '../fields/duration-spec.ts';
import { printTime } from '../text/time-text.ts';

export interface InterventionWords {
  readonly labelOf: (guid: Guid) => string;
  /** A value of a resource's attribute in words, masked where it is secret. */
  readonly printValue: (guid: Guid, attribute: string, value: AttributeValue) => string;
  readonly conditions: readonly Condition[];
  /** The end of the run on whose clock times are told. */
  readonly longest: Micros;
}

/** What was done to a run, and when: `server fails at 10 s`. Names a fork, and is listed below its name. */
export function interventionText(intervention: Intervention, words: InterventionWords): string {
  return `${whatIsDone(intervention, words)} at ${printTime(intervention.time, 1, words.longest)}`;
}

function whatIsDone(intervention: Intervention, { labelOf, printValue, conditions }: InterventionWords): string {
  if (intervention.kind === 'drop-condition') {
    const condition = conditions[intervention.index];
    return condition ? `'${conditionText(condition, labelOf)}' is dropped` : 'a condition is dropped';
  }
  const who = labelOf(intervention.guid);
  switch (intervention.kind) {
    case 'fail':
      return `${who} fails`;
    case 'stop':
      return `${who} is stopped`;
    case 'delay':
      return `${who} is held up by ${printDuration(intervention.by)}`;
    case 'set':
      return `${shownText(intervention.name)} of ${who} becomes ${printValue(intervention.guid, intervention.name, intervention.value)}`;
    case 'set-behavior': {
      const changes = PHASES.flatMap((phase) => {
        const spec: DurationSpec | undefined = intervention.change[phase];
        return spec === undefined ? [] : [`${phase} takes ${printDurationSpec(spec)}`];
      });
      return `${who}: ${changes.join(', ') || 'behaves otherwise'}`;
    }
  }
}

/** A condition with who waits. */
export function conditionText(condition: Condition, labelOf: (guid: Guid) => string): string {
  return `${printWaiting(condition, labelOf)}: ${printCondition(condition, labelOf)}`;
}

/** A name for a fork in which several things are done. */
export function forkName(interventions: readonly Intervention[], words: InterventionWords): string {
  const [first, ...others] = interventions;
  if (!first) return 'What if';
  const text = interventionText(first, words);
  return others.length > 0 ? `${text}, and ${others.length} more` : text;
}
