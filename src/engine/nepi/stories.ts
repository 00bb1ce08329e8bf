import { ACTIVITIES, ACTIVITY_PRECEDENCE } from '../../model/activity.ts';
import { STATE_ORDER } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { SCRIPT_GUID } from '../../record/chunk.ts';
import { reserve } from '../../record/columns.ts';
import type { DeploymentGroup } from './deployment-group.ts';
import type { ExperimentController } from './experiment-controller.ts';
import { ACTIVITY, NO_STATE } from './journal.ts';
import { Wait } from './wait.ts';

const { READY } = STATE_ORDER;
const { group, poll, worker, script } = ACTIVITY;

/** By code of the activity; the lowest number is told. */
const WEIGHT: readonly number[] = ACTIVITIES.map((activity) => ACTIVITY_PRECEDENCE[activity]);

// Backgrounds that are no activity. Nothing is told of the time in which nothing goes on; or nothing any more.
const NOTHING = 254;
const OVER = 255;

/** Rows that there is room for at first. */
const FIRST = 1024;

/**
 * What the time of each resource, and of the script, goes into: stretches that follow one another. Several things may go
 * on at a time (a task waits for a condition while the resource runs); the one that says most is told. Each story is a
 * row of columns, and its number stands for it: most resources wait for nothing but their script most of the time.
 *
 * A poll finds out late that what it waited for has come. The stretch before is then told to have ended when it came,
 * and the rest to have been waiting for the poll, or for a worker to do it.
 */
export class Stories {
  readonly #ec: ExperimentController;
  #count = 0;
  #guid = new Uint32Array(FIRST);
  /** When the stretch began that has not ended. */
  #from = new Float64Array(FIRST);
  /** The activity that is told when nothing else goes on. */
  #background = new Uint8Array(FIRST);
  #backgroundRef = new Int32Array(FIRST);
  /** What goes on and is told. */
  readonly #current: (Wait | undefined)[] = [];
  /** What goes on beside that. */
  readonly #others = new Map<number, Wait[]>();

  constructor(ec: ExperimentController) {
    this.#ec = ec;
  }

  /** A story for a resource, or for the script. @param from when it begins. @returns its number. */
  add(guid: Guid, from: Micros): number {
    const story = this.#count++;
    if (story === this.#guid.length) this.#grow();
    this.#guid[story] = guid;
    this.#from[story] = from;
    this.#background[story] = guid === SCRIPT_GUID ? NOTHING : script;
    this.#current.push(undefined);
    return story;
  }

  /** What is told at present; undefined: nothing. */
  told(story: number): Wait | undefined {
    const background = this.#background[story]!;
    if (this.#current[story] || background >= NOTHING) return this.#current[story];
    return new Wait(background, this.#backgroundRef[story]!, background === group ? this.#missing(story) : 0);
  }

  begin(story: number, next: Wait): void {
    if (this.#background[story] === OVER) return;
    next.since = this.#ec.now;
    next.sinceEvent = this.#ec.chronicle.eventCount;
    const current = this.#current[story];
    if (current && WEIGHT[next.activity]! >= WEIGHT[current.activity]!) {
      this.#setAside(story, next);
      return;
    }
    this.#endStretch(story);
    if (current) this.#setAside(story, current);
    this.#current[story] = next;
  }

  /**
   * Something is over.
   * @param cameAt when what was waited for came; the time since then went into polling.
   */
  end(story: number, over: Wait, cameAt: Micros = this.#ec.now): void {
    if (over !== this.#current[story]) {
      this.#forget(story, over);
      return;
    }
    this.#tellWait(story, over, cameAt);
    this.#current[story] = this.#takeNext(story);
  }

  /** A wait became another one, when what it was for came. @returns the one that goes on. */
  change(story: number, before: Wait | undefined, next: Wait, cameAt: Micros): Wait {
    if (before?.equals(next)) {
      before.queuedAt = -1;
      return before;
    }
    if (before === undefined || before !== this.#current[story]) {
      if (before) this.#forget(story, before);
      this.begin(story, next);
      return next;
    }
    const { now } = this.#ec;
    const came = Math.min(Math.max(cameAt, this.#from[story]!), now);
    // The rest of the time since then is the next one's already, unless what that is about began only later.
    next.since = Math.min(Math.max(came, this.#ec.chronicle.beganAt(this.#guid[story]!, next)), now);
    this.#tellWait(story, before, came, next.since);
    next.sinceEvent = this.#ec.chronicle.eventCount;
    this.#setAside(story, next);
    this.#current[story] = this.#takeNext(story);
    return next;
  }

  /** From now on it waits for its deployment group when nothing else goes on. */
  awaitGroup(story: number, number: number): void {
    this.#setBackground(story, group, number);
  }

  /** A deployment group has been checked, and starts. */
  groupStarts(started: DeploymentGroup): void {
    const over = waitFor(started);
    const came = this.#groupCame(started);
    for (const { story } of started.members) {
      if (this.#background[story] !== group) continue;
      if (!this.#current[story]) this.#tellWait(story, over, came);
      this.#background[story] = script;
      this.#backgroundRef[story] = 0;
    }
  }

  /** Its deployment group will not be checked any more. */
  groupGivesUp(story: number): void {
    if (this.#background[story] === group) this.#setBackground(story, script, 0);
  }

  /** There is no more to tell, whatever goes on. */
  finish(story: number): void {
    this.#endStretch(story);
    this.#current[story] = undefined;
    if (this.#others.size > 0) this.#others.delete(story);
    this.#background[story] = OVER;
  }

  /** The run is over. */
  close(): void {
    for (let story = 0; story < this.#count; story++) this.#endStretch(story);
  }

  #setBackground(story: number, activity: number, ref: number): void {
    if (!this.#current[story]) this.#endStretch(story);
    this.#background[story] = activity;
    this.#backgroundRef[story] = ref;
  }

  /** Tells what has gone on up to now; part of it may have been waiting for a poll. */
  #endStretch(story: number): void {
    const { now } = this.#ec;
    if (this.#from[story] === now) return;
    const current = this.#current[story];
    const background = this.#background[story]!;
    if (current) {
      this.#tellWait(story, current, this.#ec.chronicle.cameAt(this.#guid[story]!, current));
    } else if (background === group) {
      const awaited = this.#ec.group(this.#backgroundRef[story]!)!;
      this.#tellWait(story, waitFor(awaited), this.#groupCame(awaited));
    } else if (background < NOTHING) {
      this.#tell(story, now, background, 0, 0, NO_STATE);
    }
    this.#from[story] = now;
  }

  /** Tells a wait: until what it was for came, then for the poll that finds out, then for a worker to do it. */
  #tellWait(story: number, over: Wait, cameAt: Micros, to = this.#ec.now): void {
    const { activity, ref, member, state: atState, queuedAt } = over;
    const came = Math.min(Math.max(cameAt, this.#from[story]!), to);
    this.#tell(story, came, activity, ref, member, atState);
    this.#tell(story, queuedAt < 0 ? to : Math.min(Math.max(came, queuedAt), to), poll, ref, member, atState);
    this.#tell(story, to, worker, -1, 0, NO_STATE);
  }

  /** When the last of a group was ready; the time since then went into waiting for the check that finds out. */
  #groupCame(awaited: DeploymentGroup): Micros {
    return awaited.firstNotReady() ? this.#ec.now : awaited.last!.reachedAt(READY);
  }

  /** Who of the group is not ready. */
  #missing(story: number): Guid {
    return this.#ec.group(this.#backgroundRef[story]!)?.firstNotReady()?.guid ?? 0;
  }

  /** Tells the time up to an instant, if there is any. */
  #tell(story: number, to: Micros, activity: number, ref: number, member: Guid, atState: number): void {
    const from = this.#from[story]!;
    if (to <= from) return;
    this.#ec.chronicle.journal.stretch(this.#guid[story]!, from, to, activity, ref, member, atState);
    this.#from[story] = to;
  }

  #setAside(story: number, wait: Wait): void {
    const others = this.#others.get(story);
    if (others) others.push(wait);
    else this.#others.set(story, [wait]);
  }

  #takeNext(story: number): Wait | undefined {
    const others = this.#others.get(story);
    if (!others || others.length === 0) return undefined;
    let least = 0;
    for (let place = 1; place < others.length; place++) {
      if (WEIGHT[others[place]!.activity]! < WEIGHT[others[least]!.activity]!) least = place;
    }
    return others.splice(least, 1)[0];
  }

  #forget(story: number, over: Wait): void {
    const others = this.#others.get(story);
    const place = others?.indexOf(over) ?? -1;
    if (place >= 0) others!.splice(place, 1);
  }

  #grow(): void {
    const length = this.#guid.length * 2;
    this.#guid = reserve(this.#guid, length);
    this.#from = reserve(this.#from, length);
    this.#background = reserve(this.#background, length);
    this.#backgroundRef = reserve(this.#backgroundRef, length);
  }
}

/** That somebody waits for the rest of a group. */
function waitFor(awaited: DeploymentGroup): Wait {
  const last = awaited.firstNotReady() ?? awaited.last!;
  const wait = new Wait(group, awaited.number, last.guid);
  wait.queuedAt = awaited.queuedAt;
  return wait;
}
