import { useMemo } from 'react';
import { type KeptRun, ORIGINAL } from '../../forks/kept-runs.ts';
import type { Experiment, Group, Resource } from '../../model/experiment.ts';
import { resourcesByGuid } from '../../model/experiment.ts';
import type { Guid } from '../../model/units.ts';
import { defaultScript } from '../../model/script.ts';
import { resolveSimulation } from '../../model/simulation.ts';
import { resourceName } from '../../model/resource-name.ts';
import { shownText } from '../../model/visible-text.ts';
import { type Polls, pollsOf } from '../../record/empty-polls.ts';
import { useDocument, useRun, useStudio } from '../context/studio-context.tsx';
import type { Lane, LaneGroup } from './lane.ts';

const NO_LANES: readonly Lane[] = [];

/** The experiment whose run is on screen; the one being designed while there is no run. */
function useShownExperiment(): Experiment {
  const designed = useDocument((state) => state.experiment);
  const ran = useRun((state) => state.experiment);
  return ran ?? designed;
}

/**
 * A lane a resource, of the run on screen. Labels and groups are those of now: neither makes a run another one.
 * @param groups without them, no lane is in one.
 */
export function lanesOf(
  ran: readonly Resource[],
  designed: readonly Resource[],
  groups: readonly Group[] = [],
): readonly Lane[] {
  const known = resourcesByGuid(designed);
  const groupOf = new Map<Guid, LaneGroup>();
  for (const { name, guids } of groups) {
    const group = { key: guids[0]!, name: shownText(name) };
    for (const guid of guids) groupOf.set(guid, group);
  }
  return ran.map((resource) => {
    const group = groupOf.get(resource.guid);
    return {
      guid: resource.guid,
      rtype: resource.rtype,
      label: resourceName(known.has(resource.guid) ? designed : ran, resource.guid),
      ...(group && { group }),
    };
  });
}

export function useLanes(): readonly Lane[] {
  const { resources } = useShownExperiment();
  const designed = useDocument((state) => state.experiment.resources);
  const groups = useDocument((state) => state.experiment.groups);
  return useMemo(() => {
    const lanes = lanesOf(resources, designed, groups);
    return lanes.length ? lanes : NO_LANES;
  }, [resources, designed, groups]);
}

/** The steps of the run on screen. */
export function useRunScript() {
  const { catalog } = useStudio();
  const experiment = useShownExperiment();
  return useMemo(() => experiment.script ?? defaultScript(experiment, catalog), [experiment, catalog]);
}

/** When who waits looks again in the run on screen; undefined: nobody does. */
export function usePolls(): Polls | undefined {
  const run = useRun(({ runs, shown }) => runs.find(({ id }) => id === shown));
  return usePollsOf(run);
}

/** The same, of a run. */
export function usePollsOf(
  run: Pick<KeptRun, 'experiment' | 'orchestrator' | 'record'> | undefined,
): Polls | undefined {
  const { record, orchestrator } = run ?? {};
  const simulation = run?.experiment.simulation;
  return useMemo(
    () =>
      !record || !simulation || orchestrator === 'ideal' ? undefined : pollsOf(record, resolveSimulation(simulation)),
    [record, simulation, orchestrator],
  );
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
