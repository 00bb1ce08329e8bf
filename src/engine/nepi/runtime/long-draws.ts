import { printDuration } from '../../../model/duration.ts';
import { PHASES, type Phase } from '../../../model/state.ts';
import type { Guid, Micros } from '../../../model/units.ts';

/** A duration drawn from a distribution that is longer than the whole simulation may take. */
export interface LongDraw {
  readonly guid: Guid;
  readonly phase: Phase;
  /** Infinity: too long to be counted in microseconds. */
  readonly time: Micros;
}

/** The draws of a run that are beyond its horizon: they keep the run from reaching its end, or from going on at all. */
export class LongDraws {
  #first: LongDraw | undefined;
  #endless: LongDraw | undefined;

  /** @param phase its place in PHASES. */
  add(guid: Guid, phase: number, time: Micros): void {
    const draw = { guid, phase: PHASES[phase]!, time };
    this.#first ??= draw;
    if (time === Infinity) this.#endless ??= draw;
  }

  /** The first draw beyond the horizon. */
  get first(): LongDraw | undefined {
    return this.#first;
  }

  /** The first draw that is too long to be counted: no virtual clock can get there, so the run has to end. */
  get endless(): LongDraw | undefined {
    return this.#endless;
  }
}

/** What was drawn, and what to do about it. @param name of the resource, as in `server (guid 3)`. */
export function explainLongDraw({ phase, time }: LongDraw, name: string): string {
  const drawn = `the duration of ${phase} of ${name} came out as`;
  if (time < Infinity) return `${drawn} ${printDuration(time)}, which is beyond the horizon`;
  return `${drawn} more than 285 years, the longest time that can be counted: give its distribution less spread, or take another seed`;
}
