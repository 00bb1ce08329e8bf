import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo, useState } from 'react';
import type { Reading } from '../../../app/view-store.ts';
import type { Guid } from '../../../model/units.ts';
import type { CardId } from '../groups/folds.ts';
import type { EdgeModel } from '../scene/edge-models.ts';
import { grow, type Point, type Rect } from '../scene/geometry.ts';
import { groundOf, type Scene } from '../scene/scene.ts';
import { EDGE_MARGIN } from '../viewport.ts';
import { useGraph } from '../graph-store.ts';
import { LARGER } from '../nearness.ts';
import { namesIn, textsIn } from './edge-words.ts';
import { EdgeLabelView } from './EdgeLabelView.tsx';
import styles from './EdgeLayer.module.css';
import { EdgeLine } from './EdgeLine.tsx';
import { roomForLarger } from './label-place.ts';
import { type EdgeShape, shapeEdges } from './shape-edges.ts';
import { createShapeStore } from './shape-store.ts';

/**
 * The edges on screen: lines in one SVG behind the cards, sentences beside them. Not React Flow's edges: a condition has
 * several ends on either side, and labels have to know of each other.
 */
export const EdgeLayer = memo(function EdgeLayer(props: {
  readonly scene: Scene;
  /** Where resources are being dragged to: only their own edges follow, the others keep their shapes meanwhile. */
  readonly dragging: ReadonlyMap<Guid, Point> | undefined;
  readonly visible: Rect;
  readonly reading: Reading;
}) {
  const { scene, dragging, visible, reading } = props;
  const { resources, groups } = scene.experiment;
  const nameOf = useMemo(() => namesIn({ experiment: { resources, groups } }), [resources, groups]);
  const [shapesIn] = useState(createShapeStore);
  const still = useMemo(
    () => shapesIn(scene, reading, grow(visible, EDGE_MARGIN), textsIn(scene)),
    [shapesIn, scene, visible, reading],
  );
  const { kept, following } = useMemo(
    () => (dragging ? followDrag(still, scene, dragging, reading) : { kept: still, following: NO_SHAPES }),
    [still, scene, dragging, reading],
  );
  const nearness = useGraph((state) => state.nearness);
  const larger = useMemo(() => {
    const times = LARGER[nearness];
    const labels = [...kept, ...following].flatMap(({ label }) => label ?? []);
    if (times === undefined) return undefined;
    const ground = groundOf(scene, dragging);
    return roomForLarger(labels, times, (area) => ground.touches(area));
  }, [nearness, kept, following, scene, dragging]);

  return (
    <ViewportPortal>
      {/* Those that follow a drag have a picture of their own: the others needn't be painted again with them. */}
      <Lines shapes={kept} nameOf={nameOf} />
      <Lines shapes={following} nameOf={nameOf} />
      {[...kept, ...following].map(
        (shape) =>
          shape.label && (
            <EdgeLabelView
              key={shape.model.id}
              shape={shape}
              label={shape.label}
              nameOf={nameOf}
              larger={larger?.has(shape.label) ?? false}
            />
          ),
      )}
    </ViewportPortal>
  );
});

function Lines({
  shapes,
  nameOf,
}: {
  readonly shapes: readonly EdgeShape[];
  readonly nameOf: (card: CardId) => string;
}) {
  return (
    <svg className={styles.lines} aria-hidden={shapes.length === 0 || undefined}>
      {shapes.map((shape) => (
        <EdgeLine key={shape.model.id} shape={shape} nameOf={nameOf} />
      ))}
    </svg>
  );
}

const NO_SHAPES: readonly EdgeShape[] = [];

/** More edges than this are straight as long as they follow a drag: their ways would have to be found in each frame. */
const MOST_ROUTED = 4;

/** The shapes that stay, and those at dragged cards drawn anew, their kept off the others. */
function followDrag(
  still: readonly EdgeShape[],
  scene: Scene,
  dragging: ReadonlyMap<Guid, Point>,
  reading: Reading,
): { readonly kept: readonly EdgeShape[]; readonly following: readonly EdgeShape[] } {
  const moved = new Set([...dragging.keys()].map(scene.folds.cardOf));
  const follows = (model: EdgeModel) =>
    (model.kind === 'connection' ? model.ends : [...model.from, ...model.to]).some((card) => moved.has(card));
  const kept = still.filter(({ model }) => !follows(model));
  const models = scene.edges.filter((model) => (reading === 'both' || reading === `${model.kind}s`) && follows(model));
  const ground = groundOf(scene, dragging);
  const following = shapeEdges(
    models,
    models.length > MOST_ROUTED ? { ...ground, within: undefined } : ground,
    textsIn(scene),
    kept,
  );
  return { kept, following };
}
