import { useMemo } from 'react';
import { ORIGINAL } from '../../app/kept-runs.ts';
import type { Experiment, Resource } from '../../model/experiment.ts';
import { resourceLabel } from '../../model/experiment.ts';
import { defaultScript } from '../../model/script.ts';
import { resolveSimulation } from '../../model/simulation.ts';
import { useDocument, useRun, useStudio } from '../studio-context.tsx';
import type { Lane } from '../timeline/lane.ts';

const NO_LANES: readonly Lane[] = [];

/** The experiment whose run is on screen; the one being designed while there is no run. */
function useShownExperiment(): Experiment {
  const designed = useDocument((state) => state.experiment);
  const ran = useRun((state) => state.experiment);
  return ran ?? designed;
}

/** A lane a resource, of the run on screen. Labels are those of now: renaming doesn't make a run another one. */
export function lanesOf(ran: readonly Resource[], designed: readonly Resource[]): readonly Lane[] {
  const labels = new Map(designed.map((resource) => [resource.guid, resourceLabel(resource)]));
  return ran.map((resource) => ({
    guid: resource.guid,
    rtype: resource.rtype,
    label: labels.get(resource.guid) ?? resourceLabel(resource),
  }));
}

export function useLanes(): readonly Lane[] {
  const { resources } = useShownExperiment();
  const designed = useDocument((state) => state.experiment.resources);
  return useMemo(() => {
    const lanes = lanesOf(resources, designed);
    return lanes.length ? lanes : NO_LANES;
  }, [resources, designed]);
}

/** The steps of the run on screen. */
export function useRunScript() {
  const { catalog } = useStudio();
  const experiment = useShownExperiment();
  return useMemo(() => experiment.script ?? defaultScript(experiment, catalog), [experiment, catalog]);
}

/** What the run on screen is called, and what stands below pictures of it. */
export function useRunName(): { readonly name: string; readonly caption: string } {
  const experiment = useShownExperiment();
  const fork = useRun(({ runs, shown }) => runs.find(({ id }) => id === shown && id !== ORIGINAL)?.name);
  return { name: experiment.id, caption: captionOf(experiment, fork) };
}

/** Names a run: the experiment, the seed of its random draws; of a fork, its name. */
export function captionOf({ id, simulation }: Experiment, fork?: string): string {
  const seeded = `${id}, seed ${resolveSimulation(simulation).seed}`;
  return fork === undefined ? seeded : `${seeded}: ${fork}`;
}
