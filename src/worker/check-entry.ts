// A worker of its own for the rules: a run must not wait for them, nor they for a run.
import { nepiCatalog } from '../catalog/catalog.ts';
import { checkExperiment } from '../rules/check.ts';
import type { CheckAnswer, CheckRequest } from './check-client.ts';
import { type ExperimentPart, joinParts } from './experiment-parts.ts';

/** The part of a dedicated worker's global scope that is used; the DOM types describe a window. */
interface WorkerScope {
  postMessage(message: CheckAnswer): void;
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
  scope.postMessage({ problems: checkExperiment(experiment, nepiCatalog) });
});
