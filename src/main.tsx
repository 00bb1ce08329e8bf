// Where everything is put together: the engine's client is handed to the stores, the stores to the views.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { leaveKeysToInputMethod } from './app/page/input-method.ts';
import { createPace } from './app/stores/pace.ts';
import { recallView } from './app/page/remembered-view.ts';
import { createStudio } from './app/stores/studio.ts';
import { createWorkbench } from './app/workbench.ts';
import { nepiCatalog } from './catalog/catalog.ts';
import { createExperiment } from './model/experiment.ts';
import { sharedStorage } from './storage/safe-storage.ts';
import { App } from './ui/shell/App.tsx';
import './ui/theme/tokens.css';
import './ui/theme/theme.css';
import { createProblemFinder } from './worker/check-client.ts';
import { createEngineClient } from './worker/client.ts';

/** A long run is shown this often as it comes in, ms: often enough to look live, seldom enough to leave time to act. */
const CHUNKS_SHOWN_EVERY = 120;

/** What a check put off waits after a run, whose end is to be drawn first, ms. */
const PROBLEMS_AFTER_RUN = 500;

leaveKeysToInputMethod();
const engine = createEngineClient();
const problemFinder = createProblemFinder();
const studio = createStudio({
  catalog: nepiCatalog,
  startRun: engine.startRun,
  findProblems: problemFinder.find,
  pace: createPace(CHUNKS_SHOWN_EVERY),
  experiment: createExperiment('experiment'),
  remembered: recallView(sharedStorage),
});
// Somebody waits for a run; for problems nobody does, while the experiment can't be changed.
let takingUp: ReturnType<typeof setTimeout> | undefined;
studio.run.subscribe(({ status }, before) => {
  if (status === before.status) return;
  clearTimeout(takingUp);
  if (status === 'running') problemFinder.putOff();
  else takingUp = setTimeout(problemFinder.takeUp, PROBLEMS_AFTER_RUN);
});
const workbench = await createWorkbench(studio);
// The address to start with when what is kept can't be shown (start-failure.ts, Failsafe.tsx).
if (new URLSearchParams(location.search).has('empty')) {
  history.replaceState(null, '', location.pathname);
  await workbench.files.createNew();
} else await workbench.files.restore(workbench.examples.first);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App workbench={workbench} />
  </StrictMode>,
);
// The first run shouldn't wait for its worker; the first picture comes before both.
setTimeout(engine.warmUp, 200);
