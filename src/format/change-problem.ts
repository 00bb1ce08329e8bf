// The gate of all edits: what they make can be read back from a file. Only what an edit changed is looked at, told apart by
// identity, so that an edit of one resource among many stays cheap.
import { type Experiment, type Resource, resourcesByGuid } from '../model/experiment.ts';
import { printPath } from './json-positions.ts';
import { type JsonPath, MAX_DEPTH } from './json-scanner.ts';
import { danglingProblems, type ExperimentFile, referenceProblems } from './references.ts';
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
  const former = resourcesByGuid(before.resources);
  return {
    format: after.format,
    version: after.version,
    id: after.id,
    types: changedItems(before.types, after.types),
    resources: changedItems(before.resources, after.resources).map((resource) =>
      changedFields(resource, former.get(resource.guid)),
    ),
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
  // Most edits leave all but a few neighbours as they are.
  let start = 0;
  while (start < after.length && after[start] === before[start]) start += 1;
  let behind = 0;
  while (behind < after.length - start && after.at(-1 - behind) === before.at(-1 - behind)) behind += 1;
  const known = new Set(before.slice(start, before.length - behind));
  return after.slice(start, after.length - behind).filter((item) => !known.has(item));
}

const NAMING: ReadonlySet<string> = new Set<keyof Resource>(['guid', 'rtype', 'label']);

function changedFields(resource: Resource, former: Resource | undefined): Resource {
  if (!former) return resource;
  const known = new Map<string, unknown>(Object.entries(former));
  const changed = Object.entries(resource).filter(([key, value]) => NAMING.has(key) || known.get(key) !== value);
  return Object.fromEntries(changed) as unknown as Resource;
}

/** Whether a value can be written as JSON and read back, with at most so many levels of lists and objects. */
function isPlain(value: unknown, levels: number): boolean {
  if (typeof value === 'object' && value !== null) {
    return levels > 0 && Object.values(value).every((inner) => isPlain(inner, levels - 1));
  }
  return typeof value === 'number' ? Number.isFinite(value) : typeof value !== 'function' && typeof value !== 'bigint';
}

function brokenReferences(before: Experiment, after: Experiment, changed: ExperimentFile): readonly SchemaProblem[] {
  const byGuid = resourcesByGuid(after.resources);
  const isDoubled = byGuid.size !== after.resources.length;
  const isLost = before.resources !== after.resources && before.resources.some(({ guid }) => !byGuid.has(guid));
  if (isDoubled || isLost || before.types !== after.types || before.groups !== after.groups) {
    return referenceProblems(after);
  }
  return danglingProblems(changed, (guid) => byGuid.has(guid));
}

/** A problem without its place in a list: that of a part of the experiment says nothing to who made the edit. */
function sentence({ path, message }: SchemaProblem): string {
  const within: JsonPath = typeof path[1] === 'number' ? path.slice(2) : path;
  return within.length > 0 ? `${printPath(within)}: ${message}` : message;
}
