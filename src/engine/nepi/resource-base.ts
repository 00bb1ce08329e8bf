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
  readonly ec: ExperimentController;
  readonly guid: Guid;
  readonly type: ResourceType;
  /** What its time goes into. */
  readonly story: Story;
  /** The group it was last deployed with; 0: none. NEPI: deployment_group. */
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

  get rtype(): string {
    return this.type.rtype;
  }

  /** Whether it is of a type, or of one that extends it. NEPI: ResourceManager.is_rm_instance. */
  isRmInstance(rtype: string): boolean {
    return this.type.lineage.includes(rtype);
  }

  /** Tells those who poll for it of each state that it enters. */
  get signal(): Signal {
    return (this.#signal ??= new Signal());
  }

  // State and times

  /** NEPI: ResourceManager.state. */
  get state(): State {
    return STATES[this.#order]!;
  }

  /** The state's place in STATES. */
  get order(): number {
    return this.#order;
  }

  /** Whether it is at least READY. */
  get isReady(): boolean {
    return this.#order >= READY;
  }

  /** When it last entered a state; undefined: never. NEPI: discover_time, provision_time, ready_time, ... */
  stateTime(state: State): Micros | undefined {
    const time = this.enteredAt(STATE_ORDER[state]);
    return time < 0 ? undefined : time;
  }

  /** The same by the state's place in STATES; -1: never. */
  enteredAt(state: number): Micros {
    return this.ec.history.enteredAt(this.#row, state);
  }

  /** The event in which it last did; -1: none. */
  eventOf(state: number): number {
    return this.ec.history.enteredIn(this.#row, state);
  }

  /** When it last came to be at least in a state; -1: never. */
  reachedAt(state: number): Micros {
    return this.ec.history.reachedAt(this.#row, state);
  }

  /** When it first came to be at least in a state, in that event or a later one; -1: not since then. */
  firstReached(state: number, sinceEvent: number): Micros {
    return this.ec.history.firstReached(this.#row, state, sinceEvent);
  }

  /** The event in which it last did; -1: none. */
  reachedEvent(state: number): number {
    return this.ec.history.reachedIn(this.#row, state);
  }

  // NEPI: set_discovered, set_provisioned, ... `time`: when it is said to have happened, if not now.

  setDiscovered(time?: Micros): void {
    this.#setState(DISCOVERED, time);
  }

  setProvisioned(time?: Micros): void {
    this.#setState(PROVISIONED, time);
  }

  setReady(time?: Micros): void {
    this.#setState(READY, time);
  }

  setStarted(time?: Micros): void {
    this.#setState(STARTED, time);
  }

  setStopped(time?: Micros): void {
    this.#setState(STOPPED, time);
  }

  setFailed(time?: Micros): void {
    this.#setState(FAILED, time);
  }

  setReleased(time?: Micros): void {
    this.#setState(RELEASED, time);
  }

  /** NEPI: ResourceManager.set_state. */
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

  /** It runs, having started, until a task ends it. */
  protected runsUntil(end: Process, until: Micros): void {
    const wait = new Wait(ACTIVITY.phase, PHASE.run, 0, NO_STATE, until);
    this.#run = { wait, end };
    end.wait = wait;
    this.story.begin(wait);
  }

  /** Its run is to end at another time. */
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

  /** Its run, when it has one that has not ended. */
  protected get run(): { readonly wait: Wait; readonly end: Process } | undefined {
    return this.#run;
  }

  // Attributes

  /** NEPI: ResourceManager.get. @throws RangeError when the type has no such attribute. */
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
