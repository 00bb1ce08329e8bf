import type { Step } from '../model/experiment.ts';
import type { Guid } from '../model/units.ts';
import type { Rule } from './problem.ts';

/** Steps that come too early to do anything, or too late. */
export const stepOrder: Rule = {
  name: 'step-order',
  *check({ experiment, script, names }) {
    if (!experiment.script) return;
    const deployed = new Set<Guid>();
    for (const [place, step] of script.entries()) {
      if (step.op === 'deploy') {
        for (const guid of step.resources ?? experiment.resources.map((resource) => resource.guid)) deployed.add(guid);
      }
      if (step.op === 'start' || step.op === 'stop' || step.op === 'release') {
        const early = step.resources.filter((guid) => !deployed.has(guid));
        if (early.length > 0) {
          yield {
            severity: 'warning',
            message: `Step ${place + 1} (${step.op}) comes before ${names(early)} ${early.length > 1 ? 'are' : 'is'} deployed: ${
              step.op === 'release' ? 'after that nothing can be done with it any more' : 'it does nothing'
            }. Move it behind the deploy step.`,
            place: { step: place, guid: early[0]! },
          };
        }
      }
      if (step.op === 'shutdown' && place < script.length - 1) {
        yield {
          severity: 'warning',
          message: `Step ${place + 1} shuts down, and releases everything; ${after(script, place)} after it ${script.length - place > 2 ? 'have' : 'has'} nothing left to work on. Move shutdown to the end.`,
          place: { step: place },
          fix: {
            label: 'Move shutdown to the end',
            edit: {
              kind: 'set-script',
              script: [...script.filter(({ op }) => op !== 'shutdown'), { op: 'shutdown' }],
            },
          },
        };
        return;
      }
    }
    if (script.length > 0 && script.at(-1)!.op !== 'shutdown' && experiment.resources.length > 0) {
      yield {
        severity: 'info',
        message: 'The script does not end with shutdown, so what it deployed is not released.',
        place: { step: script.length - 1 },
        fix: { label: 'Add a shutdown step', edit: { kind: 'set-script', script: [...script, { op: 'shutdown' }] } },
      };
    }
  },
};

function after(script: readonly Step[], place: number): string {
  const rest = script.length - 1 - place;
  return rest === 1 ? 'the step' : `the ${rest} steps`;
}
