// What can be done to the run on screen at the now-line, to the selected resources. Each makes a fork of the run.
import { ORIGINAL, twinOf } from '../../app/kept-runs.ts';
import type { Studio } from '../../app/studio.ts';
import { resourceLabel, resourcesByGuid } from '../../model/experiment.ts';
import type { Intervention } from '../../model/intervention.ts';
import { resolveSimulation } from '../../model/simulation.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { stateAt } from '../../record/state-spans.ts';
import { forkName } from './intervention-text.ts';

/** Labels of the run's resources. */
export function runLabels(studio: Studio): (guid: Guid) => string {
  const resources = studio.run.getState().experiment?.resources ?? [];
  return (guid) => {
    const resource = resourcesByGuid(resources).get(guid);
    return resource ? resourceLabel(resource) : `guid ${guid}`;
  };
}

/** Why the run can't be forked at the now-line; undefined: it can. */
export function whyNoFork({ run }: Studio): string | undefined {
  const { status, record, cursor } = run.getState();
  if (!record) return 'Run the experiment first';
  if (status === 'running') return 'Wait until the run is over';
  if (status === 'failed') return 'This run broke';
  // A run that can't go on by itself may well do so once something is done to it.
  if (cursor < record.now || record.outcome?.kind === 'stalled') return undefined;
  return 'Put the now-line before the end of the run';
}

/** The selected resources that take part in the run, when something can be done to them at the now-line. */
export function forkableGuids(studio: Studio): readonly Guid[] {
  if (whyNoFork(studio)) return [];
  const known = resourcesByGuid(studio.run.getState().experiment?.resources ?? []);
  return [...studio.view.getState().selection.guids].filter((guid) => known.has(guid));
}

/** Those of them that are STARTED at the now-line. */
export function stoppableGuids(studio: Studio): readonly Guid[] {
  const { record, cursor } = studio.run.getState();
  return record ? forkableGuids(studio).filter((guid) => stateAt(record, guid, cursor) === 'STARTED') : [];
}

/** Forks the run on screen with something done at the now-line, and shows both. */
export function forkRun(studio: Studio, make: (time: Micros) => readonly Intervention[]): void {
  const { cursor, experiment } = studio.run.getState();
  if (!experiment || whyNoFork(studio)) return;
  const interventions = make(cursor);
  if (interventions.length === 0) return;
  const name = forkName(interventions, { labelOf: runLabels(studio), conditions: experiment.conditions });
  showRuns(studio);
  studio.run.getState().fork({ name, interventions });
}

/** Runs the same with other random draws: a seed that none of the runs has had. */
export function forkWithAnotherSeed(studio: Studio): void {
  const { runs, status } = studio.run.getState();
  if (runs.length === 0 || status === 'running') return;
  const seed = 1 + Math.max(...runs.map(({ experiment }) => resolveSimulation(experiment.simulation).seed));
  showRuns(studio);
  studio.run.getState().fork({ name: `Seed ${seed}`, seed });
}

/** Whether the run on screen is over, and has not broken. */
export function isOver({ run }: Studio): boolean {
  return run.getState().status === 'done';
}

/**
 * Shows the run on screen beside the same run without NEPI's polling delays and worker limit, which is run first if
 * there is none yet; and where that is what is on screen, NEPI's again.
 */
export function compareWithIdeal(studio: Studio): void {
  const state = studio.run.getState();
  const { runs, shown, against } = state;
  const onScreen = runs.find(({ id }) => id === shown);
  if (!onScreen || !isOver(studio)) return;
  showRuns(studio);
  const isIdeal = onScreen.orchestrator === 'ideal';
  const twin = twinOf(runs, onScreen);
  if (!twin) {
    const name = isIdeal ? `${onScreen.name}, by NEPI` : onScreen.id === ORIGINAL ? 'Ideal' : `${onScreen.name}, ideal`;
    state.fork({ name, orchestrator: isIdeal ? 'nepi' : 'ideal' });
  } else if (isIdeal && against === twin.id) {
    state.show(twin.id);
  } else {
    const [nepi, ideal] = isIdeal ? [twin, onScreen] : [onScreen, twin];
    state.compare(nepi.id);
    state.show(ideal.id);
  }
}

function showRuns({ view }: Studio): void {
  view.getState().set({ mode: 'simulate' });
  view.getState().showBottom('timeline');
}
