// What an experiment is, in memory. An experiment is a plain value that nobody changes: edits make the next one and
// leave what they don't touch identical, which is what lets the views skip it.
import type { z } from 'zod';
import type {
  attributeDefinitionSchema,
  behaviorSchema,
  conditionSchema,
  connectionSchema,
  distributionSchema,
  durationOrDistributionSchema,
  groupSchema,
  requirementSchema,
  resourceSchema,
  simulationSchema,
  stepSchema,
  userTypeSchema,
} from './schema.ts';
import { FORMAT, VERSION } from './schema.ts';
import { type Guid, MAX_GUID } from './units.ts';

type DeepReadonly<T> = T extends (infer Item)[]
  ? number extends T['length']
    ? readonly DeepReadonly<Item>[]
    : { readonly [Index in keyof T]: DeepReadonly<T[Index]> }
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
/** zod writes optional fields as `| undefined`; ours are absent or there. */
type Exact<T> = T extends readonly unknown[]
  ? { [Index in keyof T]: Exact<T[Index]> }
  : T extends object
    ? { [Key in keyof T]: Exact<Exclude<T[Key], undefined>> }
    : T;
type Value<Schema extends z.ZodType> = DeepReadonly<Exact<z.infer<Schema>>>;

export type AttributeValue = string | number | boolean;
export type AttributeDefinition = Value<typeof attributeDefinitionSchema>;
export type AttributeFlag = NonNullable<AttributeDefinition['flags']>[number];
/** A gate: connected resources that must have reached a state before a phase. */
export type Requirement = Value<typeof requirementSchema>;
export type Distribution = Value<typeof distributionSchema>;
/** A time as text, or a distribution to draw one from. */
export type DurationSpec = Value<typeof durationOrDistributionSchema>;
/** How a simulated resource behaves: how long its phases take, what they wait for, how they fail. */
export type Behavior = Value<typeof behaviorSchema>;
/** A type of the user's own, as it stands in the file. */
export type UserType = Value<typeof userTypeSchema>;
/** Two guids; symmetric, no order. NEPI: register_connection. */
export type Connection = Value<typeof connectionSchema>;
/** Each of `resources` may do `action` only once `time` has passed since every one of `group` reached `state`. */
export type Condition = Value<typeof conditionSchema>;
/** One step of the experimenter's program. */
export type Step = Value<typeof stepSchema>;
export type Simulation = Value<typeof simulationSchema>;
/** Resources that belong together on the canvas: a site, a rack. A resource is in one group at most; no run looks at it. */
export type Group = Value<typeof groupSchema>;

/** A resource of the experiment, as designed. `attributes` holds only those set. */
export interface Resource extends Omit<Value<typeof resourceSchema>, 'attributes' | 'traces'> {
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly traces: readonly string[];
}

/**
 * An experiment. The lists are always there, though a file may leave them out. Without a `script` the default one
 * runs (see {@link defaultScript} in script.ts).
 */
export interface Experiment {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly id: string;
  readonly types: readonly UserType[];
  readonly resources: readonly Resource[];
  readonly connections: readonly Connection[];
  readonly conditions: readonly Condition[];
  readonly script?: readonly Step[];
  readonly simulation: Simulation;
  readonly groups: readonly Group[];
}

/** A new, empty experiment. */
export function createExperiment(id: string): Experiment {
  return {
    format: FORMAT,
    version: VERSION,
    id,
    types: [],
    resources: [],
    connections: [],
    conditions: [],
    simulation: {},
    groups: [],
  };
}

/** The label a resource is shown by: its own, or the last part of its type and its guid (`Node 1`). */
export function resourceLabel(resource: Resource): string {
  return resource.label || `${resource.rtype.split('::').at(-1)} ${resource.guid}`;
}

const indexes = new WeakMap<readonly Resource[], ReadonlyMap<Guid, Resource>>();

/** The resources by guid; made once per list. */
export function resourcesByGuid(resources: readonly Resource[]): ReadonlyMap<Guid, Resource> {
  let index = indexes.get(resources);
  if (!index) {
    index = new Map(resources.map((resource) => [resource.guid, resource]));
    indexes.set(resources, index);
  }
  return index;
}

/** The lowest guid above all that are taken; the lowest free one when the highest possible is taken. */
export function nextGuid(experiment: Experiment): Guid {
  let highest = 0;
  for (const { guid } of experiment.resources) if (guid > highest) highest = guid;
  if (highest < MAX_GUID) return highest + 1;
  const taken = resourcesByGuid(experiment.resources);
  let free = 1;
  while (taken.has(free)) free += 1;
  return free;
}
