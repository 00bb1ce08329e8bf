import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { useStudio } from '../../studio-context.tsx';
import type { CardId } from '../groups/folds.ts';
import { gateCurve, gatesBetweenCards } from '../scene/gate-pairs.ts';
import { arrowPath, boundsOf, curvePath, overlaps, type Rect } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import styles from './EdgeLayer.module.css';

/**
 * Who waits for whom by itself, dotted, among the conditions that are said. Where connections are shown these lines would
 * only follow them. The inspector says the same in words.
 */
export const GateLayer = memo(function GateLayer(props: {
  readonly scene: Scene;
  readonly boxOf: (card: CardId) => Rect | undefined;
  readonly visible: Rect;
}) {
  const { scene, boxOf, visible } = props;
  const { catalog } = useStudio();
  const pairs = useMemo(() => gatesBetweenCards(scene, catalog), [scene, catalog]);
  const curves = pairs.flatMap(([from, to]) => {
    const [a, b] = [boxOf(from), boxOf(to)];
    return a && b && overlaps(boundsOf([a, b])!, visible) ? [gateCurve(a, b)] : [];
  });
  if (curves.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className={styles.lines} aria-hidden>
        <g className={styles.gates}>
          <path className={styles.gate} d={curves.map(curvePath).join('')} />
          <path className={styles.head} d={curves.map(({ to, pull }) => arrowPath(to, pull, 7)).join('')} />
        </g>
      </svg>
    </ViewportPortal>
  );
});
