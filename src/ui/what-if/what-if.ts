// What can be done to the run on screen at the now-line, to the selected resources. Each makes a fork of the run.
import { ORIGINAL, twinOf } from '../../forks/kept-runs.ts';
import type { Studio } from '../../app/stores/studio.ts';
import { resourcesByGuid } from '../../model/experiment.ts';
import type { Intervention } from '../../model/intervention.ts';
import { valueWords } from '../../model/secrets.ts';
import { resourceName } from '../../model/resource-name.ts';
import { nextSeed, resolveSimulation } from '../../model/simulation.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { stateAt } from '../../record/state-spans.ts';
import { beyondRun } from './beyond-run.ts';
import { forkName } from './intervention-text.ts';

/** Labels of the run's resources. */
export function runLabels(studio: Studio): (guid: Guid) => string {
  const resources = studio.run.getState().experiment?.resources ?? [];
  return (guid) => resourceName(resources, guid);
}

/** Why the run can't be forked; undefined: it can. */
export function whyNoFork({ run }: Studio): string | undefined {
  const { status, record } = run.getState();
  if (!record) return 'Run the experiment first';
  if (status === 'running') return 'Wait until the run is over';
  return status === 'failed' ? 'This run broke' : undefined;
}

/** Why the run can't be forked at the now-line; undefined: it can. */
export function whyNotNow(studio: Studio): string | undefined {
  const why = whyNoFork(studio);
  if (why) return why;
  const { record, experiment, cursor } = studio.run.getState();
  // A run that can't go on by itself may well do so once something is done to it.
  const isBeyond = record && experiment && beyondRun(record, experiment, cursor);
  return isBeyond ? 'The run is over at the now-line' : undefined;
}

/** The selected resources that take part in the run, when something can be done to them. */
export function forkableGuids(studio: Studio): readonly Guid[] {
  if (whyNoFork(studio)) return [];
  const known = resourcesByGuid(studio.run.getState().experiment?.resources ?? []);
  return [...studio.view.getState().selection.guids].filter((guid) => known.has(guid));
}

/** The same, when something can be done to them at the now-line. */
export function forkableNow(studio: Studio): readonly Guid[] {
  return whyNotNow(studio) ? [] : forkableGuids(studio);
}

/** Those of them that are STARTED at the now-line. */
export function stoppableGuids(studio: Studio): readonly Guid[] {
  const { record, cursor } = studio.run.getState();
  return record ? forkableNow(studio).filter((guid) => stateAt(record, guid, cursor) === 'STARTED') : [];
}

/** Forks the run on screen with something done at an instant (the now-line), and shows both. */
export function forkRun(
  studio: Studio,
  make: (time: Micros) => readonly Intervention[],
  time: Micros = studio.run.getState().cursor,
): void {
  const { experiment, record } = studio.run.getState();
  if (!experiment || !record || whyNoFork(studio)) return;
  if (beyondRun(record, experiment, time)?.canIntervene === false) return;
  const interventions = make(time);
  if (interventions.length === 0) return;
  const { conditions } = experiment;
  const name = forkName(interventions, {
    labelOf: runLabels(studio),
    printValue: valueWords(experiment, studio.catalog),
    conditions,
    longest: record.now,
  });
  showRuns(studio);
  studio.run.getState().fork({ name, interventions });
}

/** Runs the same with other random draws: a seed that none of the runs has had. */
export function forkWithAnotherSeed(studio: Studio): void {
  const { runs, status } = studio.run.getState();
  if (runs.length === 0 || status === 'running') return;
  const had = new Set(runs.map(({ experiment }) => resolveSimulation(experiment.simulation).seed));
  let seed = nextSeed(Math.max(...had));
  while (had.has(seed)) seed = nextSeed(seed);
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
