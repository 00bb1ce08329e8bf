import type { AttributeValue } from '../../model/experiment.ts';
import type { ResourceType } from '../../model/rtype.ts';
import { STATES, STATE_ORDER, type State } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import type { LogLine } from '../../record/chunk.ts';
import { AttributeValues, valueUnset } from './attributes.ts';
import { ResourceError } from './errors.ts';
import type { ExperimentController } from './experiment-controller.ts';
import { Lifeline } from './lifeline.ts';
import type { ResourceManager } from './resource-manager.ts';
import { Traces, type TraceAttr } from './traces.ts';

const { NEW, DISCOVERED, PROVISIONED, READY, STARTED, STOPPED, FAILED, RELEASED } = STATE_ORDER;

/** What a resource manager is and has: its state and times, attributes, traces, log. NEPI: ResourceManager, in part. */
export class ResourceBase {
  /** What it goes through; for the engine. */
  readonly lifeline: Lifeline;
  #attributes: AttributeValues | undefined;
  #traces: Traces | undefined;

  constructor(ec: ExperimentController, guid: Guid, type: ResourceType) {
    this.lifeline = new Lifeline(this as unknown as ResourceManager, ec, guid, type);
  }

  /** NEPI: ResourceManager.ec. */
  get ec(): ExperimentController {
    return this.lifeline.ec;
  }

  /** NEPI: ResourceManager.guid. */
  get guid(): Guid {
    return this.lifeline.guid;
  }

  get type(): ResourceType {
    return this.lifeline.type;
  }

  get rtype(): string {
    return this.type.rtype;
  }

  // State and times

  /** NEPI: ResourceManager.state. */
  get state(): State {
    return STATES[this.lifeline.order]!;
  }

  /** The state's place in STATES. */
  get order(): number {
    return this.lifeline.order;
  }

  /** Whether it is at least READY. */
  get isReady(): boolean {
    return this.lifeline.isReady;
  }

  /** When it last entered a state; undefined: never. NEPI: discover_time, provision_time, ready_time, ... */
  stateTime(state: State): Micros | undefined {
    const time = this.lifeline.enteredAt(STATE_ORDER[state]);
    return time < 0 ? undefined : time;
  }

  // NEPI: set_discovered, set_provisioned, ... `time`: when it is said to have happened, if not now.

  setDiscovered(time?: Micros): void {
    this.lifeline.enter(DISCOVERED, time);
  }

  setProvisioned(time?: Micros): void {
    this.lifeline.enter(PROVISIONED, time);
  }

  setReady(time?: Micros): void {
    this.lifeline.enter(READY, time);
  }

  setStarted(time?: Micros): void {
    this.lifeline.enter(STARTED, time);
  }

  setStopped(time?: Micros): void {
    this.lifeline.enter(STOPPED, time);
  }

  setFailed(time?: Micros): void {
    this.lifeline.enter(FAILED, time);
  }

  setReleased(time?: Micros): void {
    this.lifeline.enter(RELEASED, time);
  }

  // Attributes

  /** NEPI: ResourceManager.get. @throws RangeError when the type has no such attribute. */
  get(name: string): AttributeValue | undefined {
    const globals = this.ec.globals(this.rtype);
    return this.#attributes ? this.#attributes.get(name, globals) : valueUnset(this.type, name, globals);
  }

  /**
   * Sets an attribute as an experimenter may. NEPI: ResourceManager.set.
   * @throws ResourceError when its flags or its kind forbid it. @throws RangeError when there is no such attribute.
   */
  set(name: string, value: AttributeValue): void {
    const problem = this.attributes.problem(name, value, this.order > NEW);
    if (problem !== undefined) throw new ResourceError(this, problem);
    this.put(name, this.onSet(name, value));
  }

  /** Sets an attribute whatever its flags say: for the design that a run begins with, and for the resource itself. */
  put(name: string, value: AttributeValue): void {
    this.attributes.put(name, value);
    if (name === 'critical') this.ec.simulator.wakeAll();
  }

  /** Called before an attribute is set; gives the value that it gets. NEPI: Attribute.set_hook. */
  protected onSet(_name: string, value: AttributeValue): AttributeValue {
    return value;
  }

  get attributes(): AttributeValues {
    return (this.#attributes ??= new AttributeValues(this.type));
  }

  /** Whether its failure aborts the experiment. */
  get isCritical(): boolean {
    return this.get('critical') !== false;
  }

  // Traces

  /** NEPI: ResourceManager.enable_trace. @throws RangeError when the type has no such trace. */
  enableTrace(name: string): void {
    (this.#traces ??= new Traces(this.type, `/${this.ec.expId}/${this.guid}`)).enable(name);
  }

  /** NEPI: ResourceManager.trace_enabled. */
  traceEnabled(name: string): boolean {
    return this.#traces?.isEnabled(name) ?? false;
  }

  /** NEPI: ResourceManager.trace. @throws RangeError when it is not enabled. */
  trace(name: string, attr: TraceAttr = 'ALL', block = 512, offset = 0): string | number {
    if (!this.#traces) throw new RangeError(`trace '${name}' of ${this.rtype} guid ${this.guid} is not enabled`);
    return this.#traces.read(name, attr, block, offset);
  }

  /** Writes to a trace; nothing happens unless it is enabled. */
  protected writeTrace(name: string, text: string): void {
    this.#traces?.write(name, text);
  }

  // Log. NEPI: Logger.

  /** NEPI: ResourceManager.log_message. */
  logMessage(message: string): string {
    return `${this.rtype} guid ${this.guid} - ${message}`;
  }

  log(level: LogLine['level'], message: string): void {
    this.ec.chronicle.log(this.guid, level, this.logMessage(message));
  }
}
