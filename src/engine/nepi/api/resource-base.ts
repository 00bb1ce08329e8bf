import { hasFlag } from '../../../model/attribute.ts';
import type { AttributeDefinition, AttributeFlag, AttributeValue } from '../../../model/experiment.ts';
import type { ResourceType } from '../../../model/rtype.ts';
import { STATES, STATE_ORDER, type State } from '../../../model/state.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import type { LogLine } from '../../../record/chunk.ts';
import { ResourceError } from '../errors.ts';
import { ResourceRuntime } from '../runtime/resource-runtime.ts';
import type { ManagedResource } from '../runtime/managed-resource.ts';
import { Traces, type TraceAttr } from '../runtime/traces.ts';
import { runtimeOf, type ExperimentFacade } from './experiment-facade.ts';

const { NEW, DISCOVERED, PROVISIONED, READY, STARTED, STOPPED, FAILED, RELEASED } = STATE_ORDER;

/** The runtime of a resource, which its manager hides from programs. */
export let resourceOf: (manager: ResourceBase<ExperimentFacade>) => ResourceRuntime;

/**
 * The part of a resource manager that describes the resource: state and times, attributes, traces, log. The class that
 * extends this one has the actions. NEPI: ResourceManager, in the order of the original.
 */
export abstract class ResourceBase<Controller extends ExperimentFacade> {
  readonly #resource: ResourceRuntime;
  readonly #ec: Controller;
  #traces: Traces | undefined;

  constructor(ec: Controller, guid: Guid, type: ResourceType) {
    this.#ec = ec;
    this.#resource = new ResourceRuntime(runtimeOf(ec), guid, type, this as unknown as ManagedResource);
  }

  static {
    resourceOf = (manager) => manager.#resource;
  }

  // Its type

  /** The name of its type. NEPI: ResourceManager.get_rtype. */
  get rtype(): string {
    return this.type.rtype;
  }

  /** The definitions of all its attributes, in order of name. NEPI: ResourceManager.get_attributes. */
  getAttributes(): readonly AttributeDefinition[] {
    return this.#resource.attributes.definitions();
  }

  /**
   * The definition of an attribute. NEPI: ResourceManager.get_attribute.
   * @throws RangeError when the type has no such attribute.
   */
  getAttribute(name: string): AttributeDefinition {
    return this.#resource.attributes.definition(name);
  }

  /** Its type, with all that it inherits. NEPI: ResourceManager.get_help and get_platform; its template. */
  get type(): ResourceType {
    return this.#resource.type;
  }

  // What it is and has

  /** Identifies it in the experiment. NEPI: ResourceManager.guid. */
  get guid(): Guid {
    return this.#resource.guid;
  }

  /** The controller of its experiment. NEPI: ResourceManager.ec. */
  get ec(): Controller {
    return this.#ec;
  }

  /** The group it was last deployed with; 0: none. NEPI: ResourceManager.deployment_group. */
  get deploymentGroup(): number {
    return this.#resource.group?.number ?? 0;
  }

  /**
   * When it last entered a state; undefined: never. NEPI: ResourceManager.discover_time, provision_time, ready_time,
   * start_time, stop_time, failed_time and release_time.
   */
  stateTime(state: State): Micros | undefined {
    const time = this.#resource.enteredAt(STATE_ORDER[state]);
    return time < 0 ? undefined : time;
  }

  /** The state that it is in. NEPI: ResourceManager.state. */
  get state(): State {
    return STATES[this.#resource.order]!;
  }

  /** The state's place in STATES, to compare states. NEPI: ResourceState. */
  get order(): number {
    return this.#resource.order;
  }

  /** Whether it is at least READY. */
  get isReady(): boolean {
    return this.#resource.isReady;
  }

  // Log. NEPI: Logger.

  /** The message as it is logged, with type and guid. NEPI: ResourceManager.log_message. */
  logMessage(message: string): string {
    return `${this.rtype} guid ${this.guid} - ${message}`;
  }

  /** Writes a line into the log of the run. NEPI: Logger.debug, info, warning and error. */
  log(level: LogLine['level'], message: string): void {
    this.#resource.context.recording.log(this.guid, level, this.logMessage(message));
  }

  // Attributes

  /**
   * Sets an attribute as an experimenter may. NEPI: ResourceManager.set.
   * @throws ResourceError when its flags, its range or its enumeration forbid it.
   * @throws RangeError when there is no such attribute.
   */
  set(name: string, value: AttributeValue): void {
    if (!this.hasAttribute(name)) {
      throw new RangeError(this.logMessage(`there is no attribute '${name}'`));
    }
    const problem = this.#resource.attributes.problem(name, value, this.order > NEW);
    if (problem !== undefined) throw new ResourceError(this, problem);
    this.put(name, this.onSet(name, value));
  }

  /** Sets an attribute whatever its flags are: for the initial design, and for the resource itself. */
  put(name: string, value: AttributeValue): void {
    this.#resource.attributes.put(name, value);
    if (name === 'critical') this.#resource.context.simulator.wakeAll();
  }

  /**
   * Called before an attribute is set to an allowed value; returns the value to set. `get` still returns the old one.
   * NEPI: Attribute.set_hook.
   */
  protected onSet(_name: string, value: AttributeValue): AttributeValue {
    return value;
  }

  /**
   * The value of an attribute, as the resource itself sees it, whatever its flags are. NEPI: ResourceManager.get.
   * @throws RangeError when the type has no such attribute.
   */
  get(name: string): AttributeValue | undefined {
    return this.#resource.get(name);
  }

  /**
   * Whether an attribute has another value than its default. NEPI: ResourceManager.has_changed.
   * @throws RangeError when the type has no such attribute.
   */
  hasChanged(name: string): boolean {
    return this.#resource.attributes.hasChanged(name);
  }

  /**
   * Whether an attribute has a flag. NEPI: ResourceManager.has_flag.
   * @throws RangeError when the type has no such attribute.
   */
  hasFlag(name: string, flag: AttributeFlag): boolean {
    return hasFlag(this.#resource.attributes.definition(name), flag);
  }

  /** Whether the type has an attribute of that name. NEPI: ResourceManager.has_attribute. */
  hasAttribute(name: string): boolean {
    return this.#resource.attributes.has(name);
  }

  /**
   * Whether its failure aborts the experiment: its attribute `critical`. NEPI: ResourceManager._register_attributes.
   */
  get isCritical(): boolean {
    const critical = this.get('critical');
    // As in Python's `if`: any text that is not empty counts as true.
    return critical === undefined || Boolean(critical);
  }

  // Traces

  /** Enables a trace. NEPI: ResourceManager.enable_trace. @throws RangeError when the type has no such trace. */
  enableTrace(name: string): void {
    (this.#traces ??= new Traces(this.type, `/${runtimeOf(this.#ec).expId}/${this.guid}`)).enable(name);
  }

  /** Whether a trace is enabled. NEPI: ResourceManager.trace_enabled. */
  traceEnabled(name: string): boolean {
    return this.#traces?.isEnabled(name) ?? false;
  }

  /**
   * What was written to a trace so far, or where it is, or its size. NEPI: ResourceManager.trace.
   * @param block of STREAM: how many characters there are in a block.
   * @param offset of STREAM: how many blocks to skip.
   * @throws RangeError when it is not enabled, or there is no such block.
   */
  trace(name: string, attr: TraceAttr = 'ALL', block = 512, offset = 0): string | number {
    if (!this.type.traces.includes(name)) throw new RangeError(`${this.rtype} has no trace '${name}'`);
    if (!this.#traces) throw new RangeError(`trace '${name}' of ${this.rtype} guid ${this.guid} is not enabled`);
    return this.#traces.read(name, attr, block, offset);
  }

  /** Writes to a trace, if it is enabled. */
  protected writeTrace(name: string, text: string): void {
    this.#traces?.write(name, text);
  }

  /** Whether it is of a type, or of one that extends it. NEPI: ResourceManager.is_rm_instance. */
  isRmInstance(rtype: string): boolean {
    return this.type.lineage.includes(rtype);
  }

  // States

  /** Enters STARTED. NEPI: ResourceManager.set_started. @param time when it happened, if not now. */
  setStarted(time?: Micros): void {
    this.#resource.enter(STARTED, time);
  }

  /** Enters STOPPED. NEPI: ResourceManager.set_stopped. @param time when it happened, if not now. */
  setStopped(time?: Micros): void {
    this.#resource.enter(STOPPED, time);
  }

  /** Enters READY. NEPI: ResourceManager.set_ready. @param time when it happened, if not now. */
  setReady(time?: Micros): void {
    this.#resource.enter(READY, time);
  }

  /** Enters RELEASED, for good. NEPI: ResourceManager.set_released. @param time when it happened, if not now. */
  setReleased(time?: Micros): void {
    this.#resource.enter(RELEASED, time);
  }

  /** Enters FAILED. NEPI: ResourceManager.set_failed. @param time when it happened, if not now. */
  setFailed(time?: Micros): void {
    this.#resource.enter(FAILED, time);
  }

  /** Enters DISCOVERED. NEPI: ResourceManager.set_discovered. @param time when it happened, if not now. */
  setDiscovered(time?: Micros): void {
    this.#resource.enter(DISCOVERED, time);
  }

  /** Enters PROVISIONED. NEPI: ResourceManager.set_provisioned. @param time when it happened, if not now. */
  setProvisioned(time?: Micros): void {
    this.#resource.enter(PROVISIONED, time);
  }
}
