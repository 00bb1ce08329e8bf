import { ReactFlow, ViewportPortal } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { memo, useId, useMemo, useRef } from 'react';
import { resourcesByGuid } from '../../model/experiment.ts';
import { useView } from '../context/studio-context.tsx';
import styles from './Canvas.module.css';
import { flowNode } from './card/flow-node.ts';
import { ResourceCard } from './card/ResourceCard.tsx';
import { useDraggedCards } from './card/use-dragged-cards.ts';
import { EdgeLayer } from './edges/EdgeLayer.tsx';
import { WirePreview } from './edges/WirePreview.tsx';
import { useGraph } from './view/graph-store.ts';
import { groupPlace, isGroupCard } from './scene/folds.ts';
import { GroupCard } from './groups/GroupCard.tsx';
import { GroupFrames } from './groups/GroupFrames.tsx';
import { groupNode } from './groups/group-node.ts';
import { Marquee } from './overlays/Marquee.tsx';
import { GRID } from './scene/card-size.ts';
import type { Rect } from './scene/geometry.ts';
import type { Scene } from './scene/scene.ts';
import { useMovedCards } from './scene/use-moved-cards.ts';
import { MAX_ZOOM, MIN_ZOOM } from './view/viewport.ts';

const nodeTypes = { resource: ResourceCard, fold: GroupCard };
const HAND = [0, 1];
const MIDDLE_BUTTON = [1];
const NOTHING: never[] = [];

/**
 * What is drawn of a scene, as elements: cards by React Flow, all else by layers of our own in its viewport. What is
 * dragged is followed by these layers each for itself.
 */
export const Picture = memo(function Picture({ scene, panning }: { readonly scene: Scene; readonly panning: boolean }) {
  const { experiment } = scene;
  const reading = useView((state) => state.reading);
  const [visible, overview, focused] = useGraph((state) => [state.visible, state.overview, state.focused]);
  const flow = useRef<HTMLDivElement>(null);
  const elements = overview ? undefined : visible;
  const moved = useMovedCards(scene);
  useDraggedCards(flow, scene);
  // Only what is on screen is handed to React Flow; the cards being dragged and the one with the focus stay wherever
  // they are.
  const cards = useMemo(
    () => elements && scene.index.within(elements, [...(moved ?? []), ...(focused === undefined ? [] : [focused])]),
    [elements, scene, moved, focused],
  );
  const nodes = useMemo(() => {
    if (!cards) return NOTHING;
    const byGuid = resourcesByGuid(experiment.resources);
    return cards.map((card) =>
      isGroupCard(card)
        ? groupNode(experiment.groups[groupPlace(card)]!, card, scene.boxes.get(card)!)
        : flowNode(byGuid.get(card)!, scene.boxes.get(card)!),
    );
  }, [cards, scene.boxes, experiment.resources, experiment.groups]);

  return (
    <ReactFlow
      ref={flow}
      nodes={nodes}
      edges={NOTHING}
      nodeTypes={nodeTypes}
      minZoom={MIN_ZOOM}
      maxZoom={MAX_ZOOM}
      panOnDrag={panning ? HAND : MIDDLE_BUTTON}
      zoomOnDoubleClick={false}
      nodesDraggable={false}
      nodesConnectable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      panActivationKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      deleteKeyCode={null}
    >
      {elements && <Dots area={elements} />}
      {visible && <GroupFrames scene={scene} visible={visible} />}
      {elements && <EdgeLayer scene={scene} visible={elements} reading={reading} />}
      <WirePreview scene={scene} />
      <Marquee />
    </ReactFlow>
  );
});

/** The dots lie in so large a piece, px at full size, that it rarely has to be another one. */
const DOTS_PIECE = 2048;

/** The grid. It is part of what is moved, so panning doesn't paint it anew. */
function Dots({ area }: { readonly area: Rect }) {
  const id = useId();
  const left = Math.floor(area.x / DOTS_PIECE) * DOTS_PIECE;
  const top = Math.floor(area.y / DOTS_PIECE) * DOTS_PIECE;
  const width = Math.ceil((area.x + area.width - left) / DOTS_PIECE) * DOTS_PIECE;
  const height = Math.ceil((area.y + area.height - top) / DOTS_PIECE) * DOTS_PIECE;
  return (
    <ViewportPortal>
      <svg
        className={styles.dots}
        style={{ transform: `translate(${left}px, ${top}px)` }}
        {...{ width, height }}
        aria-hidden
      >
        <pattern id={id} width={GRID} height={GRID} patternUnits="userSpaceOnUse">
          <circle cx={1} cy={1} r={1} />
        </pattern>
        {/* Dashes as wide as all of it, one for each row: in between there is nothing to paint. */}
        <path
          d={`M${width / 2} -1V${height}`}
          stroke={`url(#${id})`}
          strokeWidth={width}
          strokeDasharray={`4 ${GRID - 4}`}
        />
      </svg>
    </ViewportPortal>
  );
}
