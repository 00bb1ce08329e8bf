import type { Experiment } from '../model/experiment.ts';
import type { Catalog } from '../model/rtype.ts';
import { shownSentence, shownText } from '../model/visible-text.ts';
import { abstractType } from './abstract-type.ts';
import { attributeValue } from './attribute-value.ts';
import { attributeWrite } from './attribute-write.ts';
import { connectionCount } from './connection-count.ts';
import { distribution } from './distribution.ts';
import { emptyStep } from './empty-step.ts';
import { endlessProgram } from './endless-program.ts';
import { gatherFacts } from './facts.ts';
import { forbiddenConnection } from './forbidden-connection.ts';
import { idleCondition } from './idle-condition.ts';
import { missingConnection } from './missing-connection.ts';
import { missingNeighbour } from './missing-neighbour.ts';
import { namedGroup } from './named-group.ts';
import { neededAttribute } from './needed-attribute.ts';
import { neverDeployed } from './never-deployed.ts';
import { neverHappens } from './never-happens.ts';
import { ns3Protocol } from './ns3-protocol.ts';
import { ns3Realtime } from './ns3-realtime.ts';
import type { Problem, Rule, Severity } from './problem.ts';
import { repeatedConnection } from './repeated-connection.ts';
import { repeatedMember } from './repeated-member.ts';
import { rescheduleDelay } from './reschedule-delay.ts';
import { stepOrder } from './step-order.ts';
import { stopAfterEnd } from './stop-after-end.ts';
import { unknownAttribute } from './unknown-attribute.ts';
import { unknownGateType } from './unknown-gate-type.ts';
import { unknownTrace } from './unknown-trace.ts';
import { unknownType } from './unknown-type.ts';
import { unworkableType } from './unworkable-type.ts';
import { userType } from './user-type.ts';
import { waitsInCircle } from './waits-in-circle.ts';

/** All rules: what is wrong by itself first, then what is wrong together. */
export const RULES: readonly Rule[] = [
  unknownType,
  abstractType,
  userType,
  unknownAttribute,
  attributeValue,
  attributeWrite,
  unknownTrace,
  distribution,
  rescheduleDelay,
  repeatedConnection,
  repeatedMember,
  forbiddenConnection,
  missingNeighbour,
  waitsInCircle,
  neverDeployed,
  neverHappens,
  namedGroup,
  emptyStep,
  stepOrder,
  connectionCount,
  missingConnection,
  unknownGateType,
  idleCondition,
  neededAttribute,
  ns3Protocol,
  ns3Realtime,
  unworkableType,
  stopAfterEnd,
  endlessProgram,
];

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * The problems of an experiment whose file could be read: errors first, then warnings and hints, each in the order of
 * the rules. None: it can be simulated, and nothing about it looks odd.
 */
export function checkExperiment(experiment: Experiment, catalog: Catalog): readonly Problem[] {
  const steps = checkInSteps(experiment, catalog);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, a rule at each step, for a page that has other things to do in between. */
export function* checkInSteps(experiment: Experiment, catalog: Catalog): Generator<void, readonly Problem[]> {
  const facts = gatherFacts(experiment, catalog);
  const problems: Problem[] = [];
  for (const rule of RULES) {
    for (const finding of rule.check(facts)) {
      const { fix } = finding;
      problems.push({
        rule: rule.name,
        ...finding,
        message: shownSentence(finding.message),
        ...(fix && { fix: { ...fix, label: shownText(fix.label) } }),
      });
    }
    yield;
  }
  return problems.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}
