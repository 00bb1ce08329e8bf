import { useSyncExternalStore } from 'react';
import type { Micros } from '../../model/units.ts';

/** Where the now-line is. It moves with every frame while a run plays, so only what shows it follows it. */
export interface CursorSource {
  readonly now: () => Micros;
  /** Calls back when it may have moved. @returns what ends that. */
  readonly subscribe: (heard: () => void) => () => void;
}

/** The cursor, for a component that is drawn again each time it moves: a small one, please. */
export function useCursor({ now, subscribe }: CursorSource): Micros {
  return useSyncExternalStore(subscribe, now);
}
