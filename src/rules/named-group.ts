import type { Step } from '../model/experiment.ts';
import type { Rule } from './problem.ts';
import { checkedGroups } from './progress/groups.ts';

/** A deploy into a group that nobody checks: what it deploys gets READY and is never started. */
export const namedGroup: Rule = {
  name: 'named-group',
  *check({ experiment, script }) {
    const started = new Set(script.flatMap((step) => (step.op === 'start' ? step.resources : [])));
    for (const place of idleDeploys(script)) {
      const step = script[place]!;
      if (step.op !== 'deploy') continue;
      const joined = step.resources ?? experiment.resources.map(({ guid }) => guid);
      if (joined.every((guid) => started.has(guid))) continue;
      yield {
        severity: 'warning',
        message: `Step ${place + 1} deploys into group ${step.group} but starts nothing: only a deploy without a group waits until all are READY and then starts them. Leave the group out, or turn waitAllReady off.`,
        place: { step: place, field: 'group' },
        fix: {
          label: 'Start each resource as soon as it is READY',
          edit: { kind: 'set-script', script: script.with(place, { ...step, waitAllReady: false }) },
        },
      };
    }
  },
};

/** Places of the deploy steps that start nobody: into a group that no deploy step opened in order to check it. */
export function idleDeploys(script: readonly Step[]): readonly number[] {
  const checked = checkedGroups(script);
  return [...script.keys()].filter((place) => {
    const step = script[place]!;
    return step.op === 'deploy' && step.waitAllReady !== false && !checked.has(place);
  });
}
