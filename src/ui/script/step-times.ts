import type { RunRecord } from '../../record/run-record.ts';
import type { Micros } from '../../model/units.ts';

/** When each step of the script ended, by its place; those that have not ended are left out. */
export function stepEnds(record: RunRecord): ReadonlyMap<number, Micros> {
  const ends = new Map<number, Micros>();
  for (const event of record.stepEvents) {
    const step = record.detail(event)?.step;
    if (step !== undefined) ends.set(step, record.events.time[event]!);
  }
  return ends;
}

/** The step that the script is in at an instant; undefined when it is over. */
export function stepAt(ends: ReadonlyMap<number, Micros>, steps: number, time: Micros): number | undefined {
  for (let step = 0; step < steps; step++) {
    const end = ends.get(step);
    if (end === undefined || end > time) return step;
  }
  return undefined;
}
