// Moving cards with the arrow keys. A burst of presses is one edit: what moves on the way is only the view.
import type { Studio } from '../../../app/stores/studio.ts';
import { moveEdit } from '../scene/move-edit.ts';
import { placesOf, type Scene } from '../scene/scene.ts';
import { GRID } from '../scene/card-size.ts';
import { shiftAll } from '../pointer/drag-cards.ts';
import type { Direction } from './walk.ts';

/** A burst is over when no arrow was pressed for this long. */
const BURST_MS = 600;
/** Px a press, when nothing snaps. */
const FINE = 4;
const FAST = 5;

export interface Nudge {
  /** Moves what is selected by one step; says whether there was anything to move. */
  readonly press: (direction: Direction, fast: boolean) => boolean;
  /** Ends a burst: makes the edit. */
  readonly commit: () => void;
}

export function createNudge({ view, document, lock }: Studio, scene: () => Scene): Nudge {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let burst: { x: number; y: number } | undefined;

  const nudge: Nudge = {
    press(direction, fast) {
      const { selection, snap } = view.getState();
      if (selection.guids.size === 0) return false;
      if (lock.isLocked()) {
        lock.refuse();
        return true;
      }
      const step = (snap ? GRID : FINE) * (fast ? FAST : 1);
      burst ??= { x: 0, y: 0 };
      if (direction === 'left' || direction === 'right') burst.x += direction === 'left' ? -step : step;
      else burst.y += direction === 'up' ? -step : step;
      const from = placesOf(scene(), selection.guids);
      view.getState().set({ dragging: shiftAll(from, burst.x, burst.y) });
      clearTimeout(timer);
      timer = setTimeout(nudge.commit, BURST_MS);
      return true;
    },
    commit() {
      clearTimeout(timer);
      if (!burst) return;
      burst = undefined;
      const { dragging } = view.getState();
      if (dragging) document.getState().apply(moveEdit(scene(), dragging));
      view.getState().set({ dragging: undefined });
    },
  };
  return nudge;
}
