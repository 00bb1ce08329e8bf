// Resource types: what a catalogue knows of one, and how types inherit from each other.
import type { AttributeDefinition, Behavior, UserType } from './experiment.ts';

/** Which other types a type may be connected to. */
export interface ConnectionRule {
  /** The other type, subtypes included. */
  readonly type: string;
  /** How many there must be. */
  readonly min: number;
  /** How many there may be; without one, any number. */
  readonly max?: number;
}

/** How a type's resources come to an end. */
export type Runs = 'none' | 'instant' | 'to-completion' | 'until-stopped';

/** What NEPI does to a resource whose required neighbour is not connected: it stays NEW for ever, or becomes FAILED. */
export type IfMissing = 'waits' | 'fails';

/** A type as it is written down: only what it adds to, or replaces in, the type it extends. */
export interface TypeDeclaration extends UserType {
  /** Only other types are made from it. Default false. */
  readonly abstract?: boolean;
  /** Where its resources are: linux, planetlab, ... NEPI: ResourceManager._platform. */
  readonly platform?: string;
  /** What it may be connected to. */
  readonly connects?: readonly ConnectionRule[];
  /** NEPI's valid_connection really enforces `connects`, by exact type name. */
  readonly strict?: boolean;
  /** How its resources come to an end. */
  readonly runs?: Runs;
  /** What becomes of one without a neighbour that it needs. */
  readonly ifMissing?: IfMissing;
  /** What it is, in a sentence. NEPI: ResourceManager._help. */
  readonly help?: string;
}

/** A type with all that it inherits. */
export interface ResourceType {
  /** Its name. NEPI: ResourceManager.get_rtype. */
  readonly rtype: string;
  /** The type that it extends; undefined: it is the root. */
  readonly extends: string | undefined;
  /** Itself first, then its ancestors up to the root. */
  readonly lineage: readonly string[];
  /** Only other types are made from it. */
  readonly abstract: boolean;
  /** Where its resources are. NEPI: ResourceManager.get_platform. */
  readonly platform: string;
  /** Own and inherited; the nearest definition of a name counts. In order of name. */
  readonly attributes: ReadonlyMap<string, AttributeDefinition>;
  /** Names of the outputs that its resources can have, own and inherited. NEPI: ResourceManager.get_traces. */
  readonly traces: readonly string[];
  /** Merged key by key from the ancestors down; `requires` and `failure` are replaced whole. */
  readonly behavior: Behavior;
  /** What it may be connected to. */
  readonly connects: readonly ConnectionRule[];
  /** NEPI's valid_connection really enforces `connects`, by exact type name. */
  readonly strict: boolean;
  /** How its resources come to an end. */
  readonly runs: Runs;
  /** What becomes of one without a neighbour that it needs. */
  readonly ifMissing: IfMissing;
  /** What it is, in a sentence. NEPI: ResourceManager.get_help. */
  readonly help: string;
  /** Declared in the experiment's file, not in the catalogue. */
  readonly own: boolean;
}

/** The types that an experiment can use. NEPI: ResourceFactory. */
export interface Catalog {
  /** All types, in order of declaration. */
  readonly types: readonly ResourceType[];
  /** A type by its name. NEPI: ResourceFactory.get_resource_type. */
  get(rtype: string): ResourceType | undefined;
  /** Whether `rtype` is `ancestor` or extends it. Unknown types are only themselves. */
  isSubtype(rtype: string, ancestor: string): boolean;
}

/** The type that all others extend. NEPI: ResourceManager. */
export const ROOT_TYPE = 'Resource';

/** Later keys win; `undefined` never replaces. */
export function mergeBehavior(...behaviors: readonly (Behavior | undefined)[]): Behavior {
  const merged = new Map<string, unknown>();
  for (const behavior of behaviors)
    for (const [key, value] of Object.entries(behavior ?? {})) if (value !== undefined) merged.set(key, value);
  return Object.fromEntries(merged) as Behavior;
}

/**
 * Makes a catalogue of declarations, each after or before the type it extends.
 * A type whose ancestor is unknown, or that extends itself in a circle, is left out: rules/ says so to the user.
 * @param base a catalogue whose types the declarations may extend and replace.
 * @param own whether the declarations come from an experiment's file.
 */
export function createCatalog(declarations: readonly TypeDeclaration[], base?: Catalog, own = false): Catalog {
  const declared = new Map(declarations.map((declaration) => [declaration.rtype, declaration]));
  const resolved = new Map<string, ResourceType>((base?.types ?? []).map((type) => [type.rtype, type]));
  for (const rtype of declared.keys()) resolved.delete(rtype);
  const pending = new Set<string>();

  function resolve(rtype: string): ResourceType | undefined {
    const known = resolved.get(rtype);
    if (known) return known;
    const declaration = declared.get(rtype);
    if (!declaration || pending.has(rtype)) return undefined;
    const parentName = rtype === ROOT_TYPE ? undefined : (declaration.extends ?? ROOT_TYPE);
    pending.add(rtype);
    const parent = parentName === undefined ? undefined : resolve(parentName);
    pending.delete(rtype);
    if (parentName !== undefined && !parent) return undefined;
    const type = inherit(declaration, parent, own);
    resolved.set(rtype, type);
    return type;
  }
  for (const rtype of declared.keys()) resolve(rtype);

  return {
    types: [...resolved.values()],
    get: (rtype) => resolved.get(rtype),
    isSubtype: (rtype, ancestor) => rtype === ancestor || (resolved.get(rtype)?.lineage.includes(ancestor) ?? false),
  };
}

function inherit(declaration: TypeDeclaration, parent: ResourceType | undefined, own: boolean): ResourceType {
  const attributes = new Map(parent?.attributes);
  for (const attribute of declaration.attributes ?? []) attributes.set(attribute.name, attribute);
  return {
    rtype: declaration.rtype,
    extends: parent?.rtype,
    lineage: [declaration.rtype, ...(parent?.lineage ?? [])],
    abstract: declaration.abstract ?? false,
    platform: declaration.platform ?? parent?.platform ?? '',
    attributes: new Map([...attributes].sort(([a], [b]) => (a < b ? -1 : 1))),
    traces: [...new Set([...(parent?.traces ?? []), ...(declaration.traces ?? [])])],
    behavior: mergeBehavior(inheritedBehavior(declaration, parent), declaration.behavior),
    connects: declaration.connects ?? parent?.connects ?? [],
    strict: declaration.strict ?? parent?.strict ?? false,
    runs: declaration.runs ?? parent?.runs ?? 'none',
    ifMissing: declaration.ifMissing ?? parent?.ifMissing ?? 'waits',
    help: declaration.help ?? '',
    own,
  };
}

/** What a type takes over; one that says it doesn't end by itself takes no `run`. */
function inheritedBehavior(declaration: TypeDeclaration, parent: ResourceType | undefined): Behavior | undefined {
  if (declaration.runs !== 'until-stopped' && declaration.runs !== 'none') return parent?.behavior;
  const { run: _run, ...rest } = parent?.behavior ?? {};
  return rest;
}

const extended = new WeakMap<Catalog, WeakMap<readonly UserType[], Catalog>>();

/** The catalogue with an experiment's own types added; made once per list of types. */
export function withUserTypes(catalog: Catalog, types: readonly UserType[]): Catalog {
  if (types.length === 0) return catalog;
  let known = extended.get(catalog);
  if (!known) extended.set(catalog, (known = new WeakMap()));
  let result = known.get(types);
  if (!result) known.set(types, (result = createCatalog(types, catalog, true)));
  return result;
}
