import { attributeInKind, attributeRefusal, checkAttributeValue } from '../model/attribute.ts';
import type { AttributeDefinition, AttributeValue } from '../model/experiment.ts';
import { isSecret } from '../model/secret-attribute.ts';
import type { Finding, Rule } from './problem.ts';

/**
 * Values that NEPI refuses, which are out of a range or not among those allowed, as errors. What NEPI takes though it is
 * of another type than the attribute's is only good to know.
 */
export const attributeValue: Rule = {
  name: 'attribute-value',
  *check({ experiment, script, typeOf, resource: find, name }) {
    for (const resource of experiment.resources) {
      const type = typeOf(resource);
      const { guid } = resource;
      for (const [attribute, value] of Object.entries(resource.attributes)) {
        const definition = type?.attributes.get(attribute);
        const doubt = definition && doubtOf(definition, value);
        if (!doubt) continue;
        const inKind = attributeInKind(definition, value);
        yield {
          severity: doubt.severity,
          message: `${name(guid)}: ${doubt.message}`,
          place: { guid, field: `attributes.${attribute}` },
          fix: {
            label:
              inKind === undefined ? `Take ${attribute} back to its default` : `Make it ${inWords(definition, inKind)}`,
            edit: { kind: 'set-attribute', guids: [guid], name: attribute, value: inKind },
          },
        };
      }
    }
    for (const [place, step] of script.entries()) {
      if (step.op !== 'set' && step.op !== 'setWithConditions') continue;
      for (const guid of step.resources) {
        const resource = find(guid);
        const definition = resource && typeOf(resource)?.attributes.get(step.attribute);
        const doubt = definition && doubtOf(definition, step.value);
        if (!doubt) continue;
        yield {
          severity: doubt.severity,
          message: `Step ${place + 1}, ${name(guid)}: ${doubt.message}`,
          place: { step: place, guid, field: 'value' },
        };
      }
    }
  },
};

function doubtOf(
  definition: AttributeDefinition,
  value: AttributeValue,
): Pick<Finding, 'severity' | 'message'> | undefined {
  const refusal = attributeRefusal(definition, value);
  if (refusal !== undefined) return { severity: 'error', message: `${refusal}.` };
  const problem = checkAttributeValue(definition, value);
  return problem === undefined
    ? undefined
    : { severity: 'info', message: `${problem}. ${whatNepiDoes(definition, value)}` };
}

function whatNepiDoes(definition: AttributeDefinition, value: AttributeValue): string {
  const { type } = definition;
  if (type !== 'BOOL' || isSecret(definition)) return 'NEPI keeps the value as given.';
  return `NEPI keeps the value as given, and it counts as ${value ? 'true' : 'false'}.`;
}

function inWords(definition: AttributeDefinition, value: AttributeValue): string {
  if (isSecret(definition)) return 'the same as a value of its type';
  return typeof value === 'string' ? `the text '${value}'` : String(value);
}
