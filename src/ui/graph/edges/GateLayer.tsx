import { memo, useMemo, useState } from 'react';
import { useStudio } from '../../context/studio-context.tsx';
import { type CardPair, gatesBetweenCards } from '../scene/gate-pairs.ts';
import { arrowPath, type Rect } from '../scene/geometry.ts';
import { pathData } from '../scene/path.ts';
import type { Scene } from '../scene/scene.ts';
import { useGround } from '../scene/use-ground.ts';
import { useMovedCards } from '../scene/use-moved-cards.ts';
import styles from './EdgeLayer.module.css';
import { createGateStore } from './gate-store.ts';
import type { EdgeShape } from './shape-edges.ts';
import { type GateLine, shapeGates } from './shape-gates.ts';

/**
 * Who waits for whom by itself, dotted, among the conditions that are said. Where connections are shown these lines would
 * only follow them. The inspector says the same in words.
 */
export const GateLayer = memo(function GateLayer(props: {
  readonly scene: Scene;
  readonly visible: Rect;
  /** What is drawn among them. */
  readonly edges: readonly EdgeShape[];
}) {
  const { scene, visible, edges } = props;
  const { catalog } = useStudio();
  const gates = useMemo(() => gatesBetweenCards(scene, catalog), [scene, catalog]);
  const [linesIn] = useState(createGateStore);
  const still = useMemo(() => linesIn(scene, gates, visible, edges), [linesIn, scene, gates, visible, edges]);
  const moved = useMovedCards(scene);
  const [kept, touched] = useMemo(() => {
    if (!moved) return [still, []];
    const isAt = ([from, to]: CardPair) => moved.has(from) || moved.has(to);
    return [still.filter(({ ends }) => !isAt(ends)), gates.filter(isAt)];
  }, [still, gates, moved]);
  // Straight until the cards are let go, as the other edges.
  const { boxOf } = useGround(scene);
  const following = useMemo(() => shapeGates(touched, { boxOf }, []), [touched, boxOf]);
  return (
    <>
      <Gates lines={kept} />
      <Gates lines={following} />
    </>
  );
});

const Gates = memo(function Gates({ lines }: { readonly lines: readonly GateLine[] }) {
  if (lines.length === 0) return null;
  const paths = lines.map(({ path }) => path);
  return (
    <svg className={styles.lines} aria-hidden>
      <g className={styles.gates}>
        <path className={styles.gate} d={paths.map(pathData).join('')} />
        <path className={styles.head} d={paths.map((path) => arrowPath(path.at(-1)!, path.at(-2)!, 7)).join('')} />
      </g>
    </svg>
  );
});
