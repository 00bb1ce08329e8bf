import type { Guid } from '../model/units.ts';
import type { Facts } from './facts.ts';
import { idleDeploys } from './named-group.ts';
import type { Finding, Place, Rule } from './problem.ts';
import type { Milestone } from './progress/milestones.ts';

/** Conditions and steps that wait for something that nothing brings about: an end, a start, a failure, a release. */
export const neverHappens: Rule = {
  name: 'never-happens',
  *check(facts) {
    const { progress, script } = facts;
    const undeployed = new Set<Guid>();
    for (const { milestone } of progress().deadEnds) {
      if (milestone.kind === 'asked' && milestone.action === 'DEPLOY') undeployed.add(milestone.guid);
    }
    /** What each waiter lacks, for each reason. */
    const lacks = new Map<string, { waiter: Milestone; reason: Reason; guids: Guid[] }>();
    for (const { milestone, waiters } of progress().deadEnds) {
      const reason = reasonOf(milestone, facts);
      if (!reason || !('guid' in milestone) || undeployed.has(milestone.guid)) continue;
      for (const waiter of waiters) {
        if (waiter.kind !== 'condition' && waiter.kind !== 'step') continue;
        const key = `${waiter.kind} ${waiter.kind === 'condition' ? waiter.index : waiter.step} ${reason.key}`;
        const known = lacks.get(key);
        if (known) known.guids.push(milestone.guid);
        else lacks.set(key, { waiter, reason, guids: [milestone.guid] });
      }
    }
    const stuck = !progress().canBegin(script.length);
    for (const { waiter, reason, guids } of lacks.values()) {
      yield {
        severity: stuck ? 'error' : 'warning',
        message: `${waits(waiter, facts)}: ${reason.say(guids)}`,
        place: placeOf(waiter, guids, facts),
        ...(reason.fix && { fix: reason.fix }),
      };
    }
  },
};

interface Reason extends Pick<Finding, 'fix'> {
  readonly key: string;
  readonly say: (guids: readonly Guid[]) => string;
}

function reasonOf(milestone: Milestone, facts: Facts): Reason | undefined {
  const { names } = facts;
  const they = (guids: readonly Guid[], one: string, more: string) =>
    `${names(guids)} ${guids.length > 1 ? more : one}`;
  if (milestone.kind === 'asked') {
    return milestone.action === 'START' ? startReason(facts) : undefined;
  }
  if (milestone.kind !== 'state') return undefined;
  if (milestone.state === 'STOPPED') {
    return {
      key: 'stop',
      say: (guids) =>
        `${they(guids, 'runs until it is stopped, and nothing stops it', 'run until they are stopped, and nothing stops them')}. Add a STOP condition, a stop step or a duration of its run.`,
    };
  }
  if (milestone.state === 'RELEASED') {
    return {
      key: 'release',
      say: (guids) =>
        `${they(guids, 'is', 'are')} released only at the very end. Add a release step, or wait for another state.`,
    };
  }
  if (milestone.state !== 'FAILED') return undefined;
  return {
    key: 'fail',
    say: (guids) => `${they(guids, "isn't", "aren't")} meant to fail. Wait for another state.`,
  };
}

/** Deployed, but only by steps that start nobody. */
function startReason({ script, names }: Facts): Reason {
  const idle = idleDeploys(script);
  const steps = idle.map((place) => place + 1).join(' and ');
  return {
    key: 'start',
    say: (guids) =>
      `nothing starts ${names(guids)}. Only a deploy without a group waits until all are READY and then starts them; ${idle.length > 1 ? `steps ${steps} deploy` : `step ${steps} deploys`} into a group.`,
    fix: {
      label: 'Start each resource as soon as it is READY',
      edit: {
        kind: 'set-script',
        script: script.map((step, place) =>
          idle.includes(place) && step.op === 'deploy' ? { ...step, waitAllReady: false } : step,
        ),
      },
    },
  };
}

function waits(waiter: Milestone, { experiment, script, names }: Facts): string {
  if (waiter.kind === 'condition') {
    const { resources, action } = experiment.conditions[waiter.index]!;
    return `The ${action} condition of ${names(resources)} is never met`;
  }
  if (waiter.kind !== 'step') return '';
  const op = script[waiter.step - 1]?.op ?? 'wait';
  return experiment.script ? `Step ${waiter.step} (${op}) never ends` : 'The run never ends';
}

function placeOf(waiter: Milestone, guids: readonly Guid[], { experiment }: Facts): Place {
  if (waiter.kind === 'condition') {
    return { condition: waiter.index, guid: experiment.conditions[waiter.index]!.resources[0]! };
  }
  if (waiter.kind === 'step' && experiment.script) return { step: waiter.step - 1, guid: guids[0]! };
  return { guid: guids[0]! };
}
