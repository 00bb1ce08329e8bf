import type { State } from '../../../model/state.ts';
import { countStates, summariseStates } from '../groups/summarise.ts';
import type { DrawnCard } from './draw-cards.ts';

/** How a collapsed group is coloured by its members' states: by the one they share, else by each one's share. */
export function statesOfGroup(states: readonly State[]): Pick<DrawnCard, 'state' | 'shares'> {
  if (states.length === 0) return { state: undefined };
  const counts = countStates(states);
  return { state: summariseStates(states).state, shares: counts.size > 1 ? counts : undefined };
}
