import { ViewportPortal } from '@xyflow/react';
import { memo, useCallback, useMemo, useState } from 'react';
import { resourceLabel, resourcesByGuid } from '../../../model/experiment.ts';
import type { Reading } from '../../../app/view-store.ts';
import type { Guid } from '../../../model/units.ts';
import { edgeText } from '../groups/edge-text.ts';
import { groupPlace, isGroupCard } from '../groups/folds.ts';
import { overlaps, grow, type Rect } from '../scene/geometry.ts';
import type { groundOf, Scene } from '../scene/scene.ts';
import { EDGE_MARGIN } from '../viewport.ts';
import { EdgeLabelView } from './EdgeLabelView.tsx';
import styles from './EdgeLayer.module.css';
import { EdgeLine } from './EdgeLine.tsx';
import { endsBounds, shapeEdges } from './shape-edges.ts';
import { createShapeKeeper } from './shape-keeper.ts';

/**
 * The edges on screen: lines in one SVG behind the cards, sentences beside them. Not React Flow's edges: a condition has
 * several ends on either side, and labels have to know of each other.
 */
export const EdgeLayer = memo(function EdgeLayer(props: {
  readonly scene: Scene;
  readonly ground: ReturnType<typeof groundOf>;
  readonly visible: Rect;
  readonly reading: Reading;
}) {
  const { scene, ground, visible, reading } = props;
  const { resources, groups } = scene.experiment;
  const nameOf = useCallback(
    (guid: Guid) => {
      if (isGroupCard(guid)) return groups[groupPlace(guid)]?.name ?? '';
      const resource = resourcesByGuid(resources).get(guid);
      return resource ? resourceLabel(resource) : String(guid);
    },
    [resources, groups],
  );
  const models = useMemo(() => {
    const area = grow(visible, EDGE_MARGIN);
    return scene.edges.filter((model) => {
      if (reading !== 'both' && reading !== `${model.kind}s`) return false;
      const bounds = endsBounds(model, ground.boxOf);
      return bounds !== undefined && overlaps(bounds, area);
    });
  }, [scene.edges, ground, visible, reading]);
  const [keep] = useState(createShapeKeeper);
  const shapes = useMemo(
    () => keep(shapeEdges(models, ground, (model) => edgeText(model, nameOf))),
    [keep, models, ground, nameOf],
  );

  return (
    <ViewportPortal>
      <svg className={styles.lines} aria-hidden={shapes.length === 0 || undefined}>
        {shapes.map((shape) => (
          <EdgeLine key={shape.model.id} shape={shape} nameOf={nameOf} />
        ))}
      </svg>
      {shapes.map(
        (shape) =>
          shape.label && <EdgeLabelView key={shape.model.id} shape={shape} label={shape.label} nameOf={nameOf} />,
      )}
    </ViewportPortal>
  );
});
