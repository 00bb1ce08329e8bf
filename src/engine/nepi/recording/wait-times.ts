import { STATES } from '../../../model/state.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import { includes, possibleFrom } from '../state-sets.ts';
import { ACTIVITY, NO_STATE } from './codes.ts';
import type { Clock } from './clock.ts';
import type { StateHistory } from './state-history.ts';
import type { Wait } from './wait.ts';

/**
 * When waits began, and when what they are for came, from the history of states; a poll finds out only later. Rows are
 * those of the resources that wait.
 */
export class WaitTimes {
  readonly #clock: Clock;
  readonly #history: StateHistory;
  readonly #rowOf: (guid: Guid) => number;

  /** @param rowOf the row of a resource, which may have been removed: waiting for it goes on until the next poll. */
  constructor(clock: Clock, history: StateHistory, rowOf: (guid: Guid) => number) {
    this.#clock = clock;
    this.#history = history;
    this.#rowOf = rowOf;
  }

  /** When what is waited for first came since the wait began, though it may be gone again; -1: it has not come. */
  firstCame(row: number, { activity, state, member, sinceEvent }: Wait): Micros {
    if (state === NO_STATE) return -1;
    const history = this.#history;
    if (activity !== ACTIVITY.state) {
      return member ? history.firstReached(this.#rowOf(member), state, sinceEvent) : -1;
    }
    const possible = possibleFrom(state);
    let first = Infinity;
    for (let each = 0; each < STATES.length; each++) {
      if (!includes(possible, each) || history.enteredIn(row, each) < sinceEvent) continue;
      first = Math.min(first, history.firstReached(row, each, sinceEvent));
    }
    return first === Infinity ? -1 : first;
  }

  /** When what is waited for came; the present, if it has not come. */
  cameAt(row: number, wait: Wait): Micros {
    if (wait.until >= 0) return wait.until;
    const came = this.firstCame(row, wait);
    if (came >= 0) return came;
    const { now } = this.#clock;
    if (wait.activity !== ACTIVITY.state) return now;
    const order = this.#history.orderOf(row);
    return includes(possibleFrom(wait.state), order) ? this.#history.enteredAt(row, order) : now;
  }

  /** Since when there is something to wait for: a delay counts from then, or the state has not allowed it since. */
  beganAt(row: number, { activity, state, member }: Wait): Micros {
    if (activity === ACTIVITY.delay) return this.#history.enteredAt(this.#rowOf(member), state);
    if (activity !== ACTIVITY.state) return 0;
    const possible = possibleFrom(state);
    let lowest = this.#history.orderOf(row);
    while (lowest > 0 && !includes(possible, lowest - 1)) lowest--;
    return this.#history.reachedAt(row, lowest);
  }
}
