import type { Guid } from '../model/units.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './problem.ts';
import type { Milestone } from './progress/milestones.ts';

/** Resources that the script leaves out; an error where somebody waits for them. */
export const neverDeployed: Rule = {
  name: 'never-deployed',
  *check(facts) {
    const { experiment, script, name, names } = facts;
    const end = script.findIndex(({ op }) => op === 'shutdown');
    const deploys = (end === -1 ? script : script.slice(0, end)).filter((step) => step.op === 'deploy');
    if (experiment.resources.length === 0 || deploys.some((step) => step.resources === undefined)) return;
    if (deploys.length === 0) {
      yield {
        severity: 'warning',
        message: 'The script deploys nothing, so nothing happens. Add a deploy step.',
        place: { step: 0 },
      };
      return;
    }
    const deployed = new Set(deploys.flatMap((step) => step.resources ?? []));
    const waiters = new Map<Guid, readonly Milestone[]>();
    for (const { milestone, waiters: waiting } of facts.progress().deadEnds) {
      if (milestone.kind === 'asked' && milestone.action === 'DEPLOY') waiters.set(milestone.guid, waiting);
    }
    const idle: Guid[] = [];
    for (const { guid } of experiment.resources) {
      if (deployed.has(guid)) continue;
      const waiting = new Set(waiters.get(guid)?.flatMap((waiter) => waitingGuids(waiter, facts)));
      const others = [...waiting].filter((other) => deployed.has(other));
      const step = waiters.get(guid)?.find((waiter) => waiter.kind === 'step');
      if (others.length === 0 && !step) {
        idle.push(guid);
        continue;
      }
      const who = others.length > 0 ? names(others) : `step ${step!.step}`;
      yield {
        severity: 'error',
        message: `No step deploys ${name(guid)}, but ${who} ${others.length > 1 ? 'wait' : 'waits'} for it for ever. Add it to a deploy step.`,
        place: { guid },
      };
    }
    if (idle.length > 0) {
      yield {
        severity: 'warning',
        message: `No step deploys ${names(idle)}: nothing happens to ${idle.length > 1 ? 'them' : 'it'}. Add a deploy step, or remove ${idle.length > 1 ? 'them' : 'it'}.`,
        place: { guid: idle[0]! },
      };
    }
  },
};

function waitingGuids(waiter: Milestone, { experiment }: Facts): readonly Guid[] {
  if (waiter.kind === 'gate') return [waiter.guid];
  return waiter.kind === 'condition' ? experiment.conditions[waiter.index]!.resources : [];
}
