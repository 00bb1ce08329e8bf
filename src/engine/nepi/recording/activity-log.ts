import { ACTIVITIES, ACTIVITY_PRECEDENCE } from '../../../model/activity.ts';
import { STATE_ORDER } from '../../../model/state.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import { SCRIPT_GUID } from '../../../record/chunk.ts';
import { reserve } from '../../../record/columns.ts';
import type { CauseTracking } from './cause-tracking.ts';
import type { Clock } from './clock.ts';
import { ACTIVITY, NO_STATE } from './codes.ts';
import type { Recorder } from './recorder.ts';
import { Wait } from './wait.ts';
import type { WaitTimes } from './wait-times.ts';

const { READY } = STATE_ORDER;
const { group, poll, worker, script } = ACTIVITY;

/** By code of the activity; the activity with the lowest number is recorded. */
const PRECEDENCE: readonly number[] = ACTIVITIES.map((activity) => ACTIVITY_PRECEDENCE[activity]);

// Backgrounds that are no activity.
/** There is nothing to record of the time in which nothing goes on. */
const NOTHING = 254;
/** There is nothing to record any more. */
const OVER = 255;

/** Rows allocated at first. */
const INITIAL_ROWS = 1024;

/** What the log reads of a deployment group whose members wait for each other. */
export interface AwaitedGroup {
  readonly number: number;
  /** Since when its check waits for a worker; -1: it doesn't. */
  readonly queuedAt: Micros;
  /** The rows of its members. */
  readonly rows: readonly number[];
  /** The member that became READY last, if all are. */
  readonly last: { readonly guid: Guid; reachedAt(state: number): Micros } | undefined;
  /** The first member that is not READY; undefined: all are. */
  firstNotReady(): { readonly guid: Guid } | undefined;
}

/**
 * Records what the time of each resource, and of the script, goes into: stretches that follow one another. Several
 * things may go on at a time (a task waits for a condition while the resource runs); the one with precedence is
 * recorded. The state of each resource is a row of columns, since most resources wait for nothing but their script most
 * of the time.
 *
 * A poll finds out late that what it waited for has come. The stretch is then recorded up to when it came, and the rest
 * as waiting for the poll, or for a worker.
 */
export class ActivityLog {
  readonly #clock: Clock;
  readonly #recorder: Recorder;
  readonly #causes: CauseTracking;
  readonly #times: WaitTimes;
  #count = 0;
  #guid = new Uint32Array(INITIAL_ROWS);
  /** When the stretch began that has not ended. */
  #from = new Float64Array(INITIAL_ROWS);
  /** The activity that is recorded when nothing else goes on. */
  #background = new Uint8Array(INITIAL_ROWS);
  #backgroundRef = new Int32Array(INITIAL_ROWS);
  /** What goes on and is recorded. */
  readonly #current: (Wait | undefined)[] = [];
  /** What goes on besides. */
  readonly #others = new Map<number, Wait[]>();
  /** The groups that resources have waited for, by number. */
  readonly #groups = new Map<number, AwaitedGroup>();

  constructor(clock: Clock, recorder: Recorder, causes: CauseTracking, times: WaitTimes) {
    this.#clock = clock;
    this.#recorder = recorder;
    this.#causes = causes;
    this.#times = times;
  }

  /** Adds a resource, or the script. @param from when it begins. @returns its row. */
  add(guid: Guid, from: Micros): number {
    const row = this.#count++;
    if (row === this.#guid.length) this.#grow();
    this.#guid[row] = guid;
    this.#from[row] = from;
    this.#background[row] = guid === SCRIPT_GUID ? NOTHING : script;
    this.#current.push(undefined);
    return row;
  }

  /** What goes on at present; undefined: nothing. */
  current(row: number): Wait | undefined {
    const background = this.#background[row]!;
    if (this.#current[row] || background >= NOTHING) return this.#current[row];
    return new Wait(background, this.#backgroundRef[row]!, background === group ? this.#missing(row) : 0);
  }

  begin(row: number, next: Wait): void {
    if (this.#background[row] === OVER) return;
    next.since = this.#clock.now;
    next.sinceEvent = this.#causes.eventCount;
    const current = this.#current[row];
    if (current && PRECEDENCE[next.activity]! >= PRECEDENCE[current.activity]!) {
      this.#setAside(row, next);
      return;
    }
    this.#endStretch(row);
    if (current) this.#setAside(row, current);
    this.#current[row] = next;
  }

  /**
   * Ends what went on.
   * @param cameAt when what was waited for came; the time since then went into polling.
   */
  end(row: number, over: Wait, cameAt: Micros = this.#clock.now): void {
    if (over !== this.#current[row]) {
      this.#forget(row, over);
      return;
    }
    this.#recordWait(row, over, cameAt);
    this.#current[row] = this.#takeNext(row);
  }

  /** Turns a wait into another one, at the time when what it was for came. @returns the wait that goes on. */
  change(row: number, before: Wait | undefined, next: Wait, cameAt: Micros): Wait {
    if (before?.equals(next)) {
      before.queuedAt = -1;
      return before;
    }
    if (before === undefined || before !== this.#current[row]) {
      if (before) this.#forget(row, before);
      this.begin(row, next);
      return next;
    }
    const { now } = this.#clock;
    const came = Math.min(Math.max(cameAt, this.#from[row]!), now);
    // The time since then belongs to the next wait, unless there was nothing to wait for yet.
    next.since = Math.min(Math.max(came, this.#times.beganAt(row, next)), now);
    this.#recordWait(row, before, came, next.since);
    next.sinceEvent = this.#causes.eventCount;
    this.#setAside(row, next);
    this.#current[row] = this.#takeNext(row);
    return next;
  }

  /** From now on the resource waits for its deployment group when nothing else goes on. */
  awaitGroup(row: number, awaited: AwaitedGroup): void {
    this.#groups.set(awaited.number, awaited);
    this.#setBackground(row, group, awaited.number);
  }

  /** A deployment group was checked, and starts. */
  groupStarts(started: AwaitedGroup): void {
    const over = waitFor(started);
    const came = this.#groupCame(started);
    for (const row of started.rows) {
      if (this.#background[row] !== group) continue;
      if (!this.#current[row]) this.#recordWait(row, over, came);
      this.#background[row] = script;
      this.#backgroundRef[row] = 0;
    }
  }

  /** A deployment group will not be checked any more. */
  groupGivesUp({ rows }: AwaitedGroup): void {
    for (const row of rows) if (this.#background[row] === group) this.#setBackground(row, script, 0);
  }

  /** There is no more to record of a resource, whatever goes on. */
  finish(row: number): void {
    this.#endStretch(row);
    this.#current[row] = undefined;
    if (this.#others.size > 0) this.#others.delete(row);
    this.#background[row] = OVER;
  }

  /** The run is over. */
  close(): void {
    for (let row = 0; row < this.#count; row++) this.#endStretch(row);
  }

  #setBackground(row: number, activity: number, ref: number): void {
    if (!this.#current[row]) this.#endStretch(row);
    this.#background[row] = activity;
    this.#backgroundRef[row] = ref;
  }

  /** Records what has gone on up to now; part of it may have been waiting for a poll. */
  #endStretch(row: number): void {
    const { now } = this.#clock;
    if (this.#from[row] === now) return;
    const current = this.#current[row];
    const background = this.#background[row]!;
    if (current) {
      this.#recordWait(row, current, this.#times.cameAt(row, current));
    } else if (background === group) {
      const awaited = this.#groups.get(this.#backgroundRef[row]!)!;
      this.#recordWait(row, waitFor(awaited), this.#groupCame(awaited));
    } else if (background < NOTHING) {
      this.#record(row, now, background, 0, 0, NO_STATE);
    }
    this.#from[row] = now;
  }

  /** Records a wait: until what it was for came, then for the poll that finds out, then for a worker. */
  #recordWait(row: number, over: Wait, cameAt: Micros, to = this.#clock.now): void {
    const { activity, ref, member, state, queuedAt } = over;
    const came = Math.min(Math.max(cameAt, this.#from[row]!), to);
    this.#record(row, came, activity, ref, member, state);
    this.#record(row, queuedAt < 0 ? to : Math.min(Math.max(came, queuedAt), to), poll, ref, member, state);
    this.#record(row, to, worker, -1, 0, NO_STATE);
  }

  /** When the last member of a group became READY; the time since then went into waiting for the check. */
  #groupCame(awaited: AwaitedGroup): Micros {
    return awaited.firstNotReady() ? this.#clock.now : awaited.last!.reachedAt(READY);
  }

  /** The member of the group that is not ready. */
  #missing(row: number): Guid {
    return this.#groups.get(this.#backgroundRef[row]!)?.firstNotReady()?.guid ?? 0;
  }

  /** Records the time up to an instant, if there is any. */
  #record(row: number, to: Micros, activity: number, ref: number, member: Guid, state: number): void {
    const from = this.#from[row]!;
    if (to <= from) return;
    this.#recorder.stretch(this.#guid[row]!, from, to, activity, ref, member, state);
    this.#from[row] = to;
  }

  #setAside(row: number, wait: Wait): void {
    const others = this.#others.get(row);
    if (others) others.push(wait);
    else this.#others.set(row, [wait]);
  }

  #takeNext(row: number): Wait | undefined {
    const others = this.#others.get(row);
    if (!others || others.length === 0) return undefined;
    let first = 0;
    for (let place = 1; place < others.length; place++) {
      if (PRECEDENCE[others[place]!.activity]! < PRECEDENCE[others[first]!.activity]!) first = place;
    }
    return others.splice(first, 1)[0];
  }

  #forget(row: number, over: Wait): void {
    const others = this.#others.get(row);
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

/** The wait for the rest of a group. */
function waitFor(awaited: AwaitedGroup): Wait {
  const last = awaited.firstNotReady() ?? awaited.last!;
  const wait = new Wait(group, awaited.number, last.guid);
  wait.queuedAt = awaited.queuedAt;
  return wait;
}
