import type { Step } from '../../model/experiment.ts';

/**
 * The deploy steps whose resources are started by an all-ready check, each with the step that opens the group and
 * schedules the check: itself, or the one that opens the group it joins, be that earlier or later. A step that waits
 * and is not here starts nobody. NEPI: ExperimentController.deploy; only a deploy without a group opens one, and groups
 * are numbered 1, 2, ... in the order in which they are opened.
 */
export function checkedGroups(script: readonly Step[]): ReadonlyMap<number, number> {
  const openers = [...script.keys()].filter((place) => {
    const step = script[place]!;
    return step.op === 'deploy' && step.group === undefined;
  });
  const checked = new Map<number, number>();
  for (const [place, step] of script.entries()) {
    if (step.op !== 'deploy' || step.waitAllReady === false) continue;
    const opener = step.group === undefined ? place : openers[step.group - 1];
    const opening = opener === undefined ? undefined : script[opener];
    if (opening?.op === 'deploy' && opening.waitAllReady !== false) checked.set(place, opener!);
  }
  return checked;
}
