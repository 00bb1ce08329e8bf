// What a resource, or the script, does or waits for at any time of a run.

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
/** What time goes into: {@link ACTIVITIES} says what each means. */
export type Activity = (typeof ACTIVITIES)[number];

/**
 * The activities by precedence. Of several that go on at the same time, the first one listed here explains the most:
 * work, then waiting for other resources, then waiting for one's own state, then idling.
 */
const BY_PRECEDENCE: readonly Activity[] = [
  'phase',
  'lock',
  'worker',
  'gate',
  'condition',
  'delay',
  'poll',
  'wait',
  'sleep',
  'state',
  'group',
  'script',
];

/** The precedence of each activity; the lowest number comes first. */
export const ACTIVITY_PRECEDENCE = Object.fromEntries(
  BY_PRECEDENCE.map((activity, precedence) => [activity, precedence]),
) as Readonly<Record<Activity, number>>;
