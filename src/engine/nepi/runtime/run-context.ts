import type { AttributeValue } from '../../../model/experiment.ts';
import type { ResourceType } from '../../../model/rtype.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import type { Process } from '../../kernel/tasks/process.ts';
import type { Simulator } from '../../kernel/simulator.ts';
import type { Recording } from '../recording/recording.ts';
import type { LongDraws } from './long-draws.ts';
import type { Tasks } from './tasks.ts';

/** What a running resource may use of the run that it belongs to. */
export interface RunContext {
  readonly simulator: Simulator;
  readonly recording: Recording;
  readonly tasks: Tasks;
  readonly now: Micros;
  readonly rescheduleDelay: Micros;
  readonly seed: number;
  readonly horizon: Micros;
  readonly longDraws: LongDraws;
  /** A critical resource has failed: nothing more is to be begun. */
  readonly abort: boolean;
  /** Another resource. @throws RangeError when there is none of that guid. */
  resource(guid: Guid): ObservedResource;
  /** The attribute values that were set for all resources of a type. */
  globals(rtype: string): ReadonlyMap<string, AttributeValue> | undefined;
}

/** What a resource sees of another one that it waits for. */
export interface ObservedResource {
  readonly guid: Guid;
  readonly type: ResourceType;
  /** The state's place in STATES. */
  readonly order: number;
  /** Whether its failure aborts the experiment. */
  readonly isCritical: boolean;
  /** When it last entered a state; -1: never. */
  enteredAt(state: number): Micros;
  /** The event in which it last entered a state; -1: none. */
  enteredIn(state: number): number;
  /** When it last came to be at least in a state; -1: never. */
  reachedAt(state: number): Micros;
  /** The event in which it last came to be at least in a state; -1: none. */
  reachedIn(state: number): number;
  /** Has a process that polls run on its next poll after it has entered one of these states. */
  watch(process: Process, states: number): void;
}
