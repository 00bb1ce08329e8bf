import { didYouMean, nearestNames } from './nearest.ts';
import type { Rule } from './problem.ts';

/** A trace enabled that the resource's type doesn't have. */
export const unknownTrace: Rule = {
  name: 'unknown-trace',
  *check({ experiment, typeOf, name }) {
    for (const resource of experiment.resources) {
      const type = typeOf(resource);
      if (!type) continue;
      const { guid } = resource;
      for (const trace of resource.traces) {
        if (type.traces.includes(trace)) continue;
        const near = didYouMean(nearestNames(trace, type.traces));
        const has = type.traces.length ? ` It has ${type.traces.join(', ')}.` : ' It has no traces.';
        yield {
          severity: 'error',
          message: `${name(guid)} enables the trace ${trace}, which ${type.rtype} doesn't have.${near || has}`,
          place: { guid, field: `traces.${trace}` },
          fix: {
            label: `Turn the trace ${trace} off`,
            edit: { kind: 'set-trace', guids: [guid], trace, enabled: false },
          },
        };
      }
    }
  },
};
