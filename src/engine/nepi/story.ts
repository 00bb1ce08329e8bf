import { STATE_ORDER } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import type { DeploymentGroup } from './deployment-group.ts';
import type { ExperimentController } from './experiment-controller.ts';
import { ACTIVITY, NO_STATE } from './journal.ts';

const { READY } = STATE_ORDER;
const { phase, condition, delay, gate, group, poll, worker, lock, state, script, wait, sleep } = ACTIVITY;

/** Of several things at a time the story tells the one with the lowest weight: work before waiting for somebody. */
const WEIGHT: readonly number[] = [phase, lock, worker, gate, condition, delay, poll, wait, sleep, state, group, script]
  .map((activity, weight) => [activity, weight] as const)
  .sort(([a], [b]) => a - b)
  .map(([, weight]) => weight);

/** No background: nothing is told of the time in which nothing goes on. */
const NOTHING = -1;

/** Something that a resource, or the script, does or waits for. The columns of a stretch say what the fields mean. */
export class Wait {
  readonly activity: number;
  readonly ref: number;
  readonly member: Guid;
  readonly state: number;
  /** When it will be over, where that is known in advance; -1. */
  readonly until: Micros;
  /** When it began; the story sets it. */
  since: Micros = 0;
  /** How many events there had been when it began. */
  sinceEvent = 0;
  /** Since when it goes on for want of a worker; -1: it doesn't. */
  queuedAt: Micros = -1;

  constructor(activity: number, ref: number, member: Guid = 0, state: number = NO_STATE, until: Micros = -1) {
    this.activity = activity;
    this.ref = ref;
    this.member = member;
    this.state = state;
    this.until = until;
  }

  equals(other: Wait): boolean {
    return (
      this.activity === other.activity &&
      this.ref === other.ref &&
      this.member === other.member &&
      this.state === other.state &&
      this.until === other.until
    );
  }
}

/**
 * What the time of one resource, or of the script, goes into: stretches that follow one another. Several things may go
 * on at a time (a task waits for a condition while the resource runs); the one that says most is told.
 *
 * A poll finds out late that what it waited for has come. The stretch before is then told to have ended when it came,
 * and the rest to have been waiting for the poll, or for a worker to do it.
 */
export class Story {
  readonly #ec: ExperimentController;
  readonly guid: Guid;
  /** When the stretch began that has not ended. */
  #from: Micros = 0;
  #current: Wait | undefined;
  #others: Wait[] | undefined;
  /** The activity that is told when nothing else goes on. */
  #background: number;
  #backgroundRef = 0;
  #isOver = false;

  constructor(ec: ExperimentController, guid: Guid) {
    this.#ec = ec;
    this.guid = guid;
    this.#background = guid === 0 ? NOTHING : script;
  }

  /** What is told at present; undefined: nothing. */
  told(): Wait | undefined {
    if (this.#current || this.#background === NOTHING) return this.#current;
    return new Wait(this.#background, this.#backgroundRef, this.#background === group ? this.#missing() : 0);
  }

  begin(next: Wait): void {
    if (this.#isOver) return;
    next.since = this.#ec.now;
    next.sinceEvent = this.#ec.chronicle.eventCount;
    const current = this.#current;
    if (current && WEIGHT[next.activity]! >= WEIGHT[current.activity]!) {
      (this.#others ??= []).push(next);
      return;
    }
    this.#endStretch();
    if (current) (this.#others ??= []).push(current);
    this.#current = next;
  }

  /**
   * Something is over.
   * @param cameAt when what was waited for came; the time since then went into polling.
   */
  end(over: Wait, cameAt: Micros = this.#ec.now): void {
    if (over !== this.#current) {
      this.#forget(over);
      return;
    }
    this.#tellWait(over, cameAt);
    this.#current = this.#takeNext();
  }

  /** A wait became another one, when what it was for came. @returns the one that goes on. */
  change(before: Wait | undefined, next: Wait, cameAt: Micros): Wait {
    if (before?.equals(next)) {
      before.queuedAt = -1;
      return before;
    }
    if (before === undefined || before !== this.#current) {
      if (before) this.#forget(before);
      this.begin(next);
      return next;
    }
    const { now } = this.#ec;
    const came = Math.min(Math.max(cameAt, this.#from), now);
    // The rest of the time since then is the next one's already, unless what that is about began only later.
    next.since = Math.min(Math.max(came, this.#ec.chronicle.beganAt(this.guid, next)), now);
    this.#tellWait(before, came, next.since);
    next.sinceEvent = this.#ec.chronicle.eventCount;
    (this.#others ??= []).push(next);
    this.#current = this.#takeNext();
    return next;
  }

  /** From now on it waits for its deployment group when nothing else goes on. */
  awaitGroup(number: number): void {
    this.#setBackground(group, number);
  }

  /** Its deployment group has been checked, and starts. */
  groupStarts(started: DeploymentGroup): void {
    if (this.#background !== group) return;
    if (!this.#current) this.#tellGroup(started);
    this.#background = script;
    this.#backgroundRef = 0;
  }

  /** Its deployment group will not be checked any more. */
  groupGivesUp(): void {
    if (this.#background === group) this.#setBackground(script, 0);
  }

  /** There is no more to tell, whatever goes on. */
  finish(): void {
    this.#endStretch();
    this.#current = undefined;
    this.#others = undefined;
    this.#background = NOTHING;
    this.#isOver = true;
  }

  /** The run is over. */
  close(): void {
    this.#endStretch();
  }

  #setBackground(activity: number, ref: number): void {
    if (!this.#current) this.#endStretch();
    this.#background = activity;
    this.#backgroundRef = ref;
  }

  /** Tells what has gone on up to now; part of it may have been waiting for a poll. */
  #endStretch(): void {
    const { now } = this.#ec;
    const current = this.#current;
    if (current) {
      this.#tellWait(current, this.#ec.chronicle.cameAt(this.guid, current));
    } else if (this.#background === group) {
      this.#tellGroup(this.#ec.group(this.#backgroundRef)!);
    } else if (this.#background !== NOTHING) {
      this.#tell(now, this.#background, 0, 0, NO_STATE);
    }
    this.#from = now;
  }

  /** Tells a wait: until what it was for came, then for the poll that finds out, then for a worker to do it. */
  #tellWait(over: Wait, cameAt: Micros, to = this.#ec.now): void {
    const { activity, ref, member, state: atState, queuedAt } = over;
    const came = Math.min(Math.max(cameAt, this.#from), to);
    this.#tell(came, activity, ref, member, atState);
    this.#tell(queuedAt < 0 ? to : Math.min(Math.max(came, queuedAt), to), poll, ref, member, atState);
    this.#tell(to, worker, -1, 0, NO_STATE);
  }

  /** Tells that it waited for its group up to now: until the last was ready, then for the check that finds out. */
  #tellGroup(awaited: DeploymentGroup): void {
    const missing = awaited.firstNotReady();
    const last = missing ?? awaited.last!;
    const wait = new Wait(group, awaited.number, last.guid);
    wait.queuedAt = awaited.queuedAt;
    this.#tellWait(wait, missing ? this.#ec.now : last.reachedAt(READY));
  }

  /** Who of the group is not ready. */
  #missing(): Guid {
    return this.#ec.group(this.#backgroundRef)?.firstNotReady()?.guid ?? 0;
  }

  /** Tells the time up to an instant, if there is any. */
  #tell(to: Micros, activity: number, ref: number, member: Guid, atState: number): void {
    if (to <= this.#from) return;
    this.#ec.chronicle.journal.stretch(this.guid, this.#from, to, activity, ref, member, atState);
    this.#from = to;
  }

  #takeNext(): Wait | undefined {
    const others = this.#others;
    if (!others || others.length === 0) return undefined;
    let least = 0;
    for (let place = 1; place < others.length; place++) {
      if (WEIGHT[others[place]!.activity]! < WEIGHT[others[least]!.activity]!) least = place;
    }
    return others.splice(least, 1)[0];
  }

  #forget(over: Wait): void {
    const place = this.#others?.indexOf(over) ?? -1;
    if (place >= 0) this.#others!.splice(place, 1);
  }
}
