// What the schema finds, in our words. Where schema.ts gives a message of its own that one stands; the others are
// written here, from what the schema library says it expected.
import { ATTRIBUTE_VALUE_HELP, attributeValueSchema, experimentFileSchema } from '../model/schema.ts';
import { ownValue } from '../model/own-value.ts';
import { isSecretName } from '../model/secret-attribute.ts';
import type { JsonPath } from './json-scanner.ts';

export interface SchemaProblem {
  readonly path: JsonPath;
  readonly message: string;
}

type SchemaIssue = NonNullable<ReturnType<typeof experimentFileSchema.safeParse>['error']>['issues'][number];
type RawIssue = Readonly<Record<string, unknown>>;

/** What a value breaks in the schema, one problem a place, in the schema's order. Empty: it is sound. */
export function schemaProblems(value: unknown): readonly SchemaProblem[] {
  const checked = experimentFileSchema.safeParse(value, { error: (issue) => rule(issue as unknown as RawIssue) });
  const problems = new Map<string, SchemaProblem>();
  for (const found of checked.error?.issues ?? []) {
    const issue = nearest(found);
    const around = issue.path.filter((key) => typeof key !== 'symbol');
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...around, key]) : [around];
    for (const path of paths) {
      const place = JSON.stringify(path);
      // A value can break several rules at once; the first is the one to tell.
      if (!problems.has(place)) problems.set(place, { path, message: `${judge(value, path)}: ${issue.message}` });
    }
  }
  return [...problems.values(), ...protoProblems(value)];
}

/** The schema library skips an own field called `__proto__` in a record, so what stands there is checked here. */
function protoProblems(value: unknown): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const look = (path: JsonPath, isRight: (found: unknown) => boolean, message: string) => {
    let holder = value;
    for (const key of path) holder = ownField(holder, key);
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, '__proto__')) return;
    const place = [...path, '__proto__'];
    if (!isRight(ownField(holder, '__proto__')))
      problems.push({ path: place, message: `${judge(value, place)}: ${message}` });
  };
  for (const list of ['resources', 'types']) {
    const items = ownField(value, list);
    for (let index = 0; Array.isArray(items) && index < items.length; index++) {
      const isValue = (found: unknown) => attributeValueSchema.safeParse(found).success;
      if (list === 'resources') look([list, index, 'attributes'], isValue, ATTRIBUTE_VALUE_HELP);
      look([list, index, 'behavior', 'failure'], () => false, UNKNOWN_FIELD);
    }
  }
  return problems;
}

/** The value of an object's own field; undefined where there is none. */
function ownField(holder: unknown, key: string | number): unknown {
  return typeof holder === 'object' && holder !== null
    ? ownValue(holder as Readonly<Record<string, unknown>>, String(key))
    : undefined;
}

/** Of what a union's branches say, the one that got furthest: the others are of another kind altogether. */
function nearest(issue: SchemaIssue): SchemaIssue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const inner = issue.errors.find((branch) => branch.some(({ path }) => path.length > 0))?.[0];
  return inner ? nearest({ ...inner, path: [...issue.path, ...inner.path] }) : issue;
}

/** The value at fault, as the beginning of a sentence: `"2m30s" does not fit`. */
function judge(root: unknown, path: JsonPath): string {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
      return `is missing${whose(root, path)}`;
    value = ownField(value, key);
  }
  const shown = path.some((key) => typeof key === 'string' && isSecretName(key)) ? 'what is set' : showValue(value);
  return `${shown} does not fit${whose(root, path)}`;
}

/** Which resource or type a path leads into, as far as it can be told: ` (guid 7, "server")`. */
function whose(root: unknown, [list, index]: JsonPath): string {
  if (list !== 'resources' && list !== 'types') return '';
  const items = (root as Readonly<Record<string, unknown>>)[list];
  const item: unknown = Array.isArray(items) && typeof index === 'number' ? items[index] : undefined;
  if (typeof item !== 'object' || item === null) return '';
  const { guid, label, rtype } = item as Readonly<Record<string, unknown>>;
  const known =
    list === 'types' ? [rtype] : [typeof guid === 'number' ? `guid ${guid}` : undefined, label && showValue(label)];
  const named = known.filter((part) => typeof part === 'string' && part !== '');
  return named.length > 0 ? ` (${named.join(', ')})` : '';
}

/** A value in short, for a sentence. */
export function showValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'this list';
  if (typeof value === 'object' && value !== null) return 'this object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 56)}..."` : text;
}

const UNKNOWN_FIELD = 'no field of this name is known here: check its spelling';

const KINDS: ReadonlyMap<unknown, string> = new Map([
  ['string', 'a text in double quotes'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list, in [ ],'],
  ['tuple', 'a list, in [ ],'],
  ['object', 'an object, in { },'],
  ['record', 'an object, in { },'],
]);

/** The rule that was broken. Raw issues are read loosely: the library may add kinds, and a message must still come. */
function rule(issue: RawIssue): string {
  switch (issue['code']) {
    case 'invalid_type':
      return `${KINDS.get(issue['expected']) ?? 'something else'} is needed here`;
    case 'invalid_value':
      return oneOf(issue['values']);
    case 'invalid_union':
      return oneOf(issue['options']);
    case 'unrecognized_keys':
      return UNKNOWN_FIELD;
    case 'too_small':
      return `at least ${amount(issue, issue['minimum'])} needed here`;
    case 'too_big':
      return `at most ${amount(issue, issue['maximum'])} allowed here`;
    default:
      return 'see the description of the experiment file (nepi-studio schema)';
  }
}

function amount(issue: RawIssue, limit: unknown): string {
  const things = issue['origin'] === 'array' ? 'items are' : issue['origin'] === 'string' ? 'characters are' : 'is';
  return `${String(limit)} ${things}`;
}

function oneOf(values: unknown): string {
  if (!Array.isArray(values)) return 'something else is needed here';
  const shown = values.map((value) => JSON.stringify(value));
  return shown.length === 1 ? `${shown[0]} is needed here` : `one of ${shown.join(', ')} is needed here`;
}
