import { writeProblem } from '../model/attribute.ts';
import type { Guid } from '../model/units.ts';
import type { Rule } from './problem.ts';

/** Attributes set that NEPI alone may set, or set by the script when it is too late. */
export const attributeWrite: Rule = {
  name: 'attribute-write',
  *check({ experiment, script, typeOf, resource: find, name }) {
    for (const resource of experiment.resources) {
      const type = typeOf(resource);
      const { guid } = resource;
      for (const attribute of Object.keys(resource.attributes)) {
        const definition = type?.attributes.get(attribute);
        const problem = definition && writeProblem(definition, false);
        if (!problem) continue;
        yield {
          severity: 'error',
          message: `${name(guid)}: ${problem}. Remove it.`,
          place: { guid, field: `attributes.${attribute}` },
          fix: {
            label: `Remove ${attribute}`,
            edit: { kind: 'set-attribute', guids: [guid], name: attribute, value: undefined },
          },
        };
      }
    }
    const deployed = new Set<Guid>();
    for (const [place, step] of script.entries()) {
      if (step.op === 'deploy') {
        for (const guid of step.resources ?? experiment.resources.map((resource) => resource.guid)) deployed.add(guid);
      }
      if (step.op !== 'set' && step.op !== 'setWithConditions') continue;
      for (const guid of step.resources) {
        const resource = find(guid);
        const definition = resource && typeOf(resource)?.attributes.get(step.attribute);
        // Set with conditions waits until the resource is STARTED, so it comes after deployment in any case.
        const late = deployed.has(guid) || step.op === 'setWithConditions';
        const problem = definition && writeProblem(definition, late);
        if (!problem) continue;
        yield {
          severity: 'error',
          message: `Step ${place + 1} can't set ${step.attribute} of ${name(guid)}: ${problem}.`,
          place: { step: place, guid, field: 'attribute' },
        };
      }
    }
  },
};
