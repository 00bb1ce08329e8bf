// The value that a step sets, as the attribute's definition reads it where the resources agree on one.
import type { AttributeDefinition, AttributeValue, Resource } from '../../model/experiment.ts';
import { keepsDigits } from '../../model/number-text.ts';
import type { Catalog } from '../../model/rtype.ts';
import { readAttribute } from '../fields/attribute-value.ts';
import type { Reading } from '../drafts/draft.ts';

/** How the types of the resources define an attribute; each definition once. */
export function definitionsOf(
  resources: readonly Resource[],
  catalog: Catalog,
  attribute: string,
): readonly AttributeDefinition[] {
  const rtypes = new Set(resources.map(({ rtype }) => rtype));
  return [...rtypes].flatMap((rtype) => catalog.get(rtype)?.attributes.get(attribute) ?? []);
}

/** Reads the value to set; without a definition, numbers and true and false are taken for what they look like. */
export function readStepValue(definitions: readonly AttributeDefinition[], text: string): Reading<AttributeValue> {
  if (definitions.length === 0) return { value: guess(text) };
  if (text === '') return definitions[0]!.type === 'STRING' ? { value: '' } : { error: 'A value to set' };
  const reading = readAttribute(definitions, text);
  return 'error' in reading || reading.value === undefined
    ? { error: 'error' in reading ? reading.error : 'A value to set' }
    : { value: reading.value };
}

function guess(text: string): AttributeValue {
  if (text === 'true' || text === 'false') return text === 'true';
  // A number that would lose digits stays the text that it is.
  return text.trim() !== '' && keepsDigits(text.trim()) ? Number(text) : text;
}
