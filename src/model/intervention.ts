// What is done to a run from outside, to see what would come of it: "this node dies at 10 s".
import type { AttributeValue, Behavior } from './experiment.ts';
import type { Guid, Micros } from './units.ts';

/** What is done to a run. */
export type InterventionAct =
  /**
   * The resource fails. A phase that is under way fails now, as if by an error of its own; otherwise the resource becomes
   * FAILED as soon as its lock is free. A critical one aborts the experiment, as ever. One that is RELEASED stays so.
   */
  | { readonly kind: 'fail'; readonly guid: Guid }
  /**
   * Stopped by hand, as by the script's `stop`: needs no worker, takes the time of the phase `stop`. Logs an error and
   * changes nothing unless the resource is STARTED.
   */
  | { readonly kind: 'stop'; readonly guid: Guid }
  /**
   * Holds the resource up by a span of time: the phase that is under way takes so much longer, its run included; while
   * nothing is under way its lock is held for that long, so it waits on, but does nothing.
   */
  | { readonly kind: 'delay'; readonly guid: Guid; readonly by: Micros }
  /** Sets an attribute; an event as by the script's `set`. */
  | { readonly kind: 'set'; readonly guid: Guid; readonly name: string; readonly value: AttributeValue }
  /**
   * A condition holds nobody back any more. `index`: its place in the experiment's list. Who waits for its time to pass
   * goes on at once; who polls for its state finds out at the next poll.
   */
  | { readonly kind: 'drop-condition'; readonly index: number }
  /**
   * The resource behaves otherwise from now on: these keys take the place of its own. A phase under way whose duration
   * changes ends that long after it began, or now if that is past.
   */
  | { readonly kind: 'set-behavior'; readonly guid: Guid; readonly change: Behavior };

/**
 * Something done to a run at an instant, before anything else of that instant; several of one instant in the order in
 * which they are given. Until then the run is the same, event for event, as without it. What it leads to has the cause
 * `intervention`. One that comes after the end of the run does nothing.
 */
export type Intervention = { readonly time: Micros } & InterventionAct;

/** In the order in which a run does them: by time, those of one instant as given. */
export function inOrderOfTime(interventions: readonly Intervention[]): readonly Intervention[] {
  return interventions.toSorted((a, b) => a.time - b.time);
}
