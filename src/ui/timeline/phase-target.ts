import type { Phase, State } from '../../model/state.ts';

/** The state that each phase leads to: the colour of its work. `run` is not drawn as work; STARTED says it. */
export const PHASE_TARGET: Readonly<Record<Phase, State | undefined>> = {
  discover: 'DISCOVERED',
  provision: 'PROVISIONED',
  ready: 'READY',
  start: 'STARTED',
  run: undefined,
  stop: 'STOPPED',
  release: 'RELEASED',
};
