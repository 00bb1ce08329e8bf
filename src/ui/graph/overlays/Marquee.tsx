import { ViewportPortal } from '@xyflow/react';
import { useGraph } from '../view/graph-store.ts';
import { CARD } from '../scene/card-size.ts';
import styles from './overlays.module.css';

/** The selection box while it is drawn, and the place where a dragged type would land. */
export function Marquee() {
  const [box, landing] = useGraph((state) => [state.box, state.landing]);
  return (
    <ViewportPortal>
      {box && (
        <div
          className={styles.box}
          style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
        />
      )}
      {landing && (
        <div className={styles.landing} style={{ transform: `translate(${landing.x}px, ${landing.y}px)`, ...CARD }} />
      )}
    </ViewportPortal>
  );
}
