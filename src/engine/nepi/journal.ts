import type { AttributeValue } from '../../model/experiment.ts';
import { PHASES, type Phase } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { ACTIVITIES, type Activity } from '../../model/activity.ts';
import { CAUSES, type Cause, type LogLine } from '../../record/chunk.ts';

const codes = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name, code) => [name, code])) as Readonly<Record<Name, number>>;

/** The codes of causes, activities and phases in a record. */
export const VIA: Readonly<Record<Cause, number>> = codes(CAUSES);
export const ACTIVITY: Readonly<Record<Activity, number>> = codes(ACTIVITIES);
export const PHASE: Readonly<Record<Phase, number>> = codes(PHASES);

/** A state's code where there is none. */
export const NO_STATE = 255;

/** Who writes down what happens. Each event is numbered, from 0; its number is what other events name as their cause. */
export interface Journal {
  /** A resource entered a state. @returns the event's number. */
  state(time: Micros, guid: Guid, state: number, cause: number, via: number): number;
  /** An attribute was set while the experiment ran. @returns the event's number. */
  set(time: Micros, guid: Guid, name: string, value: AttributeValue, cause: number, via: number): number;
  /** A step of the script ended. @returns the event's number. */
  step(time: Micros, place: number, cause: number, via: number): number;
  /** What a resource, or the script, did or waited for. */
  stretch(guid: Guid, from: Micros, to: Micros, activity: number, ref: number, member: Guid, state: number): void;
  log(time: Micros, guid: Guid, level: LogLine['level'], text: string): void;
}
