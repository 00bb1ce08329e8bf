/** The states of a resource, in NEPI's order: "at least" and "lower" mean positions in this list. */
export const STATES = [
  'NEW',
  'DISCOVERED',
  'PROVISIONED',
  'READY',
  'STARTED',
  'STOPPED',
  'FAILED',
  'RELEASED',
] as const;

/** A resource's state. NEPI: ResourceState. */
export type State = (typeof STATES)[number];

/** Position of each state in {@link STATES}; also its code in the columns of a record. */
export const STATE_ORDER: Readonly<Record<State, number>> = Object.fromEntries(
  STATES.map((state, order) => [state, order]),
) as Record<State, number>;

/** What a condition can hold back. NEPI: ResourceAction. */
export const ACTIONS = ['DEPLOY', 'START', 'STOP'] as const;
/** What a resource does that a condition can hold back. NEPI: ResourceAction. */
export type Action = (typeof ACTIONS)[number];

/** The stretches of a resource's life that may take time (`behavior`). */
export const PHASES = ['discover', 'provision', 'ready', 'start', 'run', 'stop', 'release'] as const;
/** A stretch of a resource's life that may take time; `run` is the one between its start and its end. */
export type Phase = (typeof PHASES)[number];

/** The phases that a gate (`behavior.requires`) can stand before. */
export const GATED_PHASES = ['discover', 'provision', 'ready', 'start', 'release'] as const;
/** A phase that a gate can stand before. */
export type GatedPhase = (typeof GATED_PHASES)[number];
