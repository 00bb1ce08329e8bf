import { UNWORKABLE } from '../catalog/caveats.ts';
import type { Rule } from './problem.ts';
import { ownValue } from '../model/own-value.ts';

/** Types that simulate well and can't work in a real run. */
export const unworkableType: Rule = {
  name: 'unworkable-type',
  *check({ experiment, typeOf, name }) {
    for (const resource of experiment.resources) {
      const type = typeOf(resource);
      const reason = type && !type.own && ownValue(UNWORKABLE, type.rtype);
      if (!reason) continue;
      yield {
        severity: 'warning',
        message: `${name(resource.guid)} (${type.rtype}) fails in a real run: ${reason}.`,
        place: { guid: resource.guid, field: 'rtype' },
      };
    }
  },
};
