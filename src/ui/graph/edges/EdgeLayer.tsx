import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo, useState } from 'react';
import type { Reading } from '../../../app/stores/view-store.ts';
import type { Guid } from '../../../model/units.ts';
import type { CardId } from '../scene/folds.ts';
import { allBounds, framesOf, headsOf } from '../scene/frame-rects.ts';
import { type EdgeModel, endsOf } from '../scene/edge-models.ts';
import { grow, overlaps, type Point, type Rect } from '../scene/geometry.ts';
import { groundOf, type Scene } from '../scene/scene.ts';
import { useMovedCards } from '../scene/use-moved-cards.ts';
import { EDGE_MARGIN } from '../view/viewport.ts';
import { useView } from '../../context/studio-context.tsx';
import { useGraph } from '../view/graph-store.ts';
import { LARGER, type Nearness } from '../scene/nearness.ts';
import { namesIn, textsIn } from './edge-words.ts';
import { EdgeLabelView } from './EdgeLabelView.tsx';
import styles from './EdgeLayer.module.css';
import { EdgeLine } from './EdgeLine.tsx';
import { GateLayer } from './GateLayer.tsx';
import { type LargerLabel, roomForLarger } from './larger-labels.ts';
import { type EdgeShape, shapeEdges } from './shape-edges.ts';
import { createShapeStore } from './shape-store.ts';

/**
 * The edges on screen: lines in one SVG behind the cards, sentences beside them. Not React Flow's edges: a condition has
 * several ends on either side, and labels have to know of each other.
 */
export const EdgeLayer = memo(function EdgeLayer(props: {
  readonly scene: Scene;
  readonly visible: Rect;
  readonly reading: Reading;
}) {
  const { scene, visible, reading } = props;
  // Only the edges at what is dragged follow it, the others keep their shapes meanwhile.
  const dragging = useView((state) => state.dragging);
  const { resources, groups } = scene.experiment;
  const nameOf = useMemo(() => namesIn({ experiment: { resources, groups } }), [resources, groups]);
  const [shapesIn] = useState(createShapeStore);
  const area = useMemo(() => grow(visible, EDGE_MARGIN), [visible]);
  const still = useMemo(() => shapesIn(scene, reading, area, textsIn(scene)), [shapesIn, scene, area, reading]);
  const moved = useMovedCards(scene);
  const kept = useMemo(() => (moved ? still.filter(({ model }) => !isAt(model, moved)) : still), [still, moved]);
  const models = useMemo(
    () =>
      moved &&
      scene.edges.filter((model) => (reading === 'both' || reading === `${model.kind}s`) && isAt(model, moved)),
    [scene, moved, reading],
  );
  const following = useMemo(
    () => (models ? followDrag(models, kept, scene, dragging) : NO_SHAPES),
    [models, kept, scene, dragging],
  );
  const nearness = useGraph((state) => state.nearness);
  // The others' sentences stay where they are during a drag, as their lines do.
  const larger = useMemo(() => largerIn(still, scene, undefined, nearness), [still, scene, nearness]);
  const largerFollowing = useMemo(
    () => largerIn(following, scene, dragging, nearness),
    [following, scene, dragging, nearness],
  );

  return (
    <ViewportPortal>
      {reading === 'conditions' && <GateLayer scene={scene} visible={area} edges={still} />}
      {/* Those that follow a drag have a picture of their own: the others needn't be painted again with them. */}
      <Edges shapes={kept} nameOf={nameOf} larger={larger} />
      <Edges shapes={following} nameOf={nameOf} larger={largerFollowing} />
    </ViewportPortal>
  );
});

const Edges = memo(function Edges({
  shapes,
  nameOf,
  larger,
}: {
  readonly shapes: readonly EdgeShape[];
  readonly nameOf: (card: CardId) => string;
  /** The sentences that are shown larger; undefined where none is. */
  readonly larger: ReadonlyMap<EdgeShape['label'], LargerLabel> | undefined;
}) {
  const readable = useGraph((state) => state.nearness === 'near');
  return (
    <>
      <svg className={styles.lines} aria-hidden={shapes.length === 0 || undefined}>
        {shapes.map((shape) => (
          <EdgeLine
            key={shape.model.id}
            shape={shape}
            stem={readable ? shape.stem : larger?.get(shape.label)?.stem}
            nameOf={nameOf}
          />
        ))}
      </svg>
      {shapes.map(
        (shape) =>
          shape.label && (
            <EdgeLabelView
              key={shape.model.id}
              shape={shape}
              label={shape.label}
              nameOf={nameOf}
              larger={larger?.get(shape.label)}
            />
          ),
      )}
    </>
  );
});

const NO_SHAPES: readonly EdgeShape[] = [];

const isAt = (model: EdgeModel, cards: ReadonlySet<CardId>) => endsOf(model).some((card) => cards.has(card));

/**
 * The edges at dragged cards drawn anew, their sentences kept off the others'. They are straight until the cards are let
 * go: ways around others would have to be found, and much more of the picture painted, in each frame.
 */
function followDrag(
  models: readonly EdgeModel[],
  kept: readonly EdgeShape[],
  scene: Scene,
  dragging: ReadonlyMap<Guid, Point> | undefined,
): readonly EdgeShape[] {
  const ground = groundOf(scene, dragging);
  return shapeEdges(models, { ...ground, within: undefined }, textsIn(scene), kept);
}

/** The sentences that are shown larger because all is small; undefined where none are. */
function largerIn(
  shapes: readonly EdgeShape[],
  scene: Scene,
  dragging: ReadonlyMap<Guid, Point> | undefined,
  nearness: Nearness,
) {
  const times = LARGER[nearness];
  const within = allBounds(scene);
  if (times === undefined || !within || shapes.length === 0) return undefined;
  const ground = groundOf(scene, dragging);
  const heads = headsOf(ground.groups, ground.boxOf, times);
  const touches = (area: Rect) => ground.touches(area) || heads.some((head) => overlaps(head, area));
  return roomForLarger(shapes, times, { touches, frames: framesOf(ground.groups, ground.boxOf), within });
}
