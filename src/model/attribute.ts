// What a value may be, and who may set it when. NEPI: Attribute, Types, Flags in nepi.execution.attribute.
import type { AttributeDefinition, AttributeFlag, AttributeValue } from './experiment.ts';

/** Says why a value is not one for this attribute, and what would be; undefined when it is. */
export function checkAttributeValue(definition: AttributeDefinition, value: AttributeValue): string | undefined {
  if (!isOfKind(definition, value)) return `${definition.name} takes ${valueHint(definition)}, not ${show(value)}`;
  if (definition.allowed && !definition.allowed.includes(value)) {
    return `${definition.name} is one of ${definition.allowed.join(', ')}; not ${show(value)}`;
  }
  if (definition.range && typeof value === 'number') {
    const [least, most] = definition.range;
    if (value < least || value > most) return `${definition.name} is a number from ${least} to ${most}; not ${value}`;
  }
  return undefined;
}

/** What became of a text typed in for an attribute: its value, or what is wrong with it. */
export type ParsedAttribute = { readonly value: AttributeValue } | { readonly problem: string };

/** Reads a text as a value of the attribute. Text stays as it was typed; the other kinds take spaces around them. */
export function parseAttributeText(definition: AttributeDefinition, text: string): ParsedAttribute {
  const value = readText(definition, text);
  const problem = checkAttributeValue(definition, value);
  return problem === undefined ? { value } : { problem };
}

function readText({ type, allowed }: AttributeDefinition, text: string): AttributeValue {
  const trimmed = text.trim();
  switch (type) {
    case 'STRING':
      return text;
    case 'ENUM':
      return allowed?.find((value) => String(value) === trimmed) ?? trimmed;
    case 'BOOL':
      if (/^true$/i.test(trimmed)) return true;
      return /^false$/i.test(trimmed) ? false : text;
    case 'INTEGER':
    case 'DOUBLE':
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : text;
  }
}

function isOfKind({ type }: AttributeDefinition, value: AttributeValue): boolean {
  switch (type) {
    case 'STRING':
      return typeof value === 'string';
    case 'BOOL':
      return typeof value === 'boolean';
    case 'INTEGER':
      return Number.isInteger(value);
    case 'DOUBLE':
      return typeof value === 'number' && Number.isFinite(value);
    case 'ENUM':
      return true;
  }
}

function valueHint({ type, range }: AttributeDefinition): string {
  const limits = range ? ` from ${range[0]} to ${range[1]}` : '';
  switch (type) {
    case 'STRING':
    case 'ENUM':
      return 'text';
    case 'BOOL':
      return 'true or false';
    case 'INTEGER':
      return `a whole number${limits}${limits ? '' : ', such as 3'}`;
    case 'DOUBLE':
      return `a number${limits}${limits ? '' : ', such as 0.5'}`;
  }
}

function show(value: AttributeValue): string {
  if (typeof value !== 'string') return String(value);
  return value === '' ? 'an empty text' : `the text '${value}'`;
}

/** What a form should say about the attribute besides its help: kind, limits, who may set it when. Short sentences. */
export function attributeNotes(definition: AttributeDefinition): readonly string[] {
  const notes: string[] = [];
  if (definition.range) notes.push(`From ${definition.range[0]} to ${definition.range[1]}.`);
  for (const flag of definition.flags ?? []) {
    const note = FLAG_NOTES[flag];
    if (note) notes.push(note);
  }
  return notes;
}

const FLAG_NOTES: Readonly<Record<AttributeFlag, string>> = {
  NoRead: 'Its value is not shown.',
  NoWrite: 'Set by NEPI, not by you.',
  Design: 'Can be set until the resource is deployed.',
  Construct: 'Used when the resource is made.',
  Credential: 'Secret: masked here, and left out of what you share unless you ask for it.',
  Filter: 'Narrows down which resource is picked.',
  Reserved: "Belongs to the resource's own workings; the default is mostly right.",
  Global: 'One value for all resources of the type.',
};

/** Why the attribute can't be set, before or after its resource was deployed; undefined when it can. */
export function writeProblem(definition: AttributeDefinition, deployed: boolean): string | undefined {
  if (hasFlag(definition, 'NoWrite')) return `${definition.name} is set by NEPI and can't be set by you`;
  if (deployed && hasFlag(definition, 'Design')) {
    return `${definition.name} can only be set before the resource is deployed`;
  }
  return undefined;
}

/** Whether the attribute has a flag; in NEPI, credentials and filters have the flag Design as well. NEPI: Attribute.has_flag. */
export function hasFlag({ flags = [] }: AttributeDefinition, flag: AttributeFlag): boolean {
  return flags.includes(flag) || (flag === 'Design' && (flags.includes('Credential') || flags.includes('Filter')));
}

/** Whether the value must be masked on screen, and left out of what is shared. */
export function isSecret(definition: AttributeDefinition): boolean {
  return hasFlag(definition, 'Credential');
}

/** Whether the value is not to be shown at all. */
export function isHidden(definition: AttributeDefinition): boolean {
  return hasFlag(definition, 'NoRead');
}
