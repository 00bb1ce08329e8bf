import { hasFlag } from '../../model/attribute.ts';
import type { AttributeDefinition, AttributeFlag, AttributeValue } from '../../model/experiment.ts';
import type { ResourceType } from '../../model/rtype.ts';
import { STATES, STATE_ORDER, type State } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import type { LogLine } from '../../record/chunk.ts';
import type { Process } from '../kernel/process.ts';
import { Signal } from '../kernel/signal.ts';
import { AttributeValues } from './attributes.ts';
import { ResourceError } from './errors.ts';
import type { ExperimentController } from './experiment-controller.ts';
import { ACTIVITY, NO_STATE, PHASE } from './journal.ts';
import { Story, Wait } from './story.ts';
import { Traces, type TraceAttr } from './traces.ts';

const { NEW, DISCOVERED, PROVISIONED, READY, STARTED, STOPPED, FAILED, RELEASED } = STATE_ORDER;

/** What a resource manager is and has: its state and times, attributes, traces, log. NEPI: ResourceManager, in part. */
export class ResourceBase {
  /** The controller of its experiment. NEPI: ResourceManager.ec. */
  readonly ec: ExperimentController;
  /** What names it in the experiment. NEPI: ResourceManager.guid. */
  readonly guid: Guid;
  /** Its type, with all that it inherits. NEPI: ResourceManager.get_help and get_platform; its template. */
  readonly type: ResourceType;
  /** What its time goes into. @internal */
  readonly story: Story;
  /** The group it was last deployed with; 0: none. NEPI: ResourceManager.deployment_group. */
  deploymentGroup = 0;

  /** Place of the state in STATES. */
  #order: number = NEW;
  readonly #row: number;
  /** Its run, until it stops, and the task that will end it. */
  #run: { readonly wait: Wait; readonly end: Process } | undefined;
  #signal: Signal | undefined;
  #attributes: AttributeValues | undefined;
  #traces: Traces | undefined;

  constructor(ec: ExperimentController, guid: Guid, type: ResourceType) {
    this.ec = ec;
    this.guid = guid;
    this.type = type;
    this.#row = ec.history.add();
    this.story = new Story(ec, guid);
  }

  /** The name of its type. NEPI: ResourceManager.get_rtype. */
  get rtype(): string {
    return this.type.rtype;
  }

  /** Whether it is of a type, or of one that extends it. NEPI: ResourceManager.is_rm_instance. */
  isRmInstance(rtype: string): boolean {
    return this.type.lineage.includes(rtype);
  }

  /** Tells those who poll for it of each state that it enters. @internal */
  get signal(): Signal {
    return (this.#signal ??= new Signal());
  }

  // State and times

  /** The state that it is in. NEPI: ResourceManager.state. */
  get state(): State {
    return STATES[this.#order]!;
  }

  /** The state's place in STATES: states are compared by it. NEPI: ResourceState. */
  get order(): number {
    return this.#order;
  }

  /** Whether it is at least READY. */
  get isReady(): boolean {
    return this.#order >= READY;
  }

  /**
   * When it last entered a state; undefined: never. NEPI: ResourceManager.discover_time, provision_time, ready_time,
   * start_time, stop_time, failed_time and release_time.
   */
  stateTime(state: State): Micros | undefined {
    const time = this.enteredAt(STATE_ORDER[state]);
    return time < 0 ? undefined : time;
  }

  /** The same by the state's place in STATES; -1: never. @internal */
  enteredAt(state: number): Micros {
    return this.ec.history.enteredAt(this.#row, state);
  }

  /** The event in which it last did; -1: none. @internal */
  eventOf(state: number): number {
    return this.ec.history.enteredIn(this.#row, state);
  }

  /** When it last came to be at least in a state; -1: never. @internal */
  reachedAt(state: number): Micros {
    return this.ec.history.reachedAt(this.#row, state);
  }

  /** When it first came to be at least in a state, in that event or a later one; -1: not since then. @internal */
  firstReached(state: number, sinceEvent: number): Micros {
    return this.ec.history.firstReached(this.#row, state, sinceEvent);
  }

  /** The event in which it last did; -1: none. @internal */
  reachedEvent(state: number): number {
    return this.ec.history.reachedIn(this.#row, state);
  }

  /** Enters DISCOVERED. NEPI: ResourceManager.set_discovered. @param time when it is said to have, if not now. */
  setDiscovered(time?: Micros): void {
    this.#setState(DISCOVERED, time);
  }

  /** Enters PROVISIONED. NEPI: ResourceManager.set_provisioned. @param time when it is said to have, if not now. */
  setProvisioned(time?: Micros): void {
    this.#setState(PROVISIONED, time);
  }

  /** Enters READY. NEPI: ResourceManager.set_ready. @param time when it is said to have, if not now. */
  setReady(time?: Micros): void {
    this.#setState(READY, time);
  }

  /** Enters STARTED. NEPI: ResourceManager.set_started. @param time when it is said to have, if not now. */
  setStarted(time?: Micros): void {
    this.#setState(STARTED, time);
  }

  /** Enters STOPPED. NEPI: ResourceManager.set_stopped. @param time when it is said to have, if not now. */
  setStopped(time?: Micros): void {
    this.#setState(STOPPED, time);
  }

  /** Enters FAILED. NEPI: ResourceManager.set_failed. @param time when it is said to have, if not now. */
  setFailed(time?: Micros): void {
    this.#setState(FAILED, time);
  }

  /** Enters RELEASED, for good. NEPI: ResourceManager.set_released. @param time when it is said to have, if not now. */
  setReleased(time?: Micros): void {
    this.#setState(RELEASED, time);
  }

  /** NEPI: ResourceManager.set_state; nothing follows RELEASED. */
  #setState(state: number, time: Micros | undefined): void {
    const { ec } = this;
    if (this.#order === RELEASED) return;
    if (this.#run) {
      this.story.end(this.#run.wait);
      this.#run = undefined;
    }
    ec.history.enter(this.#row, this.#order, state, time ?? ec.now, ec.chronicle.state(this.guid, state));
    this.#order = state;
    this.#signal?.notify(ec.simulator, 1 << state);
    if (state === RELEASED) this.story.finish();
    else if (state === READY && ec.group(this.deploymentGroup)?.isAwaited) this.story.awaitGroup(this.deploymentGroup);
  }

  /** It runs, having started, until a task ends it. @internal */
  protected runsUntil(end: Process, until: Micros): void {
    const wait = new Wait(ACTIVITY.phase, PHASE.run, 0, NO_STATE, until);
    this.#run = { wait, end };
    end.wait = wait;
    this.story.begin(wait);
  }

  /** Its run is to end at another time. @internal */
  protected runsOnUntil(until: Micros): void {
    if (!this.#run) return;
    const { wait, end } = this.#run;
    const next = new Wait(wait.activity, wait.ref, 0, NO_STATE, until);
    end.wait = this.story.change(wait, next, this.ec.now);
    this.#run = { wait: next, end };
    this.ec.simulator.reschedule(
      (process) => process === end,
      () => until,
    );
  }

  /** Its run, when it has one that has not ended. @internal */
  protected get run(): { readonly wait: Wait; readonly end: Process } | undefined {
    return this.#run;
  }

  // Attributes

  /**
   * The value of an attribute, as the resource itself sees it, whatever its flags say. NEPI: ResourceManager.get.
   * @throws RangeError when the type has no such attribute.
   */
  get(name: string): AttributeValue | undefined {
    return this.attributes.get(name, this.ec.globals(this.rtype));
  }

  /** The definitions of all its attributes, in order of name. NEPI: ResourceManager.get_attributes. */
  getAttributes(): readonly AttributeDefinition[] {
    return this.attributes.definitions();
  }

  /**
   * The definition of an attribute. NEPI: ResourceManager.get_attribute.
   * @throws RangeError when the type has no such attribute.
   */
  getAttribute(name: string): AttributeDefinition {
    return this.attributes.definition(name);
  }

  /**
   * Sets an attribute as an experimenter may. NEPI: ResourceManager.set.
   * @throws ResourceError when its flags or its kind forbid it. @throws RangeError when there is no such attribute.
   */
  set(name: string, value: AttributeValue): void {
    const problem = this.attributes.problem(name, value, this.#order > NEW);
    if (problem !== undefined) throw new ResourceError(this, problem);
    this.put(name, this.onSet(name, value));
  }

  /** Sets an attribute whatever its flags say: for the design that a run begins with, and for the resource itself. */
  put(name: string, value: AttributeValue): void {
    this.attributes.put(name, value);
    if (name === 'critical') this.ec.simulator.wakeAll();
  }

  /**
   * Called before an attribute is set, when its value has been found to be allowed; gives the value that it gets. What it
   * had is still there to `get`. NEPI: Attribute.set_hook.
   */
  protected onSet(_name: string, value: AttributeValue): AttributeValue {
    return value;
  }

  /** Whether an attribute has another value than its default. NEPI: ResourceManager.has_changed. */
  hasChanged(name: string): boolean {
    return this.attributes.hasChanged(name);
  }

  /**
   * Whether an attribute has a flag. NEPI: ResourceManager.has_flag.
   * @throws RangeError when the type has no such attribute.
   */
  hasFlag(name: string, flag: AttributeFlag): boolean {
    return hasFlag(this.attributes.definition(name), flag);
  }

  /** Whether the type has an attribute of that name. NEPI: ResourceManager.has_attribute. */
  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }

  /** The attributes, and what is set of them. @internal */
  get attributes(): AttributeValues {
    return (this.#attributes ??= new AttributeValues(this.type));
  }

  /** Whether its failure aborts the experiment: its attribute `critical`. NEPI: ResourceManager._register_attributes. */
  get isCritical(): boolean {
    return this.get('critical') !== false;
  }

  // Traces

  /** Has a trace kept. NEPI: ResourceManager.enable_trace. @throws RangeError when the type has no such trace. */
  enableTrace(name: string): void {
    (this.#traces ??= new Traces(this.type, `/${this.ec.expId}/${this.guid}`)).enable(name);
  }

  /** Whether a trace is kept. NEPI: ResourceManager.trace_enabled. */
  traceEnabled(name: string): boolean {
    return this.#traces?.isEnabled(name) ?? false;
  }

  /**
   * What was written to a trace so far, or about it. NEPI: ResourceManager.trace.
   * @param block of STREAM: how many characters there are in a block.
   * @param offset of STREAM: how many blocks to skip.
   * @throws RangeError when it is not enabled.
   */
  trace(name: string, attr: TraceAttr = 'ALL', block = 512, offset = 0): string | number {
    if (!this.#traces) throw new RangeError(`trace '${name}' of ${this.rtype} guid ${this.guid} is not enabled`);
    return this.#traces.read(name, attr, block, offset);
  }

  /** Writes to a trace; nothing happens unless it is enabled. */
  protected writeTrace(name: string, text: string): void {
    this.#traces?.write(name, text);
  }

  // Log. NEPI: Logger.

  /** What stands in the log for a message: it names type and guid. NEPI: ResourceManager.log_message. */
  logMessage(message: string): string {
    return `${this.rtype} guid ${this.guid} - ${message}`;
  }

  /** Writes a line into the log of the run. NEPI: Logger.debug, info, warning and error. */
  log(level: LogLine['level'], message: string): void {
    this.ec.chronicle.log(this.guid, level, this.logMessage(message));
  }
}
