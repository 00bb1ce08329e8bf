// A worker of its own for the rules: a run must not wait for them, nor they for a run.
import { nepiCatalog } from '../catalog/catalog.ts';
import type { Experiment } from '../model/experiment.ts';
import { checkExperiment } from '../rules/check.ts';
import type { CheckAnswer, CheckRequest } from './check-protocol.ts';
import { type ExperimentPart, joinParts } from './experiment-parts.ts';
import { announceLife, type LifeSign } from './life.ts';
import { describeError } from './protocol.ts';

/** The part of a dedicated worker's global scope that is used; the DOM types describe a window. */
interface WorkerScope {
  postMessage(message: CheckAnswer | LifeSign): void;
  addEventListener(type: 'message', listen: (event: MessageEvent<CheckRequest>) => void): void;
}
const scope = globalThis as unknown as WorkerScope;

let parts: ExperimentPart[] = [];
scope.addEventListener('message', ({ data }) => {
  if (data.kind === 'part') {
    parts.push(data.part);
    return;
  }
  const experiment = joinParts(data.experiment, parts);
  parts = [];
  scope.postMessage(check(experiment));
});
announceLife((sign) => scope.postMessage(sign));

function check(experiment: Experiment): CheckAnswer {
  try {
    return { kind: 'found', problems: checkExperiment(experiment, nepiCatalog) };
  } catch (error) {
    return { kind: 'failed', error: describeError(error) };
  }
}
