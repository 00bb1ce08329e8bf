import { STATES } from '../../model/state.ts';
import type { Micros } from '../../model/units.ts';

const WIDTH = STATES.length;
/** A row has first when states were entered, then when they were reached. */
const ROW = 2 * WIDTH;
/** Rows of a page, as a power of two: pages are added as rows are, and nothing is ever moved. */
const PAGE_BITS = 9;
const PAGE_MASK = (1 << PAGE_BITS) - 1;

/** A state that was left for a lower one, and when it had been reached. */
interface Lost {
  readonly state: number;
  readonly reachedAt: Micros;
  readonly reachedIn: number;
}

/**
 * When each resource last entered each state (NEPI: _discover_time, _provision_time and so on), and when it last came
 * to be at least in it; each with the event in which it did. A row a resource, in columns for all of them. What is kept
 * is one more than it means, so that 0 is never.
 */
export class StateHistory {
  readonly #times: Float64Array[] = [];
  readonly #events: Int32Array[] = [];
  /** Of resources that went back to a lower state: the states left behind, in the order in which they were. */
  readonly #lost = new Map<number, Lost[]>();
  #rows = 0;

  /** A row for a new resource, which is NEW since the beginning. */
  add(): number {
    const row = this.#rows++;
    if ((row & PAGE_MASK) === 0) {
      this.#times.push(new Float64Array(ROW << PAGE_BITS));
      this.#events.push(new Int32Array(ROW << PAGE_BITS));
    }
    const times = this.#times[row >> PAGE_BITS]!;
    times[placeOf(row, 0)] = 1;
    times[placeOf(row, WIDTH)] = 1;
    return row;
  }

  /** A resource goes from one state to another (places in STATES). */
  enter(row: number, before: number, state: number, time: Micros, event: number): void {
    const times = this.#times[row >> PAGE_BITS]!;
    const events = this.#events[row >> PAGE_BITS]!;
    const place = placeOf(row, state);
    times[place] = time + 1;
    events[place] = event + 1;
    if (state < before) this.#fall(row, before, state);
    for (let each = place + WIDTH; each > placeOf(row, WIDTH + before); each--) {
      times[each] = time + 1;
      events[each] = event + 1;
    }
  }

  /** When the resource last entered the state; -1: never. */
  enteredAt(row: number, state: number): Micros {
    return this.#times[row >> PAGE_BITS]![placeOf(row, state)]! - 1;
  }

  /** The event in which it did; -1: none. */
  enteredIn(row: number, state: number): number {
    return this.#events[row >> PAGE_BITS]![placeOf(row, state)]! - 1;
  }

  /** When the resource last came from below the state to it, or past it; -1: never. */
  reachedAt(row: number, state: number): Micros {
    return this.#times[row >> PAGE_BITS]![placeOf(row, WIDTH + state)]! - 1;
  }

  /** The event in which it did; -1: none. */
  reachedIn(row: number, state: number): number {
    return this.#events[row >> PAGE_BITS]![placeOf(row, WIDTH + state)]! - 1;
  }

  /** When the resource first came from below the state to it, or past it, in that event or a later one; -1: not since. */
  firstReached(row: number, state: number, sinceEvent: number): Micros {
    for (const lost of this.#lost.get(row) ?? []) {
      if (lost.state === state && lost.reachedIn >= sinceEvent) return lost.reachedAt;
    }
    return this.reachedIn(row, state) >= sinceEvent ? this.reachedAt(row, state) : -1;
  }

  #fall(row: number, before: number, state: number): void {
    let lost = this.#lost.get(row);
    if (!lost) this.#lost.set(row, (lost = []));
    for (let each = state + 1; each <= before; each++) {
      lost.push({ state: each, reachedAt: this.reachedAt(row, each), reachedIn: this.reachedIn(row, each) });
    }
  }
}

function placeOf(row: number, column: number): number {
  return (row & PAGE_MASK) * ROW + column;
}
