import type { PollGroup } from './poll-group.ts';

/** The groups that are off the agenda, by the instants of their passes. */
export class DormantGroups {
  /** By period, then by phase: the remainder when an instant of a pass is divided by the period. */
  readonly #byPeriod = new Map<number, Map<number, PollGroup[]>>();
  #count = 0;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  add(group: PollGroup): void {
    let byPhase = this.#byPeriod.get(group.period);
    if (!byPhase) this.#byPeriod.set(group.period, (byPhase = new Map<number, PollGroup[]>()));
    const phase = group.last % group.period;
    const groups = byPhase.get(phase);
    if (groups) groups.push(group);
    else byPhase.set(phase, [group]);
    group.isDormant = true;
    this.#count++;
  }

  remove(group: PollGroup): void {
    const byPhase = this.#byPeriod.get(group.period)!;
    const phase = group.last % group.period;
    const groups = byPhase.get(phase)!;
    if (groups.length === 1) byPhase.delete(phase);
    else groups.splice(groups.indexOf(group), 1);
    group.isDormant = false;
    this.#count--;
  }

  /** The group that went dormant last, of those whose last pass was in this instant; undefined: none. */
  lastOf(period: number, instant: number): PollGroup | undefined {
    const group = this.#byPeriod
      .get(period)
      ?.get(instant % period)
      ?.at(-1);
    return group?.last === instant ? group : undefined;
  }

  /** Removes the groups that have a pass in an instant, in their order. */
  takeAt(instant: number): PollGroup[] {
    const found: PollGroup[] = [];
    for (const [period, byPhase] of this.#byPeriod) {
      if (byPhase.size === 0) continue;
      const phase = instant % period;
      const groups = byPhase.get(phase);
      if (!groups) continue;
      byPhase.delete(phase);
      for (const group of groups) {
        group.isDormant = false;
        found.push(group);
      }
    }
    this.#count -= found.length;
    return found;
  }

  /** All groups, in no particular order. */
  all(): PollGroup[] {
    return [...this.#byPeriod.values()].flatMap((byPhase) => [...byPhase.values()].flat());
  }
}
