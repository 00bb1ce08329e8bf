import type { Rule } from './problem.ts';

/** A connection of a resource with itself, or one that is there already. */
export const repeatedConnection: Rule = {
  name: 'repeated-connection',
  *check({ experiment, name }) {
    const seen = new Set<string>();
    for (const [place, connection] of experiment.connections.entries()) {
      const [a, b] = connection;
      if (a === b) {
        yield {
          severity: 'error',
          message: `${name(a)} is connected with itself. Remove the connection.`,
          place: { connection: place, guid: a },
          fix: { label: 'Remove the connection', edit: { kind: 'remove', connections: [connection] } },
        };
        continue;
      }
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      if (seen.has(key)) {
        yield {
          severity: 'warning',
          message: `${name(a)} and ${name(b)} are connected more than once; once is enough.`,
          place: { connection: place, guid: a },
        };
      }
      seen.add(key);
    }
  },
};
