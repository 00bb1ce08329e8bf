import { useMemo } from 'react';
import type { Guid } from '../../../model/units.ts';
import type { CardId } from '../groups/folds.ts';
import type { Point } from './geometry.ts';
import type { Scene } from './scene.ts';

/** The cards that are dragged, wherever they are by now: the same set all along, so that what depends on it stays. */
export function useMovedCards(
  scene: Scene,
  dragging: ReadonlyMap<Guid, Point> | undefined,
): ReadonlySet<CardId> | undefined {
  const key = dragging && [...dragging.keys()].join(' ');
  return useMemo(
    () => (key ? new Set(key.split(' ').map((guid) => scene.folds.cardOf(Number(guid)))) : undefined),
    [key, scene],
  );
}
