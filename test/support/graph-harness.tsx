// The canvas alone on a page, for benchmarks and for looking at it: `?example=ping`, or `?nodes=2500` for a generated
// experiment; `&theme=dark`. The stores are at `window.studio`.
import { createRoot } from 'react-dom/client';
import { createStudio, type Studio } from '../../src/app/studio.ts';
import { nepiCatalog } from '../../src/catalog/catalog.ts';
import { parseExperiment } from '../../src/format/json.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import { Graph } from '../../src/ui/graph/Graph.tsx';
import { StudioProvider } from '../../src/ui/studio-context.tsx';
import { TooltipProvider } from '../../src/ui/widgets/Tooltip.tsx';
import '../../src/ui/tokens.css';
import '../../src/ui/theme.css';
import { gridExperiment } from './grid-experiment.ts';

declare global {
  interface Window {
    studio: Studio;
  }
}

const wanted = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = wanted.get('theme') ?? 'light';

async function load(): Promise<Experiment> {
  const nodes = Number(wanted.get('nodes'));
  if (nodes) return gridExperiment(nodes);
  const text = await (await fetch(`/examples/${wanted.get('example') ?? 'ping'}.json`)).text();
  const result = parseExperiment(text);
  if (!result.ok) throw new Error('the example can not be read');
  return result.experiment;
}

window.studio = createStudio({
  catalog: nepiCatalog,
  startRun: () => () => {},
  experiment: await load(),
});
createRoot(document.getElementById('root')!).render(
  <StudioProvider studio={window.studio}>
    <TooltipProvider>
      <Graph />
    </TooltipProvider>
  </StudioProvider>,
);
