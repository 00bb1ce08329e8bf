import type { AttributeDefinition, Behavior } from '../../../model/experiment.ts';
import { createCatalog, ROOT_TYPE, type Catalog, type ResourceType } from '../../../model/rtype.ts';
import type { Guid } from '../../../model/units.ts';
import type { ControllerOf } from './controller-of.ts';
import { ResourceManager } from './resource-manager.ts';
import { SimulatedResource } from './simulated-resource.ts';

/**
 * A class of resource managers, for one type. Its static fields describe the type: they add to the type that it
 * extends, or replace parts of it, or say what is not inherited. NEPI: what ResourceManager.clsinit and clsinit_copy
 * make of a class.
 */
export interface ResourceClass {
  new (ec: ControllerOf<ResourceManager>, guid: Guid, type: ResourceType): ResourceManager;
  /** The name of the type. NEPI: ResourceManager._rtype. */
  readonly rtype: string;
  /** The type that it extends; default: the type of the class that it extends. */
  readonly extendsType?: string;
  /** Additional attributes. NEPI: ResourceManager._register_attribute and _register_attributes. */
  readonly attributes?: readonly AttributeDefinition[];
  /** Names of attributes that it does not inherit. NEPI: ResourceManager._remove_attribute. */
  readonly withoutAttributes?: readonly string[];
  /** Names of additional traces. NEPI: ResourceManager._register_trace and _register_traces. */
  readonly traces?: readonly string[];
  /** Names of traces that it does not inherit. NEPI: ResourceManager._remove_trace. */
  readonly withoutTraces?: readonly string[];
  /**
   * Whether it inherits the attributes and traces of the type that it extends. Default true. NEPI:
   * ResourceManager.clsinit_copy; false: clsinit.
   */
  readonly inherits?: boolean;
  /** The behavior of a simulated resource. */
  readonly behavior?: Behavior;
  /** The platform of its resources. NEPI: ResourceManager._platform. */
  readonly platform?: string;
  /** Describes it in a sentence. NEPI: ResourceManager._help. */
  readonly help?: string;
}

/** The type that all others extend. NEPI: the attributes that ResourceManager itself registers. */
const ROOT = createCatalog([
  {
    rtype: ROOT_TYPE,
    attributes: [
      { name: 'critical', type: 'BOOL', default: true, flags: ['Design'] },
      { name: 'hardRelease', type: 'BOOL', default: false, flags: ['Design'] },
    ],
  },
]);

/** The registered types of resources; creates resource managers. NEPI: ResourceFactory. */
export class ResourceFactory {
  #catalog: Catalog;
  readonly #classes = new Map<string, ResourceClass>();

  /** @param catalog the first types; their resources are simulated. */
  constructor(catalog: Catalog = ROOT) {
    this.#catalog = catalog;
  }

  /** The registered types. NEPI: ResourceFactory.resource_types. */
  get resourceTypes(): readonly ResourceType[] {
    return this.#catalog.types;
  }

  /** A registered type; undefined: there is none of that name. NEPI: ResourceFactory.get_resource_type. */
  getResourceType(rtype: string): ResourceType | undefined {
    return this.#catalog.get(rtype);
  }

  /**
   * Registers all types of a catalogue, except those that a class was registered for. NEPI:
   * ResourceFactory.populate_factory.
   */
  registerCatalog(catalog: Catalog): void {
    const types = new Map([...this.#catalog.types, ...catalog.types].map((type) => [type.rtype, type]));
    for (const rtype of this.#classes.keys()) types.set(rtype, this.#catalog.get(rtype)!);
    this.#catalog = catalogOf(types);
  }

  /**
   * Registers a class, and its type. NEPI: ResourceFactory.register_type.
   * @throws RangeError when the type that it extends is not registered, or is its own.
   */
  registerType(resourceClass: ResourceClass): void {
    const parentName = parentOf(resourceClass);
    const parent = this.#catalog.get(parentName);
    if (parentName === resourceClass.rtype) throw new RangeError(`${parentName} can't extend itself`);
    if (!parent) throw new RangeError(`${resourceClass.rtype} extends '${parentName}', which is not registered`);
    const type = typeOf(resourceClass, parent);
    this.#catalog = catalogOf(new Map([...this.#catalog.types, type].map((each) => [each.rtype, each])));
    this.#classes.set(type.rtype, resourceClass);
  }

  /**
   * Registers all classes of resources among the exports of a module, each after the one that it extends. NEPI:
   * ResourceFactory.find_types.
   * @throws RangeError when a class extends a type that is neither among them nor registered.
   */
  registerTypes(module: Readonly<Record<string, unknown>>): void {
    const classes = new Map(
      Object.values(module)
        .filter(isResourceClass)
        .map((each) => [each.rtype, each]),
    );
    const register = (resourceClass: ResourceClass): void => {
      classes.delete(resourceClass.rtype);
      const parent = classes.get(parentOf(resourceClass));
      if (parent) register(parent);
      this.registerType(resourceClass);
    };
    for (const each of classes.values()) register(each);
  }

  /**
   * Creates the manager of a resource; the controller calls this. NEPI: ResourceFactory.create.
   * @throws RangeError when the type is not registered.
   */
  create(rtype: string, ec: ControllerOf<ResourceManager>, guid: Guid): ResourceManager {
    const type = this.#catalog.get(rtype);
    if (!type) throw new RangeError(`there is no resource type '${rtype}'`);
    return new (this.#classOf(type))(ec, guid, type);
  }

  /** The class registered for the type, or else for the nearest type that it extends, or else SimulatedResource. */
  #classOf(type: ResourceType): ResourceClass | typeof SimulatedResource {
    if (this.#classes.size === 0) return SimulatedResource;
    for (const rtype of type.lineage) {
      const resourceClass = this.#classes.get(rtype);
      if (resourceClass) return resourceClass;
    }
    return SimulatedResource;
  }
}

function isResourceClass(value: unknown): value is ResourceClass {
  return typeof value === 'function' && value.prototype instanceof ResourceManager && Object.hasOwn(value, 'rtype');
}

function parentOf(resourceClass: ResourceClass): string {
  const parent = Object.getPrototypeOf(resourceClass) as { readonly rtype?: string };
  return own(resourceClass, 'extendsType') ?? parent.rtype ?? ROOT_TYPE;
}

/** A static field of the class itself. Inherited static fields are in the type that it extends already. */
function own<Key extends keyof ResourceClass>(resourceClass: ResourceClass, key: Key): ResourceClass[Key] | undefined {
  return Object.hasOwn(resourceClass, key) ? resourceClass[key] : undefined;
}

function typeOf(resourceClass: ResourceClass, parent: ResourceType): ResourceType {
  const inherited = inheritedFrom(parent, resourceClass);
  const platform = own(resourceClass, 'platform');
  return createCatalog(
    [
      {
        rtype: resourceClass.rtype,
        extends: parent.rtype,
        attributes: own(resourceClass, 'attributes') ?? [],
        traces: own(resourceClass, 'traces') ?? [],
        behavior: own(resourceClass, 'behavior') ?? {},
        help: own(resourceClass, 'help') ?? '',
        ...(platform !== undefined && { platform }),
      },
    ],
    catalogOf(new Map([[parent.rtype, inherited]])),
  ).get(resourceClass.rtype)!;
}

/** The parts of the parent's type that the class inherits. */
function inheritedFrom(parent: ResourceType, resourceClass: ResourceClass): ResourceType {
  const inherits = own(resourceClass, 'inherits') ?? true;
  const withoutAttributes = own(resourceClass, 'withoutAttributes') ?? [];
  const withoutTraces = own(resourceClass, 'withoutTraces') ?? [];
  if (inherits && withoutAttributes.length === 0 && withoutTraces.length === 0) return parent;
  return {
    ...parent,
    attributes: new Map([...parent.attributes].filter(([name]) => inherits && !withoutAttributes.includes(name))),
    traces: parent.traces.filter((name) => inherits && !withoutTraces.includes(name)),
  };
}

function catalogOf(types: ReadonlyMap<string, ResourceType>): Catalog {
  return {
    types: [...types.values()],
    get: (rtype) => types.get(rtype),
    isSubtype: (rtype, ancestor) => rtype === ancestor || (types.get(rtype)?.lineage.includes(ancestor) ?? false),
  };
}
