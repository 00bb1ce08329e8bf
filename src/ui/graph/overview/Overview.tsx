import { useStoreApi } from '@xyflow/react';
import { memo, useEffect, useRef } from 'react';
import type { Reading } from '../../../app/stores/view-store.ts';
import { useStudio } from '../../context/studio-context.tsx';
import { useGraphStore } from '../view/graph-store.ts';
import type { Scene } from '../scene/scene.ts';
import styles from './Overview.module.css';
import { OverviewNames } from './OverviewNames.tsx';
import { createOverviewView, type OverviewView } from './overview-view.ts';

/** The cards and edges, drawn: mounted while they are too small to read and too many for elements. */
export const Overview = memo(function Overview({
  scene,
  reading,
}: {
  readonly scene: Scene;
  readonly reading: Reading;
}) {
  const lower = useRef<HTMLCanvasElement>(null);
  const upper = useRef<HTMLCanvasElement>(null);
  const view = useRef<OverviewView>(undefined);
  const studio = useStudio();
  const graph = useGraphStore();
  const store = useStoreApi();

  useEffect(() => {
    const made = createOverviewView({
      lower: lower.current!,
      upper: upper.current!,
      studio,
      graph,
      look() {
        const { transform, width, height } = store.getState();
        return { x: transform[0], y: transform[1], zoom: transform[2], width, height };
      },
      onLook: (heard) =>
        store.subscribe((now, before) => {
          if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height) heard();
        }),
    });
    view.current = made;
    return made.destroy;
  }, [studio, graph, store]);
  useEffect(() => view.current?.show(scene, reading), [scene, reading]);

  return (
    <>
      <canvas ref={lower} className={styles.picture} aria-hidden />
      <canvas ref={upper} className={styles.picture} aria-hidden />
      <OverviewNames scene={scene} />
    </>
  );
});
