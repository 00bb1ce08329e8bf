// A worker's first run is for nobody: it gets the code of the engine compiled, so that the first one that somebody waits
// for finds it ready.
import { createExperiment, type Experiment } from '../model/experiment.ts';
import { planRun } from '../model/run-plan.ts';
import { createDriver, type DriverParts } from './drive-run.ts';

const NODES = 2;
const APPLICATIONS = 10;

/** Drives a small run from beginning to end; nothing comes of it. */
export function warmUp(startRun: DriverParts['startRun']): void {
  const receive = createDriver({ startRun, post() {}, clock: () => 0, later: (next) => next() });
  receive({ kind: 'start', run: 0, plan: planRun(smallExperiment()) });
}

/** Nodes with applications, some of which wait for others. */
function smallExperiment(): Experiment {
  const node = (guid: number) => 1 + (guid % NODES);
  const guids = Array.from({ length: NODES + APPLICATIONS }, (_, index) => index + 1);
  const applications = guids.slice(NODES);
  return {
    ...createExperiment('warm-up'),
    resources: guids.map((guid) => ({
      guid,
      rtype: guid <= NODES ? 'linux::Node' : 'linux::Application',
      attributes: {},
      traces: [],
    })),
    connections: applications.map((guid) => [guid, node(guid)]),
    conditions: applications.slice(1).map((guid, index) => ({
      resources: [guid],
      action: 'START',
      group: [applications[index]!],
      state: 'STARTED',
      time: '1s',
    })),
  };
}
