// What a collapsed group says of its resources, in a few words.
import type { Resource } from '../../../model/experiment.ts';
import { type State, STATES } from '../../../model/state.ts';
import { shownText } from '../../../model/visible-text.ts';

export interface StateSummary {
  /** The state that all are in; FAILED as soon as one is; undefined when they differ. */
  readonly state: State | undefined;
  /** `STARTED`, or `1 FAILED, 3 STARTED`: what failed first, then those that got furthest. */
  readonly text: string;
}

const ORDER: readonly State[] = ['FAILED', ...STATES.filter((state) => state !== 'FAILED').reverse()];

/** How many are in which state: what failed first, then those that got furthest. */
export function countStates(states: readonly State[]): ReadonlyMap<State, number> {
  const counts = new Map<State, number>();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  return new Map(ORDER.flatMap((state) => (counts.has(state) ? [[state, counts.get(state)!] as const] : [])));
}

export function summariseStates(states: readonly State[]): StateSummary {
  const counts = countStates(states);
  const present = [...counts.keys()];
  const [first] = present;
  if (present.length === 1) return { state: first, text: first! };
  return {
    state: first === 'FAILED' ? first : undefined,
    text: present.map((state) => `${counts.get(state)} ${state}`).join(', '),
  };
}

/** `3 × Node`, or `12 resources, 3 types`. */
export function summariseTypes(resources: readonly Resource[]): string {
  const types = new Set(resources.map(({ rtype }) => rtype));
  const [only] = types;
  return types.size === 1
    ? `${resources.length} × ${shownText(only!.split('::').at(-1)!)}`
    : `${resources.length} resources, ${types.size} types`;
}
