import { connectionRule } from '../catalog/connections.ts';
import type { Connection } from '../model/experiment.ts';
import type { Guid } from '../model/units.ts';
import type { Rule } from './problem.ts';

/** More connections to a kind of resource than NEPI looks at. */
export const connectionCount: Rule = {
  name: 'connection-count',
  *check({ experiment, catalog, typeOf, resource: find, neighbours, name, names }) {
    for (const resource of experiment.resources) {
      const type = typeOf(resource);
      if (!type) continue;
      const { guid } = resource;
      if (type.connects.every(({ max }) => max === undefined)) continue;
      const rules = neighbours(guid).map((other) => connectionRule(catalog, type, find(other)?.rtype ?? ''));
      for (const rule of type.connects) {
        const connected = neighbours(guid).filter((_, place) => rules[place] === rule);
        if (rule.max === undefined || connected.length <= rule.max) continue;
        const extra = connected.slice(rule.max);
        yield {
          severity: type.strict ? 'error' : 'warning',
          message: `${name(guid)} is connected to ${connected.length} resources of type ${rule.type}, but ${type.rtype} takes ${rule.max === 1 ? 'only one' : `at most ${rule.max}`}: NEPI looks at ${names(connected.slice(0, rule.max))}, not at ${names(extra)}.`,
          place: { guid, field: 'connections' },
          fix: {
            label: extra.length > 1 ? 'Remove the other connections' : `Remove the connection to ${name(extra[0]!)}`,
            edit: { kind: 'remove', connections: between(experiment.connections, guid, extra) },
          },
        };
      }
    }
  },
};

function between(connections: readonly Connection[], guid: Guid, others: readonly Guid[]): readonly Connection[] {
  return connections.filter(([a, b]) => (a === guid && others.includes(b)) || (b === guid && others.includes(a)));
}
