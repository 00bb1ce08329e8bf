import { Background, BackgroundVariant, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo, useRef } from 'react';
import { withUserTypes } from '../../model/rtype.ts';
import { resourcesByGuid } from '../../model/experiment.ts';
import { useDocument, useStudio, useView } from '../studio-context.tsx';
import styles from './Canvas.module.css';
import { CatalogContext } from './card/catalog-context.ts';
import { flowNode } from './card/flow-node.ts';
import { ResourceCard } from './card/ResourceCard.tsx';
import { EdgeLayer } from './edges/EdgeLayer.tsx';
import { WirePreview } from './edges/WirePreview.tsx';
import { useGraph } from './graph-store.ts';
import { groupPlace, isGroupCard } from './groups/folds.ts';
import { GroupCard } from './groups/GroupCard.tsx';
import { GroupFrames } from './groups/GroupFrames.tsx';
import { groupNode } from './groups/group-node.ts';
import { useSpaceHeld } from './keyboard/use-space-held.ts';
import { CanvasMenu } from './overlays/CanvasMenu.tsx';
import { Controls } from './overlays/Controls.tsx';
import { EmptyCanvas } from './overlays/EmptyCanvas.tsx';
import { Marquee } from './overlays/Marquee.tsx';
import { Popovers } from './overlays/Popovers.tsx';
import { Overview } from './overview/Overview.tsx';
import { OverviewHint } from './overview/OverviewHint.tsx';
import { GRID } from './scene/card-size.ts';
import { createScenes, groundOf } from './scene/scene.ts';
import { useCanvas } from './use-canvas.ts';
import { MAX_ZOOM, MIN_ZOOM } from './viewport.ts';
import { ViewportContext } from './viewport-context.ts';

const nodeTypes = { resource: ResourceCard, group: GroupCard };
const HAND = [0, 1];
const MIDDLE_BUTTON = [1];
const NOTHING: never[] = [];

export function Canvas() {
  const { catalog: builtin } = useStudio();
  const opened = useDocument((state) => state.opened);
  const experiment = useDocument((state) => state.experiment);
  const catalog = withUserTypes(builtin, experiment.types);
  const [dragging, reading] = useView((state) => [state.dragging, state.reading]);
  const [visible, overview, focused] = useGraph((state) => [state.visible, state.overview, state.focused]);
  const panning = useSpaceHeld();
  const root = useRef<HTMLDivElement>(null);

  // Another document, another memory of where things without a position stand.
  const scenes = useMemo(() => ({ opened, of: createScenes() }), [opened]);
  const scene = scenes.of(experiment);
  const ground = useMemo(() => groundOf(scene, dragging), [scene, dragging]);
  const elements = visible && !overview ? visible : undefined;
  const nodes = useMemo(() => {
    if (!elements) return NOTHING;
    const byGuid = resourcesByGuid(experiment.resources);
    // Only what is on screen is handed to React Flow; the card with the focus stays wherever it is.
    return ground
      .within(elements, focused === undefined ? [] : [focused])
      .map((card) =>
        isGroupCard(card)
          ? groupNode(experiment.groups[groupPlace(card)]!, card, ground.boxOf(card)!)
          : flowNode(byGuid.get(card)!, ground.boxOf(card)!),
      );
  }, [elements, ground, focused, experiment.resources, experiment.groups]);
  const { viewport, actions } = useCanvas(root, { scene, catalog, opened, panning });

  return (
    <ViewportContext value={viewport}>
      <CatalogContext value={catalog}>
        <CanvasMenu actions={actions}>
          <div
            ref={root}
            className={styles.canvas}
            data-panning={panning || undefined}
            data-overview={overview || undefined}
            // Takes the focus from a click, so that keys mean the canvas; the cards are the keyboard's stops.
            tabIndex={-1}
          >
            {overview && <Overview scene={scene} reading={reading} />}
            <ReactFlow
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
              {!overview && <Background variant={BackgroundVariant.Dots} gap={GRID} size={1.2} />}
              {visible && <GroupFrames groups={experiment.groups} boxOf={ground.boxOf} visible={visible} />}
              {elements && <EdgeLayer scene={scene} ground={ground} visible={elements} reading={reading} />}
              <WirePreview boxOf={ground.boxOf} />
              <Marquee />
            </ReactFlow>
            {overview && <OverviewHint scene={scene} />}
            {experiment.resources.length === 0 && <EmptyCanvas />}
            <Controls scene={scene} />
          </div>
        </CanvasMenu>
        <Popovers />
      </CatalogContext>
    </ViewportContext>
  );
}
