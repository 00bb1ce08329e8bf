// The runs that are kept beside each other: the original, and what came of it when something was done otherwise.
import type { Experiment } from '../model/experiment.ts';
import type { Intervention } from '../model/intervention.ts';
import type { Orchestrator } from '../model/simulation.ts';
import type { RunRecord } from '../record/run-record.ts';

export interface KeptRun {
  /** The original is 0. */
  readonly id: number;
  readonly name: string;
  /** As it was when the run began. A fork may have another seed than the original, nothing else. */
  readonly experiment: Experiment;
  readonly interventions: readonly Intervention[];
  readonly orchestrator: Orchestrator;
  /** The run that this one was forked from; undefined: this is the original. */
  readonly parent: number | undefined;
  readonly record: RunRecord;
  readonly status: 'running' | 'done' | 'failed';
  /** What broke the run itself, for `failed`. */
  readonly failure: string | undefined;
}

/** What a fork does otherwise than the run it is forked from. */
export interface ForkPlan {
  readonly name: string;
  readonly interventions?: readonly Intervention[];
  readonly seed?: number;
  readonly orchestrator?: Orchestrator;
}

export const ORIGINAL = 0;

/** All that decides what comes of a run. */
type RunPlan = Pick<KeptRun, 'experiment' | 'interventions' | 'orchestrator'>;

/** What a fork of a run is to be. */
export function planFork(
  { experiment, interventions, orchestrator }: RunPlan,
  { interventions: added = [], seed, orchestrator: another = orchestrator }: ForkPlan,
): RunPlan {
  return {
    orchestrator: another,
    experiment: seed === undefined ? experiment : { ...experiment, simulation: { ...experiment.simulation, seed } },
    interventions: [...interventions, ...added],
  };
}

/** The same run by the other orchestrator; undefined: there is none among the runs. */
export function twinOf(runs: readonly KeptRun[], run: RunPlan): KeptRun | undefined {
  const { experiment, interventions, orchestrator } = run;
  return runs.find(
    (other) =>
      other.orchestrator !== orchestrator &&
      other.experiment === experiment &&
      other.interventions.length === interventions.length &&
      other.interventions.every((each, place) => each === interventions[place]),
  );
}

export interface TwoRuns {
  /** What the one on screen is compared with. */
  readonly before: KeptRun;
  /** The one on screen. */
  readonly after: KeptRun;
}

interface RunsOnScreen {
  readonly runs: readonly KeptRun[];
  readonly shown: number;
  readonly against: number | undefined;
}

/** The run on screen and what it is compared with; undefined: it stands alone. */
export function twoRuns({ runs, shown, against }: RunsOnScreen): TwoRuns | undefined {
  const before = runs.find(({ id }) => id === against);
  const after = runs.find(({ id }) => id === shown);
  return before && after && before !== after ? { before, after } : undefined;
}

/** Runs stand side by side once both are over. */
export const areOver = ({ before, after }: TwoRuns): boolean =>
  before.status !== 'running' && after.status !== 'running';

/** Whether there are two runs side by side on screen. */
export function areCompared(state: RunsOnScreen): boolean {
  const two = twoRuns(state);
  return two !== undefined && areOver(two);
}

/** The runs without one and all that were forked from it. */
export function withoutRun(runs: readonly KeptRun[], id: number): readonly KeptRun[] {
  const gone = new Set([id]);
  // A fork comes after the run that it was forked from.
  for (const run of runs) if (run.parent !== undefined && gone.has(run.parent)) gone.add(run.id);
  return runs.filter((run) => !gone.has(run.id));
}

/** A name that no run has yet: with a number behind it where it is taken. */
export function freeName(runs: readonly KeptRun[], name: string): string {
  const taken = new Set(runs.map((run) => run.name));
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
  return free;
}
