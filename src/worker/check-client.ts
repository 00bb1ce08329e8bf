// The page's side of the rules: one check at a time. What changes while one is under way is looked at when it is back,
// all changes at once. A worker that is lost is replaced; where none can be had, the page itself checks.
import type { Experiment } from '../model/experiment.ts';
import type { Problem } from '../rules/problem.ts';
import type { CheckAnswer, CheckPort } from './check-protocol.ts';
import { sendInParts } from './experiment-parts.ts';
import { type Loss, watchWorker } from './life.ts';
import { createLocalCheck } from './local-check.ts';

/** What kept a check from its answer: it was begun again, or was given up and can be asked for again. */
export interface CheckTrouble {
  readonly kind: 'again' | 'stopped';
  /** What happened, as a sentence. */
  readonly message: string;
}

interface Check {
  readonly experiment: Experiment;
  readonly onFound: (problems: readonly Problem[]) => void;
  readonly onTrouble: (trouble: CheckTrouble) => void;
}

/** Looks for problems elsewhere. */
export interface ProblemFinder {
  /** Looks for problems; an answer that a later request has overtaken is not handed on. */
  readonly find: (experiment: Experiment, onFound: Check['onFound'], onTrouble?: Check['onTrouble']) => void;
  /** Ends the check under way, if there is one, until {@link takeUp}: something else needs the processor more. */
  readonly putOff: () => void;
  /** Begins anew with what was put off. */
  readonly takeUp: () => void;
}

/** How many workers are tried before the page checks by itself, or the check is given up. */
const MOST_TRIES = 3;
/** How long a check may take before its worker counts as lost, in ms: only where nothing else tells of its end. */
const LONGEST_CHECK = 300_000;

const ENDED = 'The part of the studio that checks the experiment ended unexpectedly.';
const NOT_LOADED =
  'The part of the studio that checks the experiment could not be loaded. Check the connection to the server it came from.';

export function createProblemFinder(
  createWorker: () => CheckPort = createCheckWorker,
  createLocal: () => CheckPort = createLocalCheck,
): ProblemFinder {
  let worker: CheckPort | undefined;
  let isLocal = false;
  let underWay: Check | undefined;
  let waiting: Check | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  /** Workers in a row that were lost without an answer. */
  let losses = 0;

  function make(): CheckPort {
    isLocal = losses >= MOST_TRIES;
    try {
      return isLocal ? createLocal() : createWorker();
    } catch {
      isLocal = true;
      return createLocal();
    }
  }
  function send(check: Check) {
    const to = (worker ??= make());
    to.onmessage = ({ data }) => receive(data);
    to.onlost = lose;
    underWay = check;
    deadline = setTimeout(() => lose('ended'), LONGEST_CHECK);
    sendInParts(
      check.experiment,
      (part) => to.postMessage({ kind: 'part', part }),
      (experiment) => to.postMessage({ kind: 'check', experiment }),
      () => underWay !== check || worker !== to,
    );
  }
  function takeUp() {
    const next = waiting;
    waiting = undefined;
    if (next) send(next);
  }
  function receive(answer: CheckAnswer) {
    const done = underWay;
    underWay = undefined;
    clearTimeout(deadline);
    losses = 0;
    if (waiting) takeUp();
    else if (answer.kind === 'found') done?.onFound(answer.problems);
    else done?.onTrouble({ kind: 'stopped', message: `A rule broke on this experiment (${answer.error.message}).` });
  }
  function drop() {
    if (!worker) return;
    worker.onmessage = worker.onlost = null;
    worker.terminate();
    worker = undefined;
  }
  /** The check is begun again in another worker, a few times. While there is none, the next one gets another worker. */
  function lose(loss: Loss) {
    drop();
    clearTimeout(deadline);
    const check = underWay;
    underWay = undefined;
    if (!check) return;
    losses++;
    const isLast = isLocal || losses > MOST_TRIES;
    const message = loss === 'not loaded' ? NOT_LOADED : ENDED;
    check.onTrouble({ kind: isLast ? 'stopped' : 'again', message });
    waiting ??= check;
    if (!isLast) return takeUp();
    // What is asked for next is tried from the start.
    losses = 0;
    waiting = undefined;
  }

  return {
    find(experiment, onFound, onTrouble = () => {}) {
      waiting = { experiment, onFound, onTrouble };
      if (!underWay) takeUp();
    },
    putOff() {
      if (!worker || !underWay) return;
      drop();
      clearTimeout(deadline);
      waiting ??= underWay;
      underWay = undefined;
    },
    takeUp() {
      if (!underWay) takeUp();
    },
  };
}

function createCheckWorker(): CheckPort {
  return watchWorker(new Worker(new URL('./check-entry.ts', import.meta.url), { type: 'module', name: 'nepi-rules' }));
}
