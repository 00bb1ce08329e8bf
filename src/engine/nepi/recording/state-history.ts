import { STATES } from '../../../model/state.ts';
import type { Micros } from '../../../model/units.ts';

const WIDTH = STATES.length;
/** A row has first when states were entered, then when they were reached. */
const ROW = 2 * WIDTH;
/** Rows of a page, and events of a page of times, as powers of two: pages are added, and nothing is ever moved. */
const PAGE_BITS = 9;
const PAGE_MASK = (1 << PAGE_BITS) - 1;
const TIMES_BITS = 12;
const TIMES_MASK = (1 << TIMES_BITS) - 1;

/** In place of an event: a resource is NEW from the beginning. */
const AT_FIRST = -1;
const NEVER = -2;

/** A state that was left for a lower one, and in which event it had been reached. */
interface Lost {
  readonly state: number;
  readonly reachedIn: number;
}

/**
 * In which event each resource last entered each state, and when (NEPI: _discover_time, _provision_time and so on), and
 * in which it last reached it: came to be at least in it. One row per resource, and the time of each event.
 */
export class StateHistory {
  /** Events by place in a row, two more than their number: 0 is never. */
  readonly #events: Int32Array[] = [];
  readonly #times: Float64Array[] = [];
  /** The state that each resource is in. */
  readonly #orders: Uint8Array[] = [];
  /** Of resources that went back to a lower state: the states that were lost, in the order in which they were. */
  readonly #lost = new Map<number, Lost[]>();
  /** When resources were registered that were not from the beginning. */
  readonly #since = new Map<number, Micros>();

  /** Adds the row of a resource that is NEW from now on. */
  begin(row: number, now: Micros): void {
    if (now > 0) this.#since.set(row, now);
    while (this.#events.length <= row >> PAGE_BITS) {
      this.#events.push(new Int32Array(ROW << PAGE_BITS));
      this.#orders.push(new Uint8Array(1 << PAGE_BITS));
    }
    const events = this.#events[row >> PAGE_BITS]!;
    events[placeOf(row, 0)] = AT_FIRST - NEVER;
    events[placeOf(row, WIDTH)] = AT_FIRST - NEVER;
  }

  /** A resource goes from one state to another (places in STATES). */
  enter(row: number, before: number, state: number, time: Micros, event: number): void {
    const page = event >> TIMES_BITS;
    while (this.#times.length <= page) this.#times.push(new Float64Array(1 << TIMES_BITS));
    this.#times[page]![event & TIMES_MASK] = time;
    this.#orders[row >> PAGE_BITS]![row & PAGE_MASK] = state;
    const events = this.#events[row >> PAGE_BITS]!;
    const place = placeOf(row, state);
    events[place] = event - NEVER;
    if (state < before) this.#fall(row, before, state);
    for (let each = place + WIDTH; each > placeOf(row, WIDTH + before); each--) events[each] = event - NEVER;
  }

  /** The state that the resource is in: its place in STATES. */
  orderOf(row: number): number {
    return this.#orders[row >> PAGE_BITS]![row & PAGE_MASK]!;
  }

  /** When the resource last entered the state; -1: never. */
  enteredAt(row: number, state: number): Micros {
    return this.#timeOf(row, this.#eventAt(row, state));
  }

  /** The event in which it did; -1: none. */
  enteredIn(row: number, state: number): number {
    return Math.max(-1, this.#eventAt(row, state));
  }

  /** When the resource last came from below the state to it, or past it; -1: never. */
  reachedAt(row: number, state: number): Micros {
    return this.#timeOf(row, this.#eventAt(row, WIDTH + state));
  }

  /** The event in which it did; -1: none. */
  reachedIn(row: number, state: number): number {
    return Math.max(-1, this.#eventAt(row, WIDTH + state));
  }

  /**
   * When the resource first came from below the state to it, or past it, in that event or a later one; -1: not since.
   */
  firstReached(row: number, state: number, sinceEvent: number): Micros {
    const lost = this.#lost.size > 0 ? this.#lost.get(row) : undefined;
    const first = lost?.find((each) => each.state === state && each.reachedIn >= sinceEvent);
    if (first) return this.#timeOf(row, first.reachedIn);
    const event = this.reachedIn(row, state);
    return event >= sinceEvent ? this.#timeOf(row, event) : -1;
  }

  #fall(row: number, before: number, state: number): void {
    let lost = this.#lost.get(row);
    if (!lost) this.#lost.set(row, (lost = []));
    for (let each = state + 1; each <= before; each++) {
      lost.push({ state: each, reachedIn: this.reachedIn(row, each) });
    }
  }

  #eventAt(row: number, column: number): number {
    return this.#events[row >> PAGE_BITS]![placeOf(row, column)]! + NEVER;
  }

  #timeOf(row: number, event: number): Micros {
    if (event < 0) return event === AT_FIRST ? (this.#since.get(row) ?? 0) : -1;
    return this.#times[event >> TIMES_BITS]![event & TIMES_MASK]!;
  }
}

function placeOf(row: number, column: number): number {
  return (row & PAGE_MASK) * ROW + column;
}
