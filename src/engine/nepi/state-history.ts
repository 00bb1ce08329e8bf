import { STATES } from '../../model/state.ts';
import type { Micros } from '../../model/units.ts';

const WIDTH = STATES.length;

/**
 * When each resource last entered each state (NEPI: _discover_time, _provision_time and so on), and when it last came
 * to be at least in it; each with the event in which it did. A row a resource, in columns for all of them.
 */
export class StateHistory {
  #entered = new Float64Array(WIDTH * 16).fill(-1);
  #enteredIn = new Int32Array(WIDTH * 16).fill(-1);
  #reached = new Float64Array(WIDTH * 16).fill(-1);
  #reachedIn = new Int32Array(WIDTH * 16).fill(-1);
  /** Of resources that went back to a lower state: the states left behind, and when they had been reached. */
  readonly #lost = new Map<number, { readonly state: number; readonly reached: Micros }[]>();
  #rows = 0;

  /** A row for a new resource, which is NEW since the beginning. */
  add(): number {
    const row = this.#rows++;
    if (this.#rows * WIDTH > this.#entered.length) {
      this.#entered = doubled(this.#entered);
      this.#enteredIn = doubled(this.#enteredIn);
      this.#reached = doubled(this.#reached);
      this.#reachedIn = doubled(this.#reachedIn);
    }
    this.#entered[row * WIDTH] = 0;
    this.#reached[row * WIDTH] = 0;
    return row;
  }

  /** A resource goes from one state to another (places in STATES). */
  enter(row: number, before: number, state: number, time: Micros, event: number): void {
    const place = row * WIDTH + state;
    this.#entered[place] = time;
    this.#enteredIn[place] = event;
    if (state < before) this.#fall(row, before, state);
    for (let each = place; each > row * WIDTH + before; each--) {
      this.#reached[each] = time;
      this.#reachedIn[each] = event;
    }
  }

  /** When the resource last entered the state; -1: never. */
  enteredAt(row: number, state: number): Micros {
    return this.#entered[row * WIDTH + state]!;
  }

  /** The event in which it did; -1: none. */
  enteredIn(row: number, state: number): number {
    return this.#enteredIn[row * WIDTH + state]!;
  }

  /** When the resource last came from below the state to it, or past it; -1: never. */
  reachedAt(row: number, state: number): Micros {
    return this.#reached[row * WIDTH + state]!;
  }

  /** When the resource first came from below the state to it, or past it, since an instant; -1: not since then. */
  firstReached(row: number, state: number, since: Micros): Micros {
    let first = this.reachedAt(row, state);
    for (const lost of this.#lost.get(row) ?? []) {
      if (lost.state === state && lost.reached >= since && lost.reached < first) first = lost.reached;
    }
    return first >= since ? first : -1;
  }

  /** The event in which it last did; -1: none. */
  reachedIn(row: number, state: number): number {
    return this.#reachedIn[row * WIDTH + state]!;
  }

  #fall(row: number, before: number, state: number): void {
    let lost = this.#lost.get(row);
    if (!lost) this.#lost.set(row, (lost = []));
    for (let each = state + 1; each <= before; each++) lost.push({ state: each, reached: this.reachedAt(row, each) });
  }
}

function doubled<C extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(column: C): C {
  const result = new (column.constructor as new (length: number) => C)(column.length * 2).fill(-1) as C;
  result.set(column);
  return result;
}
