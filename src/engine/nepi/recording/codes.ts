import { ACTIVITIES, type Activity } from '../../../model/activity.ts';
import { PHASES, type Phase } from '../../../model/state.ts';
import { CAUSES, type Cause } from '../../../record/chunk.ts';

const codes = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name, code) => [name, code])) as Readonly<Record<Name, number>>;

/** The codes of causes, activities and phases in a record. */
export const VIA: Readonly<Record<Cause, number>> = codes(CAUSES);
export const ACTIVITY: Readonly<Record<Activity, number>> = codes(ACTIVITIES);
export const PHASE: Readonly<Record<Phase, number>> = codes(PHASES);

/** A state's code where there is none. */
export const NO_STATE = 255;
