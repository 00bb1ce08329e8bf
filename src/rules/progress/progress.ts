// What can ever happen in a run of an experiment, and why the rest can't. An answer "never" is certain, chance failures
// aside; "can" may be too hopeful. The rules about waiting all draw on this.
import type { Experiment, Step } from '../../model/experiment.ts';
import type { State } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import { findCircles, waitersFor } from './blame.ts';
import { Clauses } from './clauses.ts';
import { Milestones, type Milestone } from './milestones.ts';
import { addConditions, addResource, type Design } from './resource-clauses.ts';
import { addScript } from './script-clauses.ts';

export type { Milestone } from './milestones.ts';

/** Something that nothing brings about, and who waits for it. */
export interface DeadEnd {
  readonly milestone: Milestone;
  /** Conditions, gates, all-ready checks and steps that wait for it; those nearest to it. */
  readonly waiters: readonly Milestone[];
}

export interface Progress {
  /** Whether the resource can be in the state, or beyond it, before the script's shutdown. */
  readonly canReach: (guid: Guid, state: State) => boolean;
  /** Whether the script comes to the step; the one after the last: to its end, or through its shutdown. */
  readonly canBegin: (step: number) => boolean;
  /** Those who wait for each other for ever, around the circle: each lacks the next, the last one the first. */
  readonly circles: readonly (readonly Milestone[])[];
  /** What nothing brings about, where somebody waits for it; gates that lack connections included. */
  readonly deadEnds: readonly DeadEnd[];
}

export interface ProgressInput extends Design {
  readonly experiment: Experiment;
  readonly script: readonly Step[];
}

export function analyseProgress(design: ProgressInput): Progress {
  const { experiment } = design;
  const milestones = new Milestones(experiment.resources);
  const clauses = new Clauses();
  const conditions = addConditions(clauses, milestones, experiment.conditions);
  for (const resource of experiment.resources) addResource(clauses, milestones, design, conditions, resource);
  const steps = addScript(clauses, milestones, design, conditions, experiment, design.script);

  const happens = clauses.solve(milestones.count);
  const waiters = milestones.waiters;
  return {
    canReach: (guid, state) => happens[milestones.state(guid, state)] === 1,
    canBegin: (step) => happens[steps[Math.min(step, steps.length - 1)]!] === 1,
    // Whoever never goes on waits at one of these.
    ...(waiters.every((waiter) => happens[waiter])
      ? { circles: [], deadEnds: [] }
      : findBlame(milestones, clauses, happens, new Set(waiters))),
  };
}

function findBlame(
  milestones: Milestones,
  clauses: Clauses,
  happens: Uint8Array,
  waiters: ReadonlySet<number>,
): Pick<Progress, 'circles' | 'deadEnds'> {
  const waits = clauses.waits(happens);
  const ends = [...waits].flatMap(([milestone, lacking]) => (lacking.length === 0 ? [milestone] : []));
  const deadEnds = ends.flatMap((end) => {
    const waiting = waitersFor(end, waits, (waiter) => waiters.has(waiter));
    const milestone = milestones.at(end);
    return waiting.length > 0 || milestone.kind === 'gate'
      ? [{ milestone, waiters: waiting.map((waiter) => milestones.at(waiter)) }]
      : [];
  });

  // Were every dead end opened, what still never happens is in a circle or waits for one.
  const opened = ends.filter((end) => {
    const milestone = milestones.at(end);
    return milestone.kind === 'asked' || milestone.kind === 'gate' || isState(milestone, 'STOPPED');
  });
  const circles = findCircles(clauses.waits(clauses.solve(milestones.count, opened)));
  return { deadEnds, circles: circles.map((circle) => circle.map((milestone) => milestones.at(milestone))) };
}

function isState(milestone: Milestone, state: State): boolean {
  return milestone.kind === 'state' && milestone.state === state;
}
