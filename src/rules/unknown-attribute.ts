import { didYouMean, nearestNames } from './nearest.ts';
import type { Rule } from './problem.ts';

/** An attribute that the resource's type doesn't have. NEPI refuses to set it. */
export const unknownAttribute: Rule = {
  name: 'unknown-attribute',
  *check({ experiment, script, typeOf, resource: find, name }) {
    for (const resource of experiment.resources) {
      const type = typeOf(resource);
      if (!type) continue;
      const { guid } = resource;
      for (const attribute of Object.keys(resource.attributes)) {
        if (type.attributes.has(attribute)) continue;
        yield {
          severity: 'error',
          message: `${name(guid)} sets ${attribute}, which ${type.rtype} doesn't have.${didYouMean(nearestNames(attribute, type.attributes.keys()))}`,
          place: { guid, field: `attributes.${attribute}` },
          fix: {
            label: `Remove ${attribute}`,
            edit: { kind: 'set-attribute', guids: [guid], name: attribute, value: undefined },
          },
        };
      }
    }
    for (const [place, step] of script.entries()) {
      if (step.op !== 'set' && step.op !== 'setWithConditions') continue;
      for (const guid of step.resources) {
        const resource = find(guid);
        const type = resource && typeOf(resource);
        if (!type || type.attributes.has(step.attribute)) continue;
        yield {
          severity: 'error',
          message: `Step ${place + 1} sets ${step.attribute} of ${name(guid)}, which ${type.rtype} doesn't have.${didYouMean(nearestNames(step.attribute, type.attributes.keys()))}`,
          place: { step: place, guid, field: 'attribute' },
        };
      }
    }
  },
};
