// The gate of all edits: what they make can be read back from a file. Only what an edit changed is looked at, told apart by
// identity, so that an edit of one resource among many stays cheap.
import { type Experiment, type Resource, resourcesByGuid } from '../model/experiment.ts';
import { ownValue } from '../model/own-value.ts';
import { isCoordinate, PLACE_FIELDS } from '../model/place.ts';
import { printPath } from './json-positions.ts';
import { type JsonPath, MAX_DEPTH } from './json-scanner.ts';
import {
  danglingProblems,
  type ExperimentFile,
  referenceProblems,
  repeatedMembers,
  repeatedTypes,
} from './references.ts';
import { schemaProblems, type SchemaProblem } from './schema-problems.ts';

/**
 * Says why an experiment that an edit made could not be opened again, in a sentence without its full stop; undefined when
 * it could. Never throws.
 * @param before the experiment that was edited, which can be opened.
 */
export function changeProblem(before: Experiment, after: Experiment): string | undefined {
  if (after === before) return undefined;
  const changed = changedParts(before, after);
  const nested = Object.values(changed).some((part) => !isPlain(part, MAX_DEPTH - 1));
  if (nested) return `lists and objects are nested more than ${MAX_DEPTH} levels deep, or hold what is no JSON`;
  const [problem] = [...schemaProblems(changed), ...brokenReferences(before, after, changed)];
  return problem && sentence(problem);
}

/** A file of what is new in an experiment; of a changed resource, its new fields and what names it. */
function changedParts(before: Experiment, after: Experiment): ExperimentFile {
  return {
    format: after.format,
    version: after.version,
    id: after.id,
    types: changedItems(before.types, after.types),
    resources: changedResources(before.resources, after.resources),
    connections: changedItems(before.connections, after.connections),
    conditions: changedItems(before.conditions, after.conditions),
    script: changedItems(before.script ?? [], after.script ?? []),
    simulation: after.simulation,
    groups: changedItems(before.groups, after.groups),
  };
}

/** The items of a list that another list has not. */
function changedItems<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  if (before === after) return [];
  // Most edits leave all but a few neighbors as they are.
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && after[start] === before[start]) start += 1;
  let behind = 0;
  while (behind < shorter - start && after[after.length - 1 - behind] === before[before.length - 1 - behind])
    behind += 1;
  const known = new Set(before.slice(start, before.length - behind));
  return after.slice(start, after.length - behind).filter((item) => !known.has(item));
}

type Resources = readonly Resource[];

/** Whether the same guids are in the same places: resources were changed at most, none came or went. */
function keepsGuids(before: Resources, after: Resources): boolean {
  if (before === after) return true;
  return before.length === after.length && before.every(({ guid }, place) => guid === after[place]!.guid);
}

function changedResources(before: Resources, after: Resources): Resources {
  if (before === after) return [];
  const changed: Resource[] = [];
  const look = (resource: Resource, former: Resource | undefined) => {
    const fields = resource === former ? undefined : changedFields(resource, former);
    if (fields) changed.push(fields);
  };
  if (keepsGuids(before, after)) after.forEach((resource, place) => look(resource, before[place]));
  else {
    const byGuid = resourcesByGuid(before);
    for (const resource of changedItems(before, after)) look(resource, byGuid.get(resource.guid));
  }
  return changed;
}

const NAMING: ReadonlySet<string> = new Set<keyof Resource>(['guid', 'rtype', 'label']);

/** The new fields of a resource, and what names it; undefined: none has to be looked at. */
function changedFields(resource: Resource, former: Resource | undefined): Resource | undefined {
  if (!former) return resource;
  const known = fieldsOf(former);
  const changed = Object.entries(resource).filter(([key, value]) => value !== ownValue(known, key));
  if (changed.every(([key, value]) => isMove(key, value, ownValue(known, key)))) return undefined;
  const naming = Object.entries(resource).filter(([key]) => NAMING.has(key));
  return Object.fromEntries([...naming, ...changed]) as unknown as Resource;
}

/** Whether a field is a place within the limit that differs in nothing else: one edit may move thousands of resources. */
function isMove(key: string, value: unknown, former: unknown): boolean {
  if (!PLACE_FIELDS.some((field) => field === key) || !isObject(value) || !isObject(former)) return false;
  return Object.entries(value).every(([name, member]) =>
    name === 'x' || name === 'y' ? isCoordinate(member) : member === ownValue(former, name),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const fieldsOf = (resource: Resource) => resource as unknown as Readonly<Record<string, unknown>>;

/** Whether a value can be written as JSON and read back, with at most so many levels of lists and objects. */
function isPlain(value: unknown, levels: number): boolean {
  if (typeof value === 'object' && value !== null) {
    return levels > 0 && Object.values(value).every((inner) => isPlain(inner, levels - 1));
  }
  return typeof value === 'number' ? Number.isFinite(value) : typeof value !== 'function' && typeof value !== 'bigint';
}

function brokenReferences(before: Experiment, after: Experiment, changed: ExperimentFile): readonly SchemaProblem[] {
  const isResource = (guid: number) => resourcesByGuid(after.resources).has(guid);
  if (!keepsGuids(before.resources, after.resources)) {
    const isDoubled = resourcesByGuid(after.resources).size !== after.resources.length;
    const isLost = before.resources.some(({ guid }) => !isResource(guid));
    if (isDoubled || isLost) return referenceProblems(after);
  }
  return [
    ...(before.types === after.types ? [] : repeatedTypes(after.types)),
    ...danglingProblems(changed, isResource),
    ...(before.groups === after.groups ? [] : repeatedMembers(after.groups)),
  ];
}

/** A problem without its position in a list: among the changed parts only, that position would mislead the user. */
function sentence({ path, message }: SchemaProblem): string {
  const within: JsonPath = typeof path[1] === 'number' ? path.slice(2) : path;
  return within.length > 0 ? `${printPath(within)}: ${message}` : message;
}
