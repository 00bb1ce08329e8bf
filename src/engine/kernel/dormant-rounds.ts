import type { Round } from './round.ts';

/** The rounds that are off the agenda, by the instants of their turns. */
export class DormantRounds {
  /** By period, then by what is left when an instant of a turn is divided by it. */
  readonly #byPeriod = new Map<number, Map<number, Round[]>>();
  #count = 0;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  add(round: Round): void {
    let byPhase = this.#byPeriod.get(round.period);
    if (!byPhase) this.#byPeriod.set(round.period, (byPhase = new Map<number, Round[]>()));
    const phase = round.last % round.period;
    const rounds = byPhase.get(phase);
    if (rounds) rounds.push(round);
    else byPhase.set(phase, [round]);
    round.isDormant = true;
    this.#count++;
  }

  remove(round: Round): void {
    const byPhase = this.#byPeriod.get(round.period)!;
    const phase = round.last % round.period;
    const rounds = byPhase.get(phase)!;
    if (rounds.length === 1) byPhase.delete(phase);
    else rounds.splice(rounds.indexOf(round), 1);
    round.isDormant = false;
    this.#count--;
  }

  /** The round that went dormant last, of those with a turn in this instant just passed; undefined: none did. */
  lastOf(period: number, instant: number): Round | undefined {
    const round = this.#byPeriod
      .get(period)
      ?.get(instant % period)
      ?.at(-1);
    return round?.last === instant ? round : undefined;
  }

  /** Removes those that have a turn in an instant; in their order. */
  takeAt(instant: number): Round[] {
    const found: Round[] = [];
    for (const [period, byPhase] of this.#byPeriod) {
      if (byPhase.size === 0) continue;
      const phase = instant % period;
      const rounds = byPhase.get(phase);
      if (!rounds) continue;
      byPhase.delete(phase);
      for (const round of rounds) {
        round.isDormant = false;
        found.push(round);
      }
    }
    this.#count -= found.length;
    return found;
  }

  /** All of them, in no order that matters. */
  all(): Round[] {
    return [...this.#byPeriod.values()].flatMap((byPhase) => [...byPhase.values()].flat());
  }
}
