// What a rule reports. A problem is data: the app turns its place into a selection and its fix into an edit.
import type { AttributeValue, Condition, Connection, Simulation, Step } from '../model/experiment.ts';
import type { Guid } from '../model/units.ts';
import type { Facts } from './facts.ts';

/** error: can't be simulated, or is surely wrong. warning: is likely wrong. info: good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** Where a problem is; the parts that make sense for it. */
export interface Place {
  readonly guid?: Guid;
  /** Place in the list of conditions. */
  readonly condition?: number;
  /** Place in the list of connections. */
  readonly connection?: number;
  /** Place in the script. */
  readonly step?: number;
  /** A type of the user's own. */
  readonly type?: string;
  /** What of it, in the words of the file: `rtype`, `attributes.count`, `behavior.run`, `rescheduleDelay`. */
  readonly field?: string;
}

/** A change that would solve a problem. Each is an edit of edit/ as it stands (a test holds the two together). */
export type Fix =
  | { readonly kind: 'set-rtype'; readonly guids: readonly Guid[]; readonly rtype: string }
  | {
      readonly kind: 'set-attribute';
      readonly guids: readonly Guid[];
      readonly name: string;
      /** `undefined`: back to the default. */
      readonly value: AttributeValue | undefined;
    }
  | { readonly kind: 'set-trace'; readonly guids: readonly Guid[]; readonly trace: string; readonly enabled: boolean }
  | {
      readonly kind: 'remove';
      readonly connections?: readonly Connection[];
      readonly conditions?: readonly number[];
    }
  | { readonly kind: 'connect'; readonly connections: readonly Connection[] }
  | { readonly kind: 'change-condition'; readonly index: number; readonly condition: Condition }
  | { readonly kind: 'set-script'; readonly script: readonly Step[] | undefined }
  | { readonly kind: 'set-simulation'; readonly simulation: Simulation };

export interface Problem {
  /** Name of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong and what to do, naming who. */
  readonly message: string;
  readonly place: Place;
  readonly fix?: { readonly label: string; readonly edit: Fix };
}

/** What a rule finds; the rule's name is added by {@link checkExperiment}. */
export type Finding = Omit<Problem, 'rule'>;

export interface Rule {
  readonly name: string;
  readonly check: (facts: Facts) => Iterable<Finding>;
}
