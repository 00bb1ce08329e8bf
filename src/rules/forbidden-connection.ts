import { connectionProblem } from '../catalog/connections.ts';
import type { Rule } from './problem.ts';

/** A connection that NEPI's valid_connection refuses. */
export const forbiddenConnection: Rule = {
  name: 'forbidden-connection',
  *check({ experiment, catalog, resource, name }) {
    for (const [place, connection] of experiment.connections.entries()) {
      const [a, b] = connection;
      const rtypes = [resource(a)?.rtype, resource(b)?.rtype] as const;
      if (a === b || rtypes[0] === undefined || rtypes[1] === undefined) continue;
      const problem = connectionProblem(catalog, rtypes[0], rtypes[1]);
      if (!problem) continue;
      yield {
        severity: 'error',
        message: `${name(a)} and ${name(b)} are connected, but ${problem}. NEPI drops the connection.`,
        place: { connection: place, guid: a },
        fix: { label: 'Remove the connection', edit: { kind: 'remove', connections: [connection] } },
      };
    }
  },
};
