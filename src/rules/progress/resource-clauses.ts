// How a resource gets from state to state: the rules of the simulated RM and of conditions, as clauses. They are
// hopeful: whatever takes time passes, and what may fail by chance doesn't. So what they rule out can't happen.
import type { Behavior, Condition, Resource } from '../../model/experiment.ts';
import type { GatedPhase, Phase, State } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import type { Clauses } from './clauses.ts';
import { gateMembers, type Connections } from './gates.ts';
import type { Milestones } from './milestones.ts';

export interface Design extends Connections {
  readonly behaviorOf: (resource: Resource) => Behavior;
}

/** The conditions' milestones, by resource and action. */
export interface ConditionIndex {
  readonly of: (guid: Guid, action: Condition['action']) => readonly number[];
}

/** One milestone a condition: met once every member of its group has been in the state. */
export function addConditions(
  clauses: Clauses,
  milestones: Milestones,
  conditions: readonly Condition[],
): ConditionIndex {
  const index = new Map<string, number[]>();
  conditions.forEach((condition, place) => {
    const met = milestones.add({ kind: 'condition', index: place });
    const spoilt = milestones.add({ kind: 'condition-spoilt', index: place });
    const group = condition.group.filter((guid) => milestones.has(guid));
    clauses.add(
      met,
      group.map((guid) => milestones.state(guid, condition.state)),
    );
    for (const guid of group) {
      clauses.add(spoilt, [milestones.fails(guid)], true);
      clauses.add(spoilt, [milestones.state(guid, 'RELEASED')], true);
    }
    for (const guid of condition.resources) {
      if (!milestones.has(guid)) continue;
      const key = `${guid} ${condition.action}`;
      const list = index.get(key);
      if (list) list.push(met);
      else index.set(key, [met]);
      clauses.add(milestones.fails(guid), [spoilt, milestones.asked(guid, condition.action)], true);
    }
  });
  return { of: (guid, action) => index.get(`${guid} ${action}`) ?? [] };
}

export function addResource(
  clauses: Clauses,
  milestones: Milestones,
  design: Design,
  conditions: ConditionIndex,
  resource: Resource,
): void {
  const { guid } = resource;
  const behavior = design.behaviorOf(resource);
  const state = (name: State) => milestones.state(guid, name);
  const asked = (action: Condition['action']) => milestones.asked(guid, action);
  const gates = (phase: GatedPhase) => addGates(clauses, milestones, design, resource, behavior, phase);

  clauses.add(state('NEW'), []);
  const become = (name: State, phase: Phase, body: readonly number[]) => {
    clauses.add(state(name), body);
    if (behavior.failure?.[phase] === 1) clauses.add(milestones.fails(guid), body, true);
  };
  become('DISCOVERED', 'discover', [asked('DEPLOY'), ...conditions.of(guid, 'DEPLOY'), ...gates('discover')]);
  become('PROVISIONED', 'provision', [state('DISCOVERED'), ...gates('provision')]);
  become('READY', 'ready', [state('PROVISIONED'), ...gates('ready')]);
  become('STARTED', 'start', [asked('START'), state('READY'), ...conditions.of(guid, 'START'), ...gates('start')]);
  if (behavior.run !== undefined) become('STOPPED', 'run', [state('STARTED')]);
  const stops = conditions.of(guid, 'STOP');
  if (stops.length > 0) become('STOPPED', 'stop', [asked('STOP'), state('STARTED'), ...stops]);

  // A condition takes FAILED and RELEASED for any state: they are skipped, or past it, or make the waiting one fail.
  clauses.add(state('FAILED'), [milestones.fails(guid)], true);
  clauses.add(state('FAILED'), [state('RELEASED')], true);
  for (const name of ['DISCOVERED', 'PROVISIONED', 'READY', 'STARTED', 'STOPPED'] as const) {
    clauses.add(state(name), [state('FAILED')], true);
  }
}

function addGates(
  clauses: Clauses,
  milestones: Milestones,
  design: Design,
  resource: Resource,
  behavior: Behavior,
  phase: GatedPhase,
): readonly number[] {
  const { guid } = resource;
  return (behavior.requires ?? []).flatMap((requirement) => {
    if (requirement.before !== phase) return [];
    const members = gateMembers(design, guid, requirement);
    const gate = milestones.add({ kind: 'gate', guid, requirement, members });
    for (const member of members) {
      const begun = milestones.asked(guid, 'DEPLOY');
      clauses.add(milestones.fails(guid), [milestones.fails(member), begun], true);
      clauses.add(milestones.fails(guid), [milestones.state(member, 'RELEASED'), begun], true);
    }
    if (members.length >= (requirement.atLeast ?? 0)) {
      clauses.add(
        gate,
        members.map((member) => milestones.state(member, requirement.state)),
      );
    }
    return [gate];
  });
}

/** The states that a resource's neighbours must have reached before it is released; `atLeast` doesn't count here. */
export function releaseGates(
  design: Design,
  resource: Resource,
): readonly { readonly guid: Guid; readonly state: State }[] {
  return (design.behaviorOf(resource).requires ?? []).flatMap((requirement) =>
    requirement.before === 'release'
      ? gateMembers(design, resource.guid, requirement).map((guid) => ({ guid, state: requirement.state }))
      : [],
  );
}

/** All whose failure or release makes a resource fail that is being deployed or started. */
export function neededBy(design: Design, resource: Resource): readonly Guid[] {
  return (design.behaviorOf(resource).requires ?? []).flatMap((requirement) =>
    requirement.before === 'release' ? [] : gateMembers(design, resource.guid, requirement),
  );
}
