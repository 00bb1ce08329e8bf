// The page's side of the rules: one check at a time. What changes while one is under way is looked at when it is back,
// all changes at once.
import type { Experiment } from '../model/experiment.ts';
import type { Problem } from '../rules/problem.ts';
import { type ExperimentPart, sendInParts } from './experiment-parts.ts';

export type CheckRequest =
  /** The beginning of the lists of a large experiment, in order. */
  | { readonly kind: 'part'; readonly part: ExperimentPart }
  /** What is left of it. */
  | { readonly kind: 'check'; readonly experiment: Experiment };
export interface CheckAnswer {
  readonly problems: readonly Problem[];
}

/** The part of a Worker that the client uses; a test hands in one of its own. */
export interface CheckPort {
  postMessage(message: CheckRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<CheckAnswer>) => void) | null;
}

type Check = {
  readonly experiment: Experiment;
  readonly onFound: (problems: readonly Problem[]) => void;
};

/** Looks for problems elsewhere. */
export interface ProblemFinder {
  /** Looks for problems; an answer that a later request has overtaken is not handed on. */
  readonly find: (experiment: Experiment, onFound: Check['onFound']) => void;
  /** Ends the check under way, if there is one, until {@link takeUp}: something else needs the processor more. */
  readonly putOff: () => void;
  /** Begins anew with what was put off. */
  readonly takeUp: () => void;
}

export function createProblemFinder(createWorker: () => CheckPort = createCheckWorker): ProblemFinder {
  let worker: CheckPort | undefined;
  let underWay: Check | undefined;
  let waiting: Check | undefined;

  function send(check: Check) {
    if (!worker) {
      worker = createWorker();
      worker.onmessage = ({ data }) => receive(data);
    }
    underWay = check;
    const to = worker;
    sendInParts(
      check.experiment,
      (part) => to.postMessage({ kind: 'part', part }),
      (experiment) => to.postMessage({ kind: 'check', experiment }),
      () => underWay !== check,
    );
  }
  function takeUp() {
    const next = waiting;
    waiting = undefined;
    if (next) send(next);
  }
  function receive({ problems }: CheckAnswer) {
    const done = underWay;
    underWay = undefined;
    if (waiting) takeUp();
    else done?.onFound(problems);
  }

  return {
    find(experiment, onFound) {
      waiting = { experiment, onFound };
      if (!underWay) takeUp();
    },
    putOff() {
      if (!worker || !underWay) return;
      worker.onmessage = null;
      worker.terminate();
      worker = undefined;
      waiting ??= underWay;
      underWay = undefined;
    },
    takeUp() {
      if (!underWay) takeUp();
    },
  };
}

function createCheckWorker(): CheckPort {
  return new Worker(new URL('./check-entry.ts', import.meta.url), { type: 'module', name: 'nepi-rules' });
}
