import { useMemo, useRef } from 'react';
import { placeField } from '../../app/stores/view-store.ts';
import { withUserTypes } from '../../model/rtype.ts';
import { useDocument, useSeenExperiment, useSimulating, useStudio, useView } from '../context/studio-context.tsx';
import styles from './Canvas.module.css';
import { CatalogContext } from './card/catalog-context.ts';
import { useGraph } from './view/graph-store.ts';
import { useSpaceHeld } from './keyboard/use-space-held.ts';
import { useGlideBetweenPictures } from './layout/use-glide-between-pictures.ts';
import { CanvasMenu } from './overlays/CanvasMenu.tsx';
import { Controls } from './overlays/Controls.tsx';
import { EmptyCanvas } from './overlays/EmptyCanvas.tsx';
import { Popovers } from './overlays/Popovers.tsx';
import { Overview } from './overview/Overview.tsx';
import { OverviewHint } from './overview/OverviewHint.tsx';
import { createScenes } from './scene/scene.ts';
import { Picture } from './Picture.tsx';
import { useCanvas } from './use-canvas.ts';
import { ViewportContext } from './view/viewport-context.ts';

export function Canvas() {
  const { catalog: builtin } = useStudio();
  const opened = useDocument((state) => state.opened);
  const experiment = useSeenExperiment();
  const catalog = withUserTypes(builtin, experiment.types);
  const reading = useView((state) => state.reading);
  const [overview, nearness] = useGraph((state) => [state.overview, state.nearness]);
  const panning = useSpaceHeld();
  const locked = useSimulating();
  const root = useRef<HTMLDivElement>(null);

  // Another document, another memory of where things without a position stand.
  const scenes = useMemo(() => ({ opened, of: createScenes() }), [opened]);
  const scene = scenes.of(experiment, placeField(reading));
  const { viewport, actions } = useCanvas(root, { scene, catalog, opened, panning });
  useGlideBetweenPictures(viewport, scene);

  return (
    <ViewportContext value={viewport}>
      <CatalogContext value={catalog}>
        <CanvasMenu actions={actions}>
          <div
            ref={root}
            className={styles.canvas}
            data-panning={panning || undefined}
            data-overview={overview || undefined}
            data-nearness={nearness}
            data-locked={locked || undefined}
            // Takes the focus from a click, so that keys mean the canvas; the cards are the keyboard's stops.
            tabIndex={-1}
            data-workplace
          >
            {overview && <Overview scene={scene} reading={reading} />}
            <Picture scene={scene} panning={panning} />
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
