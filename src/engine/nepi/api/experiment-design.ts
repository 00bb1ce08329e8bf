import type { AttributeDefinition, AttributeValue } from '../../../model/experiment.ts';
import { STATE_ORDER, type Action, type State } from '../../../model/state.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import { SCRIPT_GUID } from '../../../record/chunk.ts';
import { listOf, microsOrNone, type OneOrMore, type Time } from '../runtime/arguments.ts';
import { createCondition } from '../runtime/condition.ts';
import { addCondition } from '../runtime/conditions.ts';
import { ExperimentRuntime, type RuntimeOptions } from '../runtime/experiment-runtime.ts';
import type { ResourceTypes } from '../runtime/global-values.ts';
import type { ManagedResource } from '../runtime/managed-resource.ts';
import type { TraceAttr } from '../runtime/traces.ts';
import { ExperimentFacade, runtimeOf } from './experiment-facade.ts';
import { resourceOf, type ResourceBase } from './resource-base.ts';

/** Any resource manager, whatever the class of its controller. */
export type AnyManager = ResourceBase<ExperimentFacade> & ManagedResource;

/** Creates the resource managers of a controller. */
export interface ManagerFactory<Manager> extends ResourceTypes {
  create(rtype: string, ec: ExperimentFacade, guid: Guid): Manager;
}

/** What a controller is made with, defaults filled in. */
export interface ControllerSettings<Manager> extends RuntimeOptions {
  readonly factory: ManagerFactory<Manager>;
  /** The first line of the log. */
  readonly warning?: string;
}

/**
 * The part of a controller that describes an experiment: its resources, their attributes, traces, connections and
 * conditions. NEPI: ExperimentController, in the order of the original.
 */
export abstract class ExperimentDesign<Manager extends AnyManager> extends ExperimentFacade {
  /** The experiment's name. NEPI: ExperimentController.exp_id. */
  readonly expId: string;
  /** The delay after which a task that was put off is tried again. NEPI: ResourceManager.reschedule_delay. */
  readonly rescheduleDelay: Micros;
  /** When the simulation gives up. */
  readonly horizon: Micros;
  /** The seed of random durations and failures. */
  readonly seed: number;
  readonly #factory: ManagerFactory<Manager>;

  constructor(settings: ControllerSettings<Manager>) {
    const runtime = new ExperimentRuntime(settings);
    super(runtime);
    this.expId = settings.expId;
    this.rescheduleDelay = settings.rescheduleDelay;
    this.horizon = settings.horizon;
    this.seed = settings.seed;
    this.#factory = settings.factory;
    if (settings.warning !== undefined) runtime.recording.log(SCRIPT_GUID, 'warning', settings.warning);
  }

  /** The manager of a resource. NEPI: ExperimentController.get_resource. @throws RangeError when there is none. */
  getResource(guid: Guid): Manager {
    return runtimeOf(this).resource(guid).manager as unknown as Manager;
  }

  /** The resources of a type, subtypes included, unlike NEPI's. NEPI: ExperimentController.get_resources_by_type. */
  getResourcesByType(rtype: string): readonly Manager[] {
    return this.resources.map((guid) => this.getResource(guid)).filter((rm) => rm.type.lineage.includes(rtype));
  }

  /** Removes a resource and its connections. NEPI: ExperimentController.remove_resource. */
  removeResource(guid: Guid): void {
    runtimeOf(this).remove(guid);
  }

  /** All guids, in order. NEPI: ExperimentController.resources. */
  get resources(): readonly Guid[] {
    return runtimeOf(this).table.guids();
  }

  /** The guids of the same resources. NEPI: ExperimentController.filter_resources. */
  filterResources(rtype: string): readonly Guid[] {
    return this.getResourcesByType(rtype).map(({ guid }) => guid);
  }

  /**
   * Adds a resource to the experiment. NEPI: ExperimentController.register_resource.
   * @returns its guid: the next one, unless one is given.
   * @throws RangeError when there is no such type, or the guid is not valid or is taken.
   */
  registerResource(rtype: string, guid: Guid = runtimeOf(this).table.last + 1): Guid {
    const { table } = runtimeOf(this);
    table.checkFree(guid);
    table.add(resourceOf(this.#factory.create(rtype, this, guid)));
    return guid;
  }

  /** The definitions of a resource's attributes. NEPI: ExperimentController.get_attributes. */
  getAttributes(guid: Guid): readonly AttributeDefinition[] {
    return this.getResource(guid).getAttributes();
  }

  /**
   * The definition of an attribute. NEPI: ExperimentController.get_attribute.
   * @throws RangeError when there is none.
   */
  getAttribute(guid: Guid, name: string): AttributeDefinition {
    return this.getResource(guid).getAttribute(name);
  }

  /**
   * Connects two resources, each only if it finds the connection valid. NEPI: ExperimentController.register_connection.
   */
  registerConnection(guid1: Guid, guid2: Guid): void {
    this.getResource(guid1).registerConnection(guid2);
    this.getResource(guid2).registerConnection(guid1);
  }

  /**
   * Each of `guids` may do `action` only once every one of `group` has reached `state`. NEPI:
   * ExperimentController.register_condition.
   * @param time how long ago they must have reached it; without one it does not matter.
   */
  registerCondition(guids: OneOrMore, action: Action, group: OneOrMore, state: State, time?: Time): void {
    const runtime = runtimeOf(this);
    const resources = listOf(guids).map((guid) => runtime.resource(guid));
    const condition = createCondition(listOf(group), state, microsOrNone(time), runtime.nextCondition++);
    for (const resource of resources) addCondition(resource, action, condition);
  }

  /** Enables a trace. NEPI: ExperimentController.enable_trace. @throws RangeError when the type has no such trace. */
  enableTrace(guid: Guid, name: string): void {
    this.getResource(guid).enableTrace(name);
  }

  /** Whether a trace is enabled. NEPI: ExperimentController.trace_enabled. */
  traceEnabled(guid: Guid, name: string): boolean {
    return this.getResource(guid).traceEnabled(name);
  }

  /**
   * What was written to a trace so far, or where it is, or its size. NEPI: ExperimentController.trace.
   * @param block of STREAM: how many characters there are in a block.
   * @param offset of STREAM: how many blocks to skip.
   * @throws RangeError when it is not enabled, or there is no such block.
   */
  trace(guid: Guid, name: string, attr: TraceAttr = 'ALL', block = 512, offset = 0): string | number {
    return this.getResource(guid).trace(name, attr, block, offset);
  }

  /** The names of the traces that a resource can have. NEPI: ExperimentController.get_traces. */
  getTraces(guid: Guid): readonly string[] {
    return this.getResource(guid).type.traces;
  }

  /**
   * The value of an attribute, as an experimenter may see it: a secret is masked, and what may not be read is
   * undefined. NEPI: ExperimentController.get.
   * @throws RangeError when the type has no such attribute.
   */
  get(guid: Guid, name: string): AttributeValue | undefined {
    const { attributes, type, context } = runtimeOf(this).resource(guid);
    return attributes.show(name, context.globals(type.rtype));
  }

  /**
   * Sets an attribute, as an experimenter may. NEPI: ExperimentController.set.
   * @throws ResourceError when its flags, its range or its enumeration forbid it.
   * @throws RangeError when the type has no such attribute.
   */
  set(guid: Guid, name: string, value: AttributeValue): void {
    runtimeOf(this).set(guid, name, value);
  }

  /**
   * The value of an attribute for all resources of a type. NEPI: ExperimentController.get_global.
   * @throws RangeError when the type has no such global attribute.
   */
  getGlobal(rtype: string, name: string): AttributeValue | undefined {
    return runtimeOf(this).globalValues.show(rtype, name);
  }

  /**
   * Sets an attribute for all resources of a type that have no value of their own. NEPI:
   * ExperimentController.set_global.
   * @throws RangeError when the type has no such global attribute, or its flags, its range or its enumeration forbid
   * the value.
   */
  setGlobal(rtype: string, name: string, value: AttributeValue): void {
    const { globalValues, resources, simulator } = runtimeOf(this);
    const isDeployed = resources.some(({ type, order }) => type.rtype === rtype && order > STATE_ORDER.NEW);
    globalValues.set(rtype, name, value, isDeployed);
    if (name === 'critical') simulator.wakeAll();
  }
}
