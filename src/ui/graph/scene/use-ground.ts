import { useMemo } from 'react';
import { useView } from '../../context/studio-context.tsx';
import { groundOf, type Scene } from './scene.ts';

/** Where all stands by now, what is being dragged too. */
export function useGround(scene: Scene): ReturnType<typeof groundOf> {
  const dragging = useView((state) => state.dragging);
  return useMemo(() => groundOf(scene, dragging), [scene, dragging]);
}
