import { useLayoutEffect, useRef } from 'react';
import { useStudio } from '../../context/studio-context.tsx';
import type { Point } from '../scene/geometry.ts';
import { sightBounds } from '../edges/sight-bounds.ts';
import { placesOf, type Scene } from '../scene/scene.ts';
import type { Viewport } from '../view/viewport.ts';
import { glideCards } from './glide.ts';

/**
 * When the other picture of the experiment is shown, its cards go there from where they stood, and all of them come
 * into sight. Where both pictures are the same nothing moves.
 */
export function useGlideBetweenPictures(viewport: Viewport | undefined, scene: Scene): void {
  const { view } = useStudio();
  const shown = useRef(scene);
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = scene;
    if (before.field === scene.field || before.experiment !== scene.experiment || !scene.bounds) return;
    const guids = scene.experiment.resources.map(({ guid }) => guid);
    const [from, to] = [placesOf(before, guids), placesOf(scene, guids)];
    if (guids.every((guid) => samePoint(from.get(guid), to.get(guid)))) return;
    viewport?.fit(sightBounds(scene, view.getState().reading) ?? scene.bounds);
    void glideCards(view, from, to).then(() => view.getState().set({ dragging: undefined }));
  }, [view, viewport, scene]);
}

const samePoint = (a: Point | undefined, b: Point | undefined) => a?.x === b?.x && a?.y === b?.y;
