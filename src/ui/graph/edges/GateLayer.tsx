import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { useStudio } from '../../studio-context.tsx';
import type { CardId } from '../groups/folds.ts';
import { gatePairs } from '../scene/gate-pairs.ts';
import { arrowPath, boundsOf, curveBetween, curvePath, overlaps, type Rect } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import styles from './EdgeLayer.module.css';

/** How far off the straight line, px: a condition between the same two has that. */
const BEND = -20;

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
  const { experiment, folds } = scene;
  const pairs = useMemo(() => foldPairs(gatePairs(experiment, catalog), folds.cardOf), [experiment, folds, catalog]);
  const curves = pairs.flatMap(([from, to]) => {
    const [a, b] = [boxOf(from), boxOf(to)];
    return a && b && overlaps(boundsOf([a, b])!, visible) ? [curveBetween(a, b, BEND)] : [];
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

/** The pairs of cards, each once; those inside of a collapsed group are its own business. */
function foldPairs(
  pairs: ReturnType<typeof gatePairs>,
  cardOf: (guid: number) => CardId,
): readonly (readonly [CardId, CardId])[] {
  const folded = new Map<string, readonly [CardId, CardId]>();
  for (const [from, to] of pairs) {
    const [a, b] = [cardOf(from), cardOf(to)];
    if (a !== b) folded.set(`${a} ${b}`, [a, b]);
  }
  return [...folded.values()];
}
