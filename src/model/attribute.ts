// What a value may be, and who may set it when. NEPI: Attribute, Types, Flags in nepi.execution.attribute.
import type { AttributeDefinition, AttributeFlag, AttributeValue } from './experiment.ts';
import { keepsDigits } from './number-text.ts';
import { isSecret } from './secret-attribute.ts';

/**
 * Why NEPI refuses a value for this attribute; undefined when it takes it. NEPI checks enumerations and ranges only and
 * keeps every other value as given, whatever its type. NEPI: the setter of Attribute.value.
 */
export function attributeRefusal(definition: AttributeDefinition, value: AttributeValue): string | undefined {
  switch (definition.type) {
    case 'ENUM':
      return checkAttributeValue(definition, value);
    case 'INTEGER':
    case 'DOUBLE': {
      const number = definition.range && toNumber(value);
      if (number === undefined) return undefined;
      return isInRange(definition, number) ? undefined : rangeProblem(definition, value, number);
    }
    case 'STRING':
    case 'BOOL':
      return undefined;
  }
}

/** The number that a value stands for where NEPI needs one, as Python's `float` reads it; NaN when it is none. */
function toNumber(value: AttributeValue): number {
  return typeof value !== 'string' || NUMBER_TEXT.test(value.trim()) ? Number(value) : Number.NaN;
}

const NUMBER_TEXT = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function isInRange({ range }: AttributeDefinition, number: number): boolean {
  return !range || (number >= range[0] && number <= range[1]);
}

function rangeProblem(definition: AttributeDefinition, value: AttributeValue, number: number): string {
  if (Number.isNaN(number)) return `${definition.name} takes ${valueHint(definition)}, not ${show(definition, value)}`;
  const [least, most] = definition.range!;
  return `${definition.name} is a number from ${least} to ${most}; not ${show(definition, value)}`;
}

/** Says why a value is not of this attribute's type and limits, and what would be; undefined when it is. */
export function checkAttributeValue(definition: AttributeDefinition, value: AttributeValue): string | undefined {
  if (!isOfKind(definition, value))
    return `${definition.name} takes ${valueHint(definition)}, not ${show(definition, value)}`;
  if (definition.allowed && !definition.allowed.includes(value)) {
    const allowed = isSecret(definition) ? 'the values that its type allows' : definition.allowed.join(', ');
    return `${definition.name} is one of ${allowed}; not ${show(definition, value)}`;
  }
  if (typeof value === 'number' && !isInRange(definition, value)) return rangeProblem(definition, value, value);
  return undefined;
}

/** The value written as the attribute's type has it: a number for the text `10`; undefined when it can't be. */
export function attributeInKind(definition: AttributeDefinition, value: AttributeValue): AttributeValue | undefined {
  const inKind =
    typeof value === 'string' ? readText(definition, value) : definition.type === 'STRING' ? String(value) : value;
  return inKind !== value && checkAttributeValue(definition, inKind) === undefined ? inKind : undefined;
}

/** What became of a text typed in for an attribute: its value, or what is wrong with it. */
export type ParsedAttribute = { readonly value: AttributeValue } | { readonly problem: string };

/** Reads a text as a value of the attribute. Text stays as it was typed; the other kinds take spaces around them. */
export function parseAttributeText(definition: AttributeDefinition, text: string): ParsedAttribute {
  const value = readText(definition, text);
  if (typeof value === 'number' && Number.isFinite(value) && !keepsDigits(text.trim()))
    return { problem: explainLoss(definition, text.trim(), value) };
  const problem = checkAttributeValue(definition, value);
  return problem === undefined ? { value } : { problem };
}

/** The value is one that its attribute may take, though not the one that was typed. */
function explainLoss(definition: AttributeDefinition, text: string, value: number): string {
  const { name } = definition;
  if (isSecret(definition)) return `${name} would lose digits: a number has about 15 digits that count`;
  return `${name} would become ${value}, not ${text}: a number has about 15 digits that count`;
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
      return NUMBER_TEXT.test(trimmed) ? Number(trimmed) : text;
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

/** A value in a sentence. A secret is not quoted. */
function show(definition: AttributeDefinition, value: AttributeValue): string {
  if (isSecret(definition)) return 'what is set (a secret, not shown)';
  if (typeof value !== 'string') return String(value);
  return value === '' ? 'an empty text' : `the text '${value}'`;
}

/** What a form should say about the attribute besides its help: kind, limits, who may set it when. Short sentences. */
export function attributeNotes(definition: AttributeDefinition): readonly string[] {
  const notes: string[] = [];
  if (definition.range) notes.push(`From ${definition.range[0]} to ${definition.range[1]}.`);
  for (const flag of definition.flags ?? []) {
    const note = flag === 'Credential' && !isSecret(definition) ? PUBLIC_NOTE : FLAG_NOTES[flag];
    if (note) notes.push(note);
  }
  return notes;
}

/** Of a credential that only names an account or a server. */
const PUBLIC_NOTE = 'Names your account or its server: no secret, shown and shared like any other.';

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

/** Whether the value is not to be shown at all. */
export function isHidden(definition: AttributeDefinition): boolean {
  return hasFlag(definition, 'NoRead');
}
