// A large experiment goes to a worker in parts, with room for other work on the page in between: copying it all in one
// go would keep the page from doing anything else.
import type { Experiment } from '../model/experiment.ts';

/** The lists that grow with an experiment. */
export type ExperimentPart = Pick<Experiment, 'resources' | 'connections' | 'conditions'>;

/** How many items of a list are copied in a few milliseconds. */
const PART = 1500;

/**
 * Hands over the beginnings of an experiment's lists, in order, and at last the experiment with what is left of them: a
 * small one at once, a large one with pauses.
 * @param isOver says that nobody wants the rest any more.
 */
export function sendInParts(
  experiment: Experiment,
  sendPart: (part: ExperimentPart) => void,
  sendRest: (rest: Experiment) => void,
  isOver: () => boolean = () => false,
): void {
  const { resources, connections, conditions } = experiment;
  const longest = Math.max(resources.length, connections.length, conditions.length);
  let sent = 0;
  function next() {
    if (isOver()) return;
    const last = sent + PART >= longest;
    const end = last ? longest : sent + PART;
    const part = {
      resources: resources.slice(sent, end),
      connections: connections.slice(sent, end),
      conditions: conditions.slice(sent, end),
    };
    sent = end;
    if (last) sendRest({ ...experiment, ...part });
    else {
      sendPart(part);
      setTimeout(next);
    }
  }
  next();
}

/** The experiment that was sent so. */
export function joinParts(rest: Experiment, parts: readonly ExperimentPart[]): Experiment {
  if (parts.length === 0) return rest;
  const all = [...parts, rest];
  return {
    ...rest,
    resources: all.flatMap((part) => part.resources),
    connections: all.flatMap((part) => part.connections),
    conditions: all.flatMap((part) => part.conditions),
  };
}
