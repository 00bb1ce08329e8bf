// What a run leaves behind, as columns of typed arrays: an engine makes chunks, a worker transfers them, a record joins
// them. Row i of every column of a table belongs together. Times are integer microseconds since the run began.
import type { Activity } from '../model/activity.ts';
import type { AttributeValue } from '../model/experiment.ts';
import type { State } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';

/** The kind of an event in which an attribute was set. The other kinds are the states' places in STATES (0 to 7). */
export const KIND_SET = 8;
/** The kind of an event in which a step of the script ended. */
export const KIND_STEP = 9;

/** The guid that stands for the experimenter's script where a column wants a guid. */
export const SCRIPT_GUID = 0;

/** How an event's cause let it happen. The code in a column is the place in this list. */
export const CAUSES = [
  /** The run began. */
  'begin',
  /** The script asked for it (cause: its step before, or what it did to another resource before; -1: nothing yet). */
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
/** How an event's cause let it happen: {@link CAUSES} says what each means. */
export type Cause = (typeof CAUSES)[number];

/** One row an event: a resource entered a state, an attribute was set, a step of the script ended. */
export interface EventColumns {
  /** How many rows there are. */
  readonly length: number;
  /** When it happened. */
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

/** One row a stretch of time: what a resource (or the script) did, or waited for, from `from` to `to`. */
export interface StretchColumns {
  /** How many rows there are. */
  readonly length: number;
  /** Of the resource; SCRIPT_GUID for the script. */
  readonly guid: Uint32Array;
  /** When it began. */
  readonly from: Float64Array;
  /** When it ended. */
  readonly to: Float64Array;
  /** Place in ACTIVITIES, which says what the next three mean for each. */
  readonly activity: Uint8Array;
  /** A number: of a phase, a condition, a gate, a group or a step. */
  readonly ref: Int32Array;
  /** Who is waited for; 0: nobody. */
  readonly member: Uint32Array;
  /** A state's code; 255: none. */
  readonly state: Uint8Array;
}

/**
 * A table in a chunk: a column is of the narrower kind of array where all of its values fit, which makes half as much to
 * keep and to hand over of what most runs leave.
 */
export type Packed<Columns> = { readonly [Name in keyof Columns]: Columns[Name] | Narrower<Columns[Name]> };

/** The kind of array that a column may have instead of its own. */
export type Narrower<Column> = Column extends Float64Array
  ? Uint32Array
  : Column extends Uint32Array
    ? Uint16Array
    : Column extends Int32Array
      ? Int16Array
      : never;

/** The values that KIND_SET events set, and what KIND_STEP events ended. */
export interface EventDetail {
  /** Number of the event, counted from the run's first. */
  readonly event: number;
  /** What was set to what; a secret, and what is not to be read, is masked. */
  readonly set?: readonly [name: string, value: AttributeValue];
  /** Place of the step in the script. */
  readonly step?: number;
}

/** How a run ended. `cancelled` is said by whoever drives the run; the engine never says it itself. */
export type OutcomeKind = 'completed' | 'error' | 'stalled' | 'horizon' | 'cancelled';

/** Who waits for whom at the end of a run that can't go on. */
export interface StalledWait {
  /** Who waits; SCRIPT_GUID: the script. */
  readonly guid: Guid;
  /** What it waits in. ACTIVITIES says what the next three mean. */
  readonly activity: Activity;
  /** A number: of a condition, a gate, a group or a step. */
  readonly ref: number;
  /** For whom; 0: nobody. */
  readonly member: Guid;
  /** Which state that one has not reached. */
  readonly state?: State;
}

/** What became of a run. */
export interface RunOutcome {
  /** How it ended. */
  readonly kind: OutcomeKind;
  /** A critical resource failed. NEPI: ExperimentController.abort. */
  readonly abort: boolean;
  /** When it ended. */
  readonly end: Micros;
  /**
   * For `error`: what the step raised, naming type and guid, or which duration can't be counted. For `horizon`: the first
   * duration drawn from a distribution that is longer than the simulation may take, if there is one.
   */
  readonly message?: string;
  /** For `stalled`: who waits for whom. */
  readonly stalled: readonly StalledWait[];
}

/** A line of a resource's log, as NEPI would have written it. */
export interface LogLine {
  /** When it was written. */
  readonly time: Micros;
  /** Whose it is; SCRIPT_GUID: nobody's. */
  readonly guid: Guid;
  /** How much it matters. NEPI: Logger. */
  readonly level: 'debug' | 'info' | 'warning' | 'error';
  /** What it says; that of a resource begins with its type and guid. */
  readonly text: string;
}

/** The next part of a run. */
export interface RunChunk {
  /** What happened, in order. */
  readonly events: Packed<EventColumns>;
  /** What the columns of events have no room for. */
  readonly details: readonly EventDetail[];
  /** Stretches that ended in this part; in the order in which they ended. */
  readonly stretches: Packed<StretchColumns>;
  /** Lines that were written, in order. */
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
  /** Goes on for about `limit` tasks (at least one step, unless the run is over). @returns what came of it. */
  advance(limit: number): RunChunk;
}
