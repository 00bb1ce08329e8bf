import { checkAttributeValue } from '../model/attribute.ts';
import type { Rule } from './problem.ts';

/** An attribute with a value of the wrong kind, out of its range, or not among those allowed. */
export const attributeValue: Rule = {
  name: 'attribute-value',
  *check({ experiment, script, typeOf, resource: find, name }) {
    for (const resource of experiment.resources) {
      const type = typeOf(resource);
      const { guid } = resource;
      for (const [attribute, value] of Object.entries(resource.attributes)) {
        const definition = type?.attributes.get(attribute);
        const problem = definition && checkAttributeValue(definition, value);
        if (!problem) continue;
        yield {
          severity: 'error',
          message: `${name(guid)}: ${problem}.`,
          place: { guid, field: `attributes.${attribute}` },
          fix: {
            label: `Take ${attribute} back to its default`,
            edit: { kind: 'set-attribute', guids: [guid], name: attribute, value: undefined },
          },
        };
      }
    }
    for (const [place, step] of script.entries()) {
      if (step.op !== 'set' && step.op !== 'setWithConditions') continue;
      for (const guid of step.resources) {
        const resource = find(guid);
        const definition = resource && typeOf(resource)?.attributes.get(step.attribute);
        const problem = definition && checkAttributeValue(definition, step.value);
        if (!problem) continue;
        yield {
          severity: 'error',
          message: `Step ${place + 1}, ${name(guid)}: ${problem}.`,
          place: { step: place, guid, field: 'value' },
        };
      }
    }
  },
};
