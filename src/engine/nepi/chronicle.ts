import type { AttributeValue } from '../../model/experiment.ts';
import { STATES } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { ACTIVITIES } from '../../model/activity.ts';
import { SCRIPT_GUID, type LogLine, type StalledWait } from '../../record/chunk.ts';
import type { Batch } from '../kernel/batch.ts';
import type { Observer } from '../kernel/observer.ts';
import type { Process } from '../kernel/process.ts';
import { includes, possibleFrom } from './conditions.ts';
import { DeploymentGroup } from './deployment-group.ts';
import { messageOf, ResourceError } from './errors.ts';
import type { ExperimentController } from './experiment-controller.ts';
import { ACTIVITY, NO_STATE, VIA, type Journal } from './journal.ts';
import { Lifeline } from './lifeline.ts';
import { LongDraws } from './long-draws.ts';
import type { ResourceManager } from './resource-manager.ts';
import { Reason } from './reason.ts';
import { Stories } from './stories.ts';
import { Wait } from './wait.ts';

/**
 * Knows why things happen, and has the journal written: events with their causes, what everybody's time goes into.
 *
 * A process carries why it goes on: the event that let it, and since when it could. Of several reasons the one that came
 * last counts. Each event that a process makes is the reason for its next one, and for what it schedules.
 */
export class Chronicle implements Observer {
  readonly stories: Stories;
  /** What the script's time goes into: its number among the stories. */
  readonly script: number;
  readonly journal: Journal;
  readonly longDraws = new LongDraws();
  readonly #ec: ExperimentController;
  #eventCount = 0;
  /** The resource to which a program last did something itself. */
  #lastByHand: Guid = SCRIPT_GUID;
  /** Errors that were told when they failed a resource, and are on their way. */
  readonly #told = new Set<unknown>();

  constructor(ec: ExperimentController, journal: Journal) {
    this.#ec = ec;
    this.journal = journal;
    this.stories = new Stories(ec);
    this.script = this.stories.add(SCRIPT_GUID, 0);
  }

  // Events

  /** How many events there have been. */
  get eventCount(): number {
    return this.#eventCount;
  }

  state(guid: Guid, state: number): number {
    const running = this.#running;
    const reason = Reason.of(running);
    let { via } = reason;
    if (!running.isTask) {
      // A program that goes on to another resource does so of its own accord.
      if (via === VIA.phase && guid !== this.#lastByHand) via = VIA.script;
      this.#lastByHand = guid;
    }
    return this.#did(this.journal.state(this.#ec.now, guid, state, reason.event, via), VIA.phase);
  }

  set(guid: Guid, name: string, value: AttributeValue): void {
    const running = this.#running;
    const reason = Reason.of(running);
    const event = this.journal.set(this.#ec.now, guid, name, value, reason.event, reason.via);
    this.#eventCount = event + 1;
    // The script's own sets change nothing that it waits for: its next step follows from the step before.
    if (running.isTask) this.#did(event, VIA.phase);
  }

  /** A step of the script ended: because of the step before, or of what it did to a resource or waited for. */
  step(place: number): void {
    const { event, via } = Reason.of(this.#running);
    this.#did(this.journal.step(this.#ec.now, place, event, via === VIA.phase ? VIA.condition : via), VIA.script);
  }

  log(guid: Guid, level: LogLine['level'], text: string): void {
    this.journal.log(this.#ec.now, guid, level, text);
  }

  /** An error fails a resource. It is told here, not again wherever it is raised to. */
  failed(rm: ResourceManager, error: unknown): void {
    const isNamed = error instanceof ResourceError && error.guid === rm.guid;
    this.log(rm.guid, 'error', isNamed ? error.message : rm.logMessage(messageOf(error)));
    this.#told.add(error);
  }

  /** The running process made an event, which is the reason for what it does next. */
  #did(event: number, via: number): number {
    this.#eventCount = event + 1;
    this.#running.reason = new Reason(event, via, this.#ec.now);
    return event;
  }

  // Causes

  get #running(): Process {
    return this.#ec.simulator.running;
  }

  /** The running process could not have gone on before an event, and some time. Counts if no reason came later. */
  because(event: number, via: number, since: Micros): void {
    const running = this.#running;
    const before = Reason.of(running);
    if (since < before.since || (since === before.since && event <= before.event)) return;
    running.reason = new Reason(event, via, since);
  }

  /** What the running process does next is because of an event and nothing else. */
  blame(event: number, via: number): void {
    this.#running.reason = new Reason(event, via, this.#ec.now);
  }

  /** What a program does after a call that took time is not because the run began. */
  returned(program: Process): void {
    const { event, via, since } = Reason.of(program);
    if (via === VIA.begin && this.#ec.now > 0) program.reason = new Reason(event, VIA.script, since);
  }

  /** What the running process schedules goes on for the same reason, or because that did so just now. */
  pass(to: Process | Batch, via?: number): void {
    const { reason } = this.#running;
    to.reason = via === undefined ? reason : new Reason(Reason.of(this.#running).event, via, this.#ec.now);
  }

  // Waits

  /** The running task is put off: it waits on, in the shape of another one that was scheduled, for this. */
  waitsOn(lifeline: Lifeline, next: Process, wait: Wait): void {
    const { running } = this.#ec.simulator;
    const before = running.wait as Wait | undefined;
    running.wait = undefined;
    next.wait = this.#change(lifeline.guid, lifeline.story, before, wait);
  }

  /** What the running task waited for has come. */
  stopsWaiting({ story, guid }: Lifeline): undefined {
    const { running } = this.#ec.simulator;
    if (!running.wait) return;
    const wait = running.wait as Wait;
    running.wait = undefined;
    this.stories.end(story, wait, this.cameAt(guid, wait));
  }

  /** The script, not a task, waits for something; or for nothing any more. @returns what it waits for. */
  scriptWaits(before: Wait | undefined, next: Wait | undefined): Wait | undefined {
    if (this.#running.isTask) return undefined;
    if (next) return this.#change(SCRIPT_GUID, this.script, before, next);
    if (before) this.stories.end(this.script, before, this.cameAt(SCRIPT_GUID, before));
    return undefined;
  }

  #change(guid: Guid, story: number, before: Wait | undefined, next: Wait): Wait {
    const { stories } = this;
    if (!before) return stories.change(story, before, next, this.#ec.now);
    const cameAt = this.cameAt(guid, before);
    if (!before.equals(next) || this.#firstCame(guid, before) < 0) return stories.change(story, before, next, cameAt);
    // It came and went between two polls, perhaps in this very instant: the same wait begins anew.
    stories.end(story, before, cameAt);
    stories.begin(story, next);
    return next;
  }

  /** Of a resource that there is, or was: waiting for one that was removed goes on until the next look. */
  #lifeline(guid: Guid): Lifeline {
    return this.#ec.table.getEver(guid)!;
  }

  /** When what is waited for first came since the wait began, though it may be gone again; -1: it has not come. */
  #firstCame(guid: Guid, { activity, state, member, sinceEvent }: Wait): Micros {
    if (state === NO_STATE) return -1;
    if (activity !== ACTIVITY.state) return member ? this.#lifeline(member).firstReached(state, sinceEvent) : -1;
    const lifeline = this.#lifeline(guid);
    const possible = possibleFrom(state);
    let first = Infinity;
    for (let each = 0; each < STATES.length; each++) {
      if (!includes(possible, each) || lifeline.enteredIn(each) < sinceEvent) continue;
      first = Math.min(first, lifeline.firstReached(each, sinceEvent));
    }
    return first === Infinity ? -1 : first;
  }

  /** When what is waited for came; the present, if it has not come. */
  cameAt(guid: Guid, wait: Wait): Micros {
    if (wait.until >= 0) return wait.until;
    const ec = this.#ec;
    const came = this.#firstCame(guid, wait);
    if (came >= 0) return came;
    if (wait.activity !== ACTIVITY.state) return ec.now;
    const lifeline = this.#lifeline(guid);
    return includes(possibleFrom(wait.state), lifeline.order) ? lifeline.enteredAt(lifeline.order) : ec.now;
  }

  /** Since when there is something to wait for in this way: a delay counts from then, a state has not allowed it since. */
  beganAt(guid: Guid, { activity, state, member }: Wait): Micros {
    if (activity === ACTIVITY.delay) return this.#lifeline(member).enteredAt(state);
    if (activity !== ACTIVITY.state) return 0;
    const lifeline = this.#lifeline(guid);
    const possible = possibleFrom(state);
    let least = lifeline.order;
    while (least > 0 && !includes(possible, least - 1)) least--;
    return lifeline.reachedAt(least);
  }

  queued(task: Process): void {
    if (task.owner instanceof DeploymentGroup) {
      task.owner.queuedAt = this.#ec.now;
    } else if (task.wait) {
      (task.wait as Wait).queuedAt = this.#ec.now;
    } else if (task.owner instanceof Lifeline) {
      const wait = new Wait(ACTIVITY.worker, -1);
      task.wait = wait;
      this.stories.begin(task.owner.story, wait);
    }
  }

  handedWorker(task: Process, by: Process): void {
    task.reason = new Reason(Reason.of(by).event, VIA.worker, this.#ec.now);
    const wait = task.wait as Wait | undefined;
    if (wait?.activity !== ACTIVITY.worker) return;
    this.stories.end((task.owner as Lifeline).story, wait);
    task.wait = undefined;
  }

  handedLock(to: Process, by: Process): void {
    to.reason = new Reason(Reason.of(by).event, VIA.lock, this.#ec.now);
  }

  waitsNoMore({ owner, wait }: Process): void {
    if (!(owner instanceof Lifeline)) return;
    this.stories.end(owner.story, wait as Wait, this.cameAt(owner.guid, wait as Wait));
  }

  dropped(task: Process): void {
    if (task.owner instanceof DeploymentGroup) task.owner.giveUp();
    else if (task.wait) this.waitsNoMore(task);
  }

  /** NEPI: ExperimentController._execute, which logs the errors of tasks. */
  raised(_process: Process, error: unknown): void {
    if (this.#told.delete(error)) return;
    this.log(error instanceof ResourceError ? error.guid : SCRIPT_GUID, 'error', messageOf(error));
  }

  // The end

  /** The run is over: what goes on ends here. */
  close(): void {
    this.stories.close();
  }

  /** Who waits for whom, at this moment. */
  waits(): StalledWait[] {
    const found: StalledWait[] = [];
    const add = (guid: Guid, story: number) => {
      const wait = this.stories.told(story);
      if (!wait || wait.activity === ACTIVITY.phase || wait.activity === ACTIVITY.script) return;
      const state = STATES[wait.state];
      found.push({
        guid,
        activity: ACTIVITIES[wait.activity]!,
        ref: wait.ref,
        member: wait.member,
        ...(state && { state }),
      });
    };
    add(SCRIPT_GUID, this.script);
    for (const guid of this.#ec.resources) add(guid, this.#ec.lifeline(guid).story);
    return found;
  }
}
