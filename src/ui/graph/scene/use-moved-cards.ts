import { useMemo } from 'react';
import { useView } from '../../context/studio-context.tsx';
import type { CardId } from './folds.ts';
import type { Scene } from './scene.ts';

/** The cards that are dragged, wherever they are by now: the same set all along, so that what depends on it stays. */
export function useMovedCards(scene: Scene): ReadonlySet<CardId> | undefined {
  const key = useView(({ dragging }) => dragging && [...dragging.keys()].join(' '));
  return useMemo(
    () => (key ? new Set(key.split(' ').map((guid) => scene.folds.cardOf(Number(guid)))) : undefined),
    [key, scene],
  );
}
