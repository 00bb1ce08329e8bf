import type { AttributeValue } from '../../../model/experiment.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import { SCRIPT_GUID } from '../../../record/chunk.ts';
import type { Batch } from '../../kernel/tasks/batch.ts';
import type { Process } from '../../kernel/tasks/process.ts';
import type { Clock } from './clock.ts';
import { VIA } from './codes.ts';
import { Reason } from './reason.ts';
import type { Recorder } from './recorder.ts';

/** In place of the reason of a process: the tracking itself holds it, see {@link CauseTracking}. */
const CURRENT = new Reason(-1, VIA.begin, 0);

/**
 * Records events with their causes. A process carries the reason why it goes on; of several reasons the one that came
 * last counts. Each event of a process is the reason for its next one, and for what it schedules.
 *
 * Most processes schedule nothing between two events. Therefore the reason of the process that changed it last is kept
 * here, in fields, and becomes a value only when it is passed on or another process takes its place.
 */
export class CauseTracking {
  readonly #clock: Clock;
  readonly #recorder: Recorder;
  #eventCount = 0;
  /** The resource that a program itself acted on last. */
  #lastByProgram: Guid = SCRIPT_GUID;
  /** The process whose reason is kept in the fields below, if its own is CURRENT. */
  #current: Process | undefined = undefined;
  #event = -1;
  #via = VIA.begin;
  #since: Micros = 0;

  constructor(clock: Clock, recorder: Recorder) {
    this.#clock = clock;
    this.#recorder = recorder;
  }

  get eventCount(): number {
    return this.#eventCount;
  }

  // Events

  /** A resource enters a state. @returns the event's number. */
  state(guid: Guid, state: number): number {
    const { now, running } = this.#clock;
    let via = this.#viaOf(running);
    if (!running.isTask) {
      // A program acts on another resource because its script says so, not because of the resource before.
      if (via === VIA.phase && guid !== this.#lastByProgram) via = VIA.script;
      this.#lastByProgram = guid;
    }
    const event = this.#recorder.state(now, guid, state, this.#eventOf(running), via);
    this.#eventCount = event + 1;
    this.#change(running, event, VIA.phase, now);
    return event;
  }

  /** An attribute is set. */
  set(guid: Guid, name: string, value: AttributeValue): void {
    const { now, running } = this.#clock;
    const event = this.#recorder.set(now, guid, name, value, this.reasonOf(running));
    this.#eventCount = event + 1;
    // A set of the script's own changes nothing that the script waits for: its next step follows from the step before.
    if (running.isTask) this.#change(running, event, VIA.phase, now);
  }

  /** A step of the script ended: because of the step before, or of what it did to a resource or waited for. */
  step(place: number): void {
    const { now, running } = this.#clock;
    const via = this.#viaOf(running);
    const event = this.#recorder.step(now, place, this.#eventOf(running), via === VIA.phase ? VIA.condition : via);
    this.#eventCount = event + 1;
    this.#change(running, event, VIA.script, now);
  }

  // Reasons

  /** The running process could not have gone on before an event, and some time. Counts if no reason came later. */
  because(event: number, via: number, since: Micros): void {
    const { running } = this.#clock;
    const before = running.reason === CURRENT ? this.#since : Reason.of(running).since;
    if (since < before || (since === before && event <= this.#eventOf(running))) return;
    this.#change(running, event, via, since);
  }

  /** What the running process does next is because of an event and nothing else. */
  blame(event: number, via: number): void {
    const { now, running } = this.#clock;
    this.#change(running, event, via, now);
  }

  /** What a program does after a call that took time is not because the run began. */
  returned(program: Process): void {
    const { event, via, since } = this.reasonOf(program);
    if (via === VIA.begin && this.#clock.now > 0) program.reason = new Reason(event, VIA.script, since);
  }

  /** Why a process goes on, as a value; the same one for all that it schedules until the reason changes. */
  reasonOf(process: Process): Reason {
    if (process.reason !== CURRENT) return Reason.of(process);
    const reason = new Reason(this.#event, this.#via, this.#since);
    process.reason = reason;
    return reason;
  }

  /** What the running process schedules has the same reason; or, with a `via`, that the process did so just now. */
  pass(to: Process | Batch, via?: number): void {
    const { now, running } = this.#clock;
    to.reason = via === undefined ? this.reasonOf(running) : new Reason(this.#eventOf(running), via, now);
  }

  /** A process goes on because another one has just freed a worker or a lock. */
  handOver(to: Process, by: Process, via: number): void {
    to.reason = new Reason(this.#eventOf(by), via, this.#clock.now);
  }

  #eventOf(process: Process): number {
    return process.reason === CURRENT ? this.#event : Reason.of(process).event;
  }

  #viaOf(process: Process): number {
    return process.reason === CURRENT ? this.#via : Reason.of(process).via;
  }

  #change(process: Process, event: number, via: number, since: Micros): void {
    const current = this.#current;
    if (current !== process) {
      // A process that is done will not be asked any more.
      if (current && !current.isDone) this.reasonOf(current);
      this.#current = process;
    }
    process.reason = CURRENT;
    this.#event = event;
    this.#via = via;
    this.#since = since;
  }
}
