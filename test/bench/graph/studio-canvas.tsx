// The canvas alone, with a generated experiment (`?nodes=2500`) and a run of ten changes of state a frame. Problems are
// found in the worker on the site, so they are left out here.
import { createRoot } from 'react-dom/client';
import { createStudio } from '../../../src/app/stores/studio.ts';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { STATES } from '../../../src/model/state.ts';
import { CARD } from '../../../src/ui/graph/scene/card-size.ts';
import { Graph } from '../../../src/ui/graph/Graph.tsx';
import { StudioProvider } from '../../../src/ui/context/studio-context.tsx';
import { TooltipProvider } from '../../../src/ui/widgets/Tooltip.tsx';
import '../../../src/ui/theme/theme.css';
import '../../../src/ui/theme/tokens.css';
import { gridExperiment } from '../../support/grid-experiment.ts';
import { makeChunk } from '../../support/make-chunk.ts';
import type { BenchPage } from './bench-page.ts';

const FRAMES = 400;
const FRAME_MICROS = 1000;

const nodes = Number(new URLSearchParams(location.search).get('nodes'));
const experiment = gridExperiment(nodes);
const studio = createStudio({
  catalog: nepiCatalog,
  experiment,
  findProblems: () => {},
  startRun(_plan, onChunk) {
    const events = Array.from({ length: FRAMES * 10 }, (_, index) => {
      const frame = Math.floor(index / 10);
      return { time: (frame + 1) * FRAME_MICROS, guid: (index % nodes) + 1, what: STATES[1 + (frame % 4)]! };
    });
    onChunk(makeChunk({ events, now: (FRAMES + 1) * FRAME_MICROS }));
    return () => {};
  },
});
document.documentElement.dataset['theme'] = 'light';

const page: BenchPage = {
  isDrawn: () => document.querySelector('.react-flow__node, canvas') !== null && studio.canvas.current !== undefined,
  panButton: 1,
  zoomTo(zoom, { x, y }) {
    studio.canvas.current!.zoomTo(zoom);
    // Their cards don't overlap: the first that isn't left of the point or above it is there.
    const there = experiment.resources.find(
      ({ position }) => position!.x + CARD.width > x && position!.y + CARD.height > y,
    )!;
    studio.canvas.current!.reveal(there.guid);
  },
  toPage({ x, y }) {
    const transform = document.querySelector<HTMLElement>('.react-flow__viewport')!.style.transform;
    const [left = 0, top = 0, zoom = 1] = (transform.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    return { x: left + x * zoom, y: top + y * zoom };
  },
  changeStates(frame) {
    if (studio.run.getState().record === undefined) {
      studio.run.getState().play(true);
      studio.run.getState().start(experiment);
      studio.view.getState().set({ mode: 'simulate' });
    }
    studio.run.getState().seek((frame + 1) * FRAME_MICROS);
  },
};
window.bench = page;
createRoot(document.getElementById('root')!).render(
  <StudioProvider studio={studio}>
    <TooltipProvider>
      <Graph />
    </TooltipProvider>
  </StudioProvider>,
);
