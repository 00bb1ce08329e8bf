// An attribute's value as a field shows it, and a field's text as a value.
import type { AttributeDefinition, AttributeValue } from '../../model/experiment.ts';
import { attributeNotes, checkAttributeValue, parseAttributeText } from '../../model/attribute.ts';
import { shownValue } from '../../model/secrets.ts';
import { shownText } from '../../model/visible-text.ts';
import type { Reading } from '../drafts/draft.ts';

/** What a text field shows for a value; '' when unset. */
export function valueText(value: AttributeValue | undefined): string {
  return value === undefined ? '' : String(value);
}

/**
 * Reads what was typed for an attribute of one or several definitions, all of which the value must suit.
 * An emptied field means the empty text where any text will do, and elsewhere the default (undefined).
 */
export function readAttribute(
  definitions: readonly AttributeDefinition[],
  text: string,
): Reading<AttributeValue | undefined> {
  if (text === '' && definitions.some(({ type }) => type !== 'STRING')) return { value: undefined };
  const [first] = definitions;
  const parsed = parseAttributeText(first!, text);
  if ('problem' in parsed) return { error: parsed.problem };
  for (const definition of definitions) {
    const problem = checkAttributeValue(definition, parsed.value);
    if (problem !== undefined) return { error: problem };
  }
  return { value: parsed.value };
}

/** The default as a placeholder says it; a secret one is not said. */
export function defaultText(definition: AttributeDefinition): string {
  if (definition.default === undefined || definition.default === '') return '';
  return shownText(shownValue(definition, definition.default));
}

/** Whether an attribute that isn't set can be made the empty text, which is something else than its default, or none. */
export function canBeEmptied(definition: AttributeDefinition): boolean {
  return definition.type === 'STRING' && definition.default !== '';
}

/** What is to be said about an attribute where there is room: help, kind, default, notes. */
export function describeAttribute(definition: AttributeDefinition): { readonly help: string; readonly facts: string } {
  const kind = definition.type.toLowerCase();
  const preset = defaultText(definition);
  const facts = [preset ? `${kind}, default ${preset}.` : `${kind}.`, ...attributeNotes(definition)].join(' ');
  return { help: definition.help ?? '', facts: facts.charAt(0).toUpperCase() + facts.slice(1) };
}
