import { ViewportPortal } from '@xyflow/react';
import { memo, useCallback, useMemo, useState } from 'react';
import { resourceLabel, resourcesByGuid } from '../../../model/experiment.ts';
import type { Reading } from '../../../app/view-store.ts';
import type { Guid } from '../../../model/units.ts';
import { edgeText } from '../groups/edge-text.ts';
import { type CardId, groupPlace, isGroupCard } from '../groups/folds.ts';
import type { EdgeModel } from '../scene/edge-models.ts';
import { grow, type Point, type Rect } from '../scene/geometry.ts';
import { groundOf, type Scene } from '../scene/scene.ts';
import { useMovedCards } from '../scene/use-moved-cards.ts';
import { EDGE_MARGIN } from '../viewport.ts';
import { EdgeLabelView } from './EdgeLabelView.tsx';
import styles from './EdgeLayer.module.css';
import { EdgeLine } from './EdgeLine.tsx';
import { type EdgeShape, labelBox, shapeEdges } from './shape-edges.ts';
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
  const nameOf = useCallback(
    (guid: Guid) => {
      if (isGroupCard(guid)) return groups[groupPlace(guid)]?.name ?? '';
      const resource = resourcesByGuid(resources).get(guid);
      return resource ? resourceLabel(resource) : String(guid);
    },
    [resources, groups],
  );
  const [shapesIn] = useState(createShapeStore);
  const still = useMemo(
    () => shapesIn(scene, reading, grow(visible, EDGE_MARGIN), (model) => edgeText(model, nameOf, wordsOf(scene))),
    [shapesIn, scene, visible, reading, nameOf],
  );
  const moved = useMovedCards(scene, dragging);
  const kept = useMemo(() => (moved ? still.filter(({ model }) => !isAt(model, moved)) : still), [still, moved]);
  const models = useMemo(
    () =>
      moved &&
      scene.edges.filter((model) => (reading === 'both' || reading === `${model.kind}s`) && isAt(model, moved)),
    [scene, moved, reading],
  );
  const following = useMemo(
    () => (models ? followDrag(models, kept, scene, dragging, nameOf) : NO_SHAPES),
    [models, kept, scene, dragging, nameOf],
  );

  return (
    <ViewportPortal>
      {/* Those that follow a drag have a picture of their own: the others needn't be painted again with them. */}
      <Edges shapes={kept} nameOf={nameOf} />
      <Edges shapes={following} nameOf={nameOf} />
    </ViewportPortal>
  );
});

const Edges = memo(function Edges({
  shapes,
  nameOf,
}: {
  readonly shapes: readonly EdgeShape[];
  readonly nameOf: (card: CardId) => string;
}) {
  return (
    <>
      <svg className={styles.lines} aria-hidden={shapes.length === 0 || undefined}>
        {shapes.map((shape) => (
          <EdgeLine key={shape.model.id} shape={shape} nameOf={nameOf} />
        ))}
      </svg>
      {shapes.map(
        (shape) =>
          shape.label && <EdgeLabelView key={shape.model.id} shape={shape} label={shape.label} nameOf={nameOf} />,
      )}
    </>
  );
});

const NO_SHAPES: readonly EdgeShape[] = [];

const wordsOf = ({ experiment: { groups }, folds: { guidsOf } }: Scene) => ({ groups, guidsOf });

const isAt = (model: EdgeModel, cards: ReadonlySet<CardId>) =>
  (model.kind === 'connection' ? model.ends : [...model.from, ...model.to]).some((card) => cards.has(card));

/** The edges at dragged cards drawn anew, their sentences kept off the others'. */
function followDrag(
  models: readonly EdgeModel[],
  kept: readonly EdgeShape[],
  scene: Scene,
  dragging: ReadonlyMap<Guid, Point> | undefined,
  nameOf: (card: CardId) => string,
): readonly EdgeShape[] {
  const labels = kept.flatMap(({ label }) => (label ? [labelBox(label)] : []));
  return shapeEdges(models, groundOf(scene, dragging), (model) => edgeText(model, nameOf, wordsOf(scene)), labels);
}
