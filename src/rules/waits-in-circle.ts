import { printCondition } from '../model/condition.ts';
import type { Facts } from './facts.ts';
import { STATE_BEFORE } from './gate-words.ts';
import type { Finding, Place, Rule } from './problem.ts';
import type { Milestone } from './progress/milestones.ts';

/** Resources, or the script, that wait for each other: none of them ever goes on. */
export const waitsInCircle: Rule = {
  name: 'waits-in-circle',
  *check(facts) {
    for (const circle of facts.progress().circles) {
      const sentences = describe(circle, facts);
      if (sentences.length === 0) continue;
      const [only] = sentences;
      yield {
        severity: 'error',
        message:
          sentences.length === 1
            ? `${only!}, which can't be: it waits for itself for ever.`
            : `They wait for each other for ever: ${shorten(sentences).join('; ')}. Change one of these.`,
        place: placeOf(circle, facts),
        ...fixFor(circle, facts),
      };
    }
  },
};

const VERB = { DEPLOY: 'is deployed', START: 'starts', STOP: 'stops' } as const;

/** The circle as sentences, one for each of those that wait. */
function describe(circle: readonly Milestone[], facts: Facts): readonly string[] {
  const { experiment, script, name } = facts;
  return circle.flatMap((milestone, at) => {
    const next = circle[(at + 1) % circle.length]!;
    const held = circle.at(at - 1)!;
    switch (milestone.kind) {
      case 'condition': {
        const { action, resources } = experiment.conditions[milestone.index]!;
        const who = 'guid' in held ? held.guid : resources[0]!;
        const self = next.kind === 'state' && next.guid === who ? `it is itself ${next.state}` : undefined;
        return [`${name(who)} ${VERB[action]} only when ${self ?? lacking(next, facts)}`];
      }
      case 'gate': {
        const { before } = milestone.requirement;
        const stays = before === 'release' ? 'is released' : `leaves ${STATE_BEFORE[before]}`;
        return [`${name(milestone.guid)} ${stays} only when ${lacking(next, facts)}`];
      }
      case 'all-ready':
        return [
          `nothing${experiment.script ? ` that step ${milestone.step + 1} deploys` : ''} starts before ${lacking(next, facts)}`,
        ];
      case 'step': {
        // A step is held up by the wait before it; steps between that don't wait have nothing to say.
        const before = milestone.step - 1;
        if (next.kind === 'step' || before < 0) return [];
        return [`step ${before + 1} (${script[before]!.op}) waits until ${lacking(next, facts)}`];
      }
      case 'asked':
        if (next.kind !== 'step') return [];
        return [
          `${name(milestone.guid)} ${script[next.step]?.op === 'deploy' ? 'is deployed' : 'is started'} only by step ${next.step + 1}`,
        ];
      case 'state':
        // Started or stopped by a step of the script.
        if (next.kind !== 'step') return [];
        return [`${name(milestone.guid)} becomes ${milestone.state} only by step ${next.step + 1}`];
      case 'fails':
      case 'shut-down':
      case 'condition-spoilt':
      case 'abort':
        return [];
    }
  });
}

/** What is lacking: `server (guid 1) is STARTED`. */
function lacking(milestone: Milestone, { name }: Facts): string {
  if (milestone.kind === 'state') return `${name(milestone.guid)} is ${milestone.state}`;
  if (milestone.kind === 'shut-down') return `${name(milestone.guid)} is RELEASED`;
  return 'the script has come further';
}

function shorten(sentences: readonly string[]): readonly string[] {
  return sentences.length > 6 ? [...sentences.slice(0, 5), `and so on, ${sentences.length} in all`] : sentences;
}

function placeOf(circle: readonly Milestone[], { experiment }: Facts): Place {
  for (const milestone of circle) {
    if (milestone.kind === 'condition') {
      return { condition: milestone.index, guid: experiment.conditions[milestone.index]!.resources[0]! };
    }
  }
  for (const milestone of circle) {
    if (milestone.kind === 'step' && experiment.script && milestone.step > 0) return { step: milestone.step - 1 };
  }
  for (const milestone of circle) if ('guid' in milestone) return { guid: milestone.guid };
  return {};
}

function fixFor(circle: readonly Milestone[], facts: Facts): Pick<Finding, 'fix'> {
  const { script } = facts;
  for (const milestone of circle) {
    const step = milestone.kind === 'all-ready' && script[milestone.step];
    if (!step || step.op !== 'deploy') continue;
    return {
      fix: {
        label: 'Start each resource as soon as it is READY, without waiting for the others',
        edit: { kind: 'set-script', script: script.with(milestone.step, { ...step, waitAllReady: false }) },
      },
    };
  }
  for (const [at, milestone] of circle.entries()) {
    if (milestone.kind === 'condition') return { fix: lift(milestone.index, circle[(at + 1) % circle.length]!, facts) };
  }
  return {};
}

/** Takes the one that never comes out of the condition's group; the whole condition when it is the only one. */
function lift(index: number, lacks: Milestone, { experiment, name }: Facts): NonNullable<Finding['fix']> {
  const condition = experiment.conditions[index]!;
  const member = lacks.kind === 'state' ? lacks.guid : undefined;
  const others = condition.group.filter((guid) => guid !== member);
  if (member !== undefined && others.length > 0) {
    return {
      label: `Let the condition not wait for ${name(member)}`,
      edit: { kind: 'change-condition', index, condition: { ...condition, group: others } },
    };
  }
  return {
    label: `Remove the condition "${printCondition(condition, name)}"`,
    edit: { kind: 'remove', conditions: [index] },
  };
}
