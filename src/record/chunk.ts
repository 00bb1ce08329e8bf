// What a run leaves behind, as columns of typed arrays: an engine makes chunks, a worker transfers them, a record joins
// them. Row i of every column of a table belongs together. Times are integer microseconds since the run began.
import type { AttributeValue } from '../model/experiment.ts';
import type { State } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';

/** Kinds of events beside the states, whose codes are their places in STATES (0 to 7). */
export const KIND_SET = 8;
export const KIND_STEP = 9;

/** The guid that stands for the experimenter's script where a column wants a guid. */
export const SCRIPT_GUID = 0;

/** How an event's cause let it happen. The code in a column is the place in this list. */
export const CAUSES = [
  /** The run began. */
  'begin',
  /** The script asked for it (cause: its step before, or what the same step did to another resource before). */
  'script',
  /** A resource of the same deployment group was the last to get ready. */
  'group',
  /** A condition was met (cause: the event that met it; its time may have had to pass since). */
  'condition',
  /** A gate opened (`requires`). */
  'gate',
  /** The resource's own event before: the next phase, the end of its run. */
  'phase',
  /** A worker came free (cause: the last event of the task that freed it). */
  'worker',
  /** The resource's lock came free. */
  'lock',
  /** Another resource's failure or release made it fail. */
  'failure',
  /** Somebody intervened from outside: a failure injected, an attribute set. */
  'intervention',
] as const;
export type Cause = (typeof CAUSES)[number];

/** One row an event: a resource entered a state, an attribute was set, a step of the script ended. */
export interface EventColumns {
  readonly length: number;
  readonly time: Float64Array;
  /** Of the resource; SCRIPT_GUID for a step. */
  readonly guid: Uint32Array;
  /** A state's code, KIND_SET or KIND_STEP. */
  readonly kind: Uint8Array;
  /** Number of the event that let this one happen, counted from the run's first; -1: the beginning of the run. */
  readonly cause: Int32Array;
  /** Place in CAUSES. */
  readonly via: Uint8Array;
}

/** What the time of a resource, or of the script, goes into. The code in a column is the place in this list. */
export const ACTIVITIES = [
  /**
   * Works: a phase holds a worker. ref: the phase's place in PHASES (`run` is not work of a worker, but listed too);
   * -1: it is held up from outside.
   */
  'phase',
  /** Waits until a member of a condition's group reaches the state. ref: the condition; member, state: who, what. */
  'condition',
  /** The condition's state is reached, its time has not passed yet. ref, member, state as above. */
  'delay',
  /** A gate is closed. ref: place in the behavior's `requires`; member: who is lower than `state`, 0: one is missing. */
  'gate',
  /** Waits until all of its deployment group are READY. ref: the group's number; member: who is not. */
  'group',
  /** Could go on, but is only looked at again at its next poll; the script, too. ref, member, state: what was waited for. */
  'poll',
  /** Due, but every worker is busy. */
  'worker',
  /** Another task holds the resource's lock. */
  'lock',
  /** Is not in a state that allows the action (a START task while the resource is not READY). state: which one. */
  'state',
  /** Nothing to do until the script's next step asks. */
  'script',
  /** The script: waits for a resource. ref: the step; member, state: who, what; member 0: for what the step itself does. */
  'wait',
  /** The script sleeps. ref: the step. */
  'sleep',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** One row a stretch of time: what a resource (or the script) did, or waited for, from `from` to `to`. */
export interface StretchColumns {
  readonly length: number;
  readonly guid: Uint32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Place in ACTIVITIES. */
  readonly activity: Uint8Array;
  readonly ref: Int32Array;
  readonly member: Uint32Array;
  /** A state's code; 255: none. */
  readonly state: Uint8Array;
}

/** The values that KIND_SET events set, and what KIND_STEP events ended. */
export interface EventDetail {
  /** Number of the event, counted from the run's first. */
  readonly event: number;
  readonly set?: readonly [name: string, value: AttributeValue];
  /** Place of the step in the script. */
  readonly step?: number;
}

/** How a run ended. `cancelled` is said by whoever drives the run; the engine never says it itself. */
export type OutcomeKind = 'completed' | 'error' | 'stalled' | 'horizon' | 'cancelled';

/** Who waits for whom at the end of a run that can't go on. */
export interface StalledWait {
  readonly guid: Guid;
  readonly activity: Activity;
  readonly ref: number;
  readonly member: Guid;
  readonly state?: State;
}

export interface RunOutcome {
  readonly kind: OutcomeKind;
  /** A critical resource failed. */
  readonly abort: boolean;
  readonly end: Micros;
  /** For `error`: what the step raised, naming type and guid. */
  readonly message?: string;
  readonly stalled: readonly StalledWait[];
}

/** A line of a resource's log, as NEPI would have written it. */
export interface LogLine {
  readonly time: Micros;
  readonly guid: Guid;
  readonly level: 'debug' | 'info' | 'warning' | 'error';
  readonly text: string;
}

/** The next part of a run. */
export interface RunChunk {
  readonly events: EventColumns;
  readonly details: readonly EventDetail[];
  /** Stretches that ended in this part; in the order in which they ended. */
  readonly stretches: StretchColumns;
  readonly log: readonly LogLine[];
  /** How far the virtual clock is. */
  readonly now: Micros;
  /** Tasks begun by workers since the run's start, skipped polls included. NEPI's count. */
  readonly tasks: number;
  /** There when the run is over. */
  readonly outcome?: RunOutcome;
}

/** A run being driven. */
export interface Run {
  /** Goes on for about `limit` tasks (at least one step, unless the run is over) and gives what came of it. */
  advance(limit: number): RunChunk;
}
