// Changes of the types that an experiment declares itself.
import { checkAttributeValue, parseAttributeText } from '../../model/attribute.ts';
import { keepsDigits } from '../../model/number-text.ts';
import type { AttributeDefinition, AttributeValue, UserType } from '../../model/experiment.ts';
import { type Catalog, createCatalog, ROOT_TYPE } from '../../model/rtype.ts';
import type { Reading } from '../drafts/draft.ts';

/** A new type with a name that is free. */
export function newUserType(types: readonly UserType[], catalog: Catalog): UserType {
  const taken = (name: string) => catalog.get(name) !== undefined || types.some(({ rtype }) => rtype === name);
  let number = 1;
  while (taken(`my::Type${number}`)) number++;
  return { rtype: `my::Type${number}`, extends: 'linux::Application' };
}

/** Reads a new name for one of the types. */
export function readTypeName(types: readonly UserType[], index: number, text: string): Reading<string> {
  const name = text.trim();
  if (!name) return { error: 'A type needs a name' };
  if (/\s/.test(name)) return { error: 'A name has no spaces' };
  if (types.some(({ rtype }, other) => other !== index && rtype === name))
    return { error: `${name} is declared already` };
  return { value: name };
}

/** Reads the name of the type to extend: one that is known and doesn't extend this one itself. */
export function readParent(types: readonly UserType[], index: number, catalog: Catalog, text: string): Reading<string> {
  const parent = text.trim() || ROOT_TYPE;
  const changed = types.with(index, { ...types[index]!, extends: parent });
  const resolved = createCatalog(changed, catalog, true);
  if (resolved.get(types[index]!.rtype)) return { value: parent };
  const isKnown = resolved.get(parent) || types.some(({ rtype }) => rtype === parent);
  return { error: isKnown ? `${parent} extends this type itself` : `${parent} is not a type` };
}

/** The type with another list; an empty one goes. */
export function withList<Key extends 'attributes' | 'traces'>(
  type: UserType,
  key: Key,
  list: NonNullable<UserType[Key]>,
): UserType {
  const { [key]: _former, ...rest } = type;
  return { ...(rest as UserType), ...(list.length > 0 && { [key]: list }) };
}

/** A new attribute with a name that is free among those given. */
export function newAttribute(attributes: readonly AttributeDefinition[]): AttributeDefinition {
  let number = attributes.length + 1;
  while (attributes.some(({ name }) => name === `attribute${number}`)) number++;
  return { name: `attribute${number}`, type: 'STRING' };
}

/** Reads a new name for one of the attributes. */
export function readAttributeName(
  attributes: readonly AttributeDefinition[],
  index: number,
  text: string,
): Reading<string> {
  const name = text.trim();
  if (!name) return { error: 'An attribute needs a name' };
  const taken = attributes.some((attribute, other) => other !== index && attribute.name === name);
  return taken ? { error: `${name} is there already` } : { value: name };
}

/** An attribute of another kind; what only the former kind had, and a default that doesn't suit, go. */
export function changeKind(attribute: AttributeDefinition, type: AttributeDefinition['type']): AttributeDefinition {
  const { default: preset, allowed, range, ...rest } = attribute;
  const isNumber = type === 'INTEGER' || type === 'DOUBLE';
  const next: AttributeDefinition = {
    ...rest,
    type,
    ...(allowed && type === 'ENUM' && { allowed }),
    ...(range && isNumber && { range }),
  };
  return preset !== undefined && checkAttributeValue(next, preset) === undefined ? { ...next, default: preset } : next;
}

/** Reads an attribute's default; an emptied field is none. */
export function readDefault(attribute: AttributeDefinition, text: string): Reading<AttributeDefinition> {
  const { default: _former, ...rest } = attribute;
  if (text === '') return { value: rest };
  const parsed = parseAttributeText(rest, text);
  return 'problem' in parsed ? { error: parsed.problem } : { value: { ...rest, default: parsed.value } };
}

/** What an attribute may be, as one line: `low, high` or `1 to 10`. */
export function limitsText({ allowed, range }: AttributeDefinition): string {
  if (allowed) return allowed.join(', ');
  return range ? `${range[0]} to ${range[1]}` : '';
}

/** Reads what an attribute may be: the values of an ENUM, the range of a number. The default must still suit. */
export function readLimits(attribute: AttributeDefinition, text: string): Reading<AttributeDefinition> {
  const { allowed: _allowed, range: _range, ...rest } = attribute;
  if (text.trim() === '') return { value: rest };
  if (attribute.type === 'ENUM') {
    const allowed: AttributeValue[] = text
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean);
    return suits({ ...rest, allowed });
  }
  const numbers = /^\s*(-?[\d.]+)\s*(?:to|\.\.|-)\s*(-?[\d.]+)\s*$/.exec(text);
  const range = [Number(numbers?.[1]), Number(numbers?.[2])] as const;
  const isExact = numbers?.slice(1).every(keepsDigits);
  if (!numbers || !isExact || !range.every(Number.isFinite) || range[0] > range[1])
    return { error: 'Two numbers, such as 1 to 10' };
  return suits({ ...rest, range });
}

function suits(attribute: AttributeDefinition): Reading<AttributeDefinition> {
  const problem = attribute.default === undefined ? undefined : checkAttributeValue(attribute, attribute.default);
  return problem === undefined ? { value: attribute } : { error: `The default doesn't suit: ${problem}` };
}

/** Reads the names of traces, with commas between them. */
export function readTraces(text: string): Reading<readonly string[]> {
  const traces = text
    .split(',')
    .map((trace) => trace.trim())
    .filter(Boolean);
  return new Set(traces).size === traces.length ? { value: traces } : { error: 'A trace is named twice' };
}
