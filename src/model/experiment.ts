// What an experiment is, in memory. An experiment is a plain value that nobody changes: edits make the next one and
// leave what they don't touch identical, which is what lets the views skip it.
import { FORMAT, VERSION } from './schema.ts';
import type { Action, GatedPhase, Phase, State } from './state.ts';
import { type Guid, MAX_GUID } from './units.ts';
import { isBlank, shownText } from './visible-text.ts';

// These are the types of what schema.ts checks, written out to be read; test/model/schema.test.ts holds them to it. A time
// is text here: one number and one of `h m s ms us` (duration.ts).

/** A value of an attribute. */
export type AttributeValue = string | number | boolean;

/** What an attribute takes. NEPI: Types. */
export type AttributeType = 'STRING' | 'BOOL' | 'ENUM' | 'INTEGER' | 'DOUBLE';

/** Who may read and set an attribute, when, and what it is for. NEPI: Flags. */
export type AttributeFlag =
  | 'NoRead'
  | 'NoWrite'
  | 'Design'
  | 'Construct'
  | 'Credential'
  | 'Filter'
  | 'Reserved'
  | 'Global';

/** What a type says of one of its attributes. NEPI: Attribute. */
export interface AttributeDefinition {
  /** Unique in the type. NEPI: Attribute.name. */
  readonly name: string;
  /** NEPI: Attribute.type. */
  readonly type: AttributeType;
  /** What it is where nothing is set. NEPI: Attribute.default. */
  readonly default?: AttributeValue;
  /** The only values that it takes. NEPI: Attribute.allowed. */
  readonly allowed?: readonly AttributeValue[];
  /** The least and the greatest number that it takes. NEPI: Attribute.range. */
  readonly range?: readonly [number, number];
  /** NEPI: Attribute.flags. */
  readonly flags?: readonly AttributeFlag[];
  /** What it is for, in a sentence. NEPI: Attribute.help. */
  readonly help?: string;
}

/** A gate: connected resources that must have reached a state before a phase. NEPI: the checks at the head of do_... */
export interface Requirement {
  /** The phase that has to wait. */
  readonly before: GatedPhase;
  /** The type of those connected resources, subtypes included. Either this or `path`. */
  readonly type?: string;
  /** Connections are followed through resources of these types; those at the end count. */
  readonly path?: readonly string[];
  /** What each of them must have reached at least. */
  readonly state: State;
  /** How many there must be. Default 0. */
  readonly atLeast?: number;
}

/** Something random that a duration is drawn from, once in each run; what comes out negative is 0. Times are text. */
export type Distribution =
  | { readonly dist: 'uniform'; readonly min: string; readonly max: string }
  | { readonly dist: 'triangular'; readonly min: string; readonly mode: string; readonly max: string }
  | { readonly dist: 'normal'; readonly mean: string; readonly sd: string }
  | { readonly dist: 'lognormal'; readonly median: string; readonly sigma: number }
  | { readonly dist: 'exponential'; readonly mean: string };

/** A time as text, or a distribution to draw one from. */
export type DurationSpec = string | Distribution;

/** How a simulated resource behaves: how long its phases take, what they wait for, how they fail. */
export interface Behavior {
  /** How long it takes to be DISCOVERED; without one, no time, as with the other phases. */
  readonly discover?: DurationSpec;
  /** How long it takes to be PROVISIONED. */
  readonly provision?: DurationSpec;
  /** How long it takes to be READY. */
  readonly ready?: DurationSpec;
  /** How long it takes to be STARTED. */
  readonly start?: DurationSpec;
  /** How long after that it stops by itself; without one, never. */
  readonly run?: DurationSpec;
  /** How long it takes to be STOPPED. */
  readonly stop?: DurationSpec;
  /** How long it takes to be RELEASED. */
  readonly release?: DurationSpec;
  /** What has to be there first, in the order in which it is looked for. */
  readonly requires?: readonly Requirement[];
  /** How likely each phase fails at its end, from 0 to 1. */
  readonly failure?: Readonly<Partial<Record<Phase, number>>>;
}

/** A type of the user's own, as it stands in the file: what it adds to the type that it extends, or has in its place. */
export interface UserType {
  /** Its name, such as `lab::Sensor`. NEPI: ResourceManager._rtype. */
  readonly rtype: string;
  /** The type that it extends. Default `Resource`. */
  readonly extends?: string;
  /** Attributes of its own. NEPI: ResourceManager._register_attributes. */
  readonly attributes?: readonly AttributeDefinition[];
  /** Names of traces of its own. NEPI: ResourceManager._register_traces. */
  readonly traces?: readonly string[];
  /** Replaces what the type that it extends does, key by key. */
  readonly behavior?: Behavior;
}

/** A resource of the experiment, as designed. */
export interface Resource {
  /** What names it. */
  readonly guid: Guid;
  /** Its type. */
  readonly rtype: string;
  /** What a person calls it. */
  readonly label?: string;
  /** Where it stands on the canvas; of no meaning to a run. */
  readonly position?: { readonly x: number; readonly y: number };
  /** Where it stands in the picture of the conditions alone, when that has one of its own. */
  readonly conditionsPosition?: { readonly x: number; readonly y: number };
  /** The attributes that are set, and only those. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** The names of the traces that are enabled. */
  readonly traces: readonly string[];
  /** Replaces what its type does, key by key. */
  readonly behavior?: Behavior;
}

/** Two guids; symmetric, no order. NEPI: ExperimentController.register_connection. */
export type Connection = readonly [Guid, Guid];

/** Each of `resources` may do `action` only once `time` has passed since every one of `group` reached `state`. */
export interface Condition {
  /** Those who wait. */
  readonly resources: readonly Guid[];
  /** What they wait to do. */
  readonly action: Action;
  /** Those who are waited for. */
  readonly group: readonly Guid[];
  /** What these must have reached at least. */
  readonly state: State;
  /** How long ago, as text; without one it does not matter. */
  readonly time?: string;
}

/** A step that is about some resources and nothing else. */
export interface StepWith<Op extends string> {
  /** The controller's method. */
  readonly op: Op;
  /** Those that it is called with. */
  readonly resources: readonly Guid[];
}

/** One step of the experimenter's program: a call of the controller's method of that name, `time.sleep` for `sleep`. */
export type Step =
  | {
      readonly op: 'deploy';
      readonly resources?: readonly Guid[];
      readonly waitAllReady?: boolean;
      readonly group?: number;
    }
  | {
      readonly op: 'setWithConditions';
      readonly resources: readonly Guid[];
      readonly attribute: string;
      readonly value: AttributeValue;
      readonly group: readonly Guid[];
      readonly state: State;
      readonly time?: string;
    }
  | StepWith<'waitDeployed'>
  | StepWith<'waitStarted'>
  | StepWith<'waitFinished'>
  | StepWith<'waitReleased'>
  | {
      readonly op: 'set';
      readonly resources: readonly Guid[];
      readonly attribute: string;
      readonly value: AttributeValue;
    }
  | StepWith<'start'>
  | StepWith<'stop'>
  | { readonly op: 'sleep'; readonly time: string }
  | StepWith<'release'>
  | { readonly op: 'shutdown' };

/** How the experiment is simulated; what is left out has a default. */
export interface Simulation {
  /** How many tasks can run at a time; 0: no limit. Default 20. */
  readonly workers?: number;
  /** How long a task that was put off waits, as text. Default 1s. */
  readonly rescheduleDelay?: string;
  /** When the simulation gives up, as text. Default 24h. */
  readonly horizon?: string;
  /** Where random durations and failures come from. Default 1. */
  readonly seed?: number;
}

/** Resources that belong together on the canvas: a site, a rack. A resource is in one group at most; no run looks at it. */
export interface Group {
  /** What a person calls it. */
  readonly name: string;
  /** Those that belong to it. */
  readonly guids: readonly Guid[];
  /** Drawn as one node. Default false. */
  readonly collapsed?: boolean;
}

/**
 * An experiment. The lists are always there, though a file may leave them out. Without a `script` the default one runs:
 * deploy all, wait for those that come to an end, shut down (script.ts).
 */
export interface Experiment {
  /** Says what the file is. */
  readonly format: 'nepi-studio.experiment';
  /** Of the format. */
  readonly version: 1;
  /** Its name. NEPI: ExperimentController.exp_id. */
  readonly id: string;
  /** Types of the user's own. */
  readonly types: readonly UserType[];
  /** In no order. */
  readonly resources: readonly Resource[];
  /** Each pair once. */
  readonly connections: readonly Connection[];
  /** A resource that has several for an action looks at them in this order. */
  readonly conditions: readonly Condition[];
  /** The experimenter's program. */
  readonly script?: readonly Step[];
  /** How it is simulated. */
  readonly simulation: Simulation;
  /** What belongs together on the canvas. */
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

/**
 * The label a resource is shown by: its own, or the last part of its type and its guid (`Node 1`). A label of which
 * nothing can be seen counts as none.
 */
export function resourceLabel({ label = '', rtype, guid }: Resource): string {
  return shownText(isBlank(label) ? `${rtype.split('::').at(-1)} ${guid}` : label);
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

/**
 * Guids for new resources, in rising order: above all that are taken while the limit leaves room for that, else the lowest
 * free ones.
 */
export function freeGuids({ resources }: Pick<Experiment, 'resources'>, count: number): readonly Guid[] {
  let highest = 0;
  for (const { guid } of resources) if (guid > highest) highest = guid;
  if (highest + count <= MAX_GUID) return Array.from({ length: count }, (_, index) => highest + 1 + index);
  const taken = resourcesByGuid(resources);
  const free: Guid[] = [];
  for (let guid = 1; free.length < count; guid++) if (!taken.has(guid)) free.push(guid);
  return free;
}

/** The guid for one new resource, as {@link freeGuids} chooses it. */
export function nextGuid(experiment: Pick<Experiment, 'resources'>): Guid {
  return freeGuids(experiment, 1)[0]!;
}
