import { connectionRule } from '../catalog/connections.ts';
import { aType } from './gate-words.ts';
import type { Rule } from './problem.ts';

/** Connections that a type can't do without in a real run, though nothing in a simulation waits for them. */
export const missingConnection: Rule = {
  name: 'missing-connection',
  *check({ experiment, catalog, typeOf, resource: find, behaviorOf, neighbours, name }) {
    for (const resource of experiment.resources) {
      const type = typeOf(resource);
      if (!type || type.abstract) continue;
      const { guid } = resource;
      const required = behaviorOf(resource).requires ?? [];
      for (const rule of type.connects) {
        // What a gate stands for is missing-neighbour's to say.
        if (rule.min === 0 || required.some((gate) => gate.type === rule.type || gate.path?.[0] === rule.type))
          continue;
        const found = neighbours(guid).filter(
          (other) => connectionRule(catalog, type, find(other)?.rtype ?? '') === rule,
        ).length;
        if (found >= rule.min) continue;
        yield {
          severity: 'warning',
          message: `${name(guid)} should be connected to ${aType(rule.type)}: the simulation goes on without, a real run fails.`,
          place: { guid, field: 'connections' },
        };
      }
    }
  },
};
