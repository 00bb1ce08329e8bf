import { connectionProblem } from '../catalog/connections.ts';
import type { Requirement } from '../model/experiment.ts';
import type { Guid } from '../model/units.ts';
import type { Facts } from './facts.ts';
import { aType, gateTarget, STATE_BEFORE } from './gate-words.ts';
import type { Finding, Rule } from './problem.ts';
import { gateMembers } from './progress/gates.ts';

/** A resource without the connections that its `requires` asks for: it waits for ever, and mostly the script with it. */
export const missingNeighbour: Rule = {
  name: 'missing-neighbour',
  *check(facts) {
    const { experiment, script, typeOf, behaviorOf, name } = facts;
    let stuck: boolean | undefined;
    for (const resource of experiment.resources) {
      const type = typeOf(resource);
      // Without its type nothing is known of what it needs, and an abstract one has to be changed first.
      if (!type || type.abstract) continue;
      const { guid } = resource;
      for (const requirement of behaviorOf(resource).requires ?? []) {
        const wanted = requirement.atLeast ?? 0;
        if (requirement.before === 'release' || wanted === 0) continue;
        const found = gateMembers(facts, guid, requirement).length;
        if (found >= wanted) continue;
        const fails = type.ifMissing === 'fails' ? ' (in a real run it fails)' : '';
        stuck ??= !facts.progress().canBegin(script.length);
        yield {
          severity: stuck ? 'error' : 'warning',
          message: `${name(guid)} needs ${need(requirement, wanted, found)}; without it, it stays ${STATE_BEFORE[requirement.before]} for ever${fails}.`,
          place: { guid, field: 'connections' },
          ...fixFor(facts, guid, requirement, wanted - found),
        };
      }
    }
  },
};

function need(requirement: Requirement, wanted: number, found: number): string {
  if (requirement.path) return gateTarget(requirement);
  if (wanted === 1) return `a connection to ${gateTarget(requirement)}`;
  return `connections to ${wanted} resources of type ${requirement.type!}, and has ${found}`;
}

/** Offers the one connection that is meant, where there is only one that can be. */
function fixFor(facts: Facts, guid: Guid, requirement: Requirement, lacking: number): Pick<Finding, 'fix'> {
  const first = requirement.type ?? requirement.path![0]!;
  if (lacking !== 1) return {};
  const near = facts.neighbours(guid);
  const rtype = facts.resource(guid)!.rtype;
  const candidates = facts.experiment.resources.filter(
    (other) =>
      other.guid !== guid &&
      facts.catalog.isSubtype(other.rtype, first) &&
      !near.includes(other.guid) &&
      !connectionProblem(facts.catalog, rtype, other.rtype),
  );
  const [only] = candidates;
  if (candidates.length !== 1 || !only) return {};
  return {
    fix: {
      label: `Connect it to ${facts.name(only.guid)}, the only ${aType(first).replace(/^an? /, '')} here`,
      edit: { kind: 'connect', connections: [[guid, only.guid]] },
    },
  };
}
