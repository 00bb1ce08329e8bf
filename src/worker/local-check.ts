// Stands in for the rules' worker where none can be had: the page itself checks, a rule at a time. The rules' code comes
// only then.
import type { CheckPort } from './check-protocol.ts';
import { type ExperimentPart, joinParts } from './experiment-parts.ts';
import { describeError } from './protocol.ts';

/** @param load brings the rules. */
export function createLocalCheck(load = () => import('./check-steps.ts')): CheckPort {
  let isOver = false;
  let parts: ExperimentPart[] = [];
  const port: CheckPort = {
    postMessage(message) {
      if (message.kind === 'part') return void parts.push(message.part);
      const experiment = joinParts(message.experiment, parts);
      parts = [];
      return void load().then(
        ({ checkSteps }) => goOn(checkSteps(experiment)),
        () => !isOver && port.onlost?.('not loaded'),
      );
    },
    terminate: () => void (isOver = true),
    onmessage: null,
    onlost: null,
  };
  function goOn(steps: ReturnType<Awaited<ReturnType<typeof load>>['checkSteps']>) {
    if (isOver) return;
    try {
      const step = steps.next();
      if (step.done) port.onmessage?.({ data: { kind: 'found', problems: step.value } });
      else setTimeout(() => goOn(steps));
    } catch (error) {
      port.onmessage?.({ data: { kind: 'failed', error: describeError(error) } });
    }
  }
  return port;
}
