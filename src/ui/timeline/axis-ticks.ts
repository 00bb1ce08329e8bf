import type { Micros } from '../../model/units.ts';
import type { TimeScale } from './time-scale.ts';
import { printTime } from './time-text.ts';

export interface Tick {
  readonly time: Micros;
  readonly x: number;
  /** What to write beside it; '' for the small ones between. */
  readonly label: string;
}

const SECOND = 1_000_000;
/** Steps beyond a second follow the clock; each is divided by its second number into small ticks. */
const CLOCK_STEPS: readonly (readonly [step: number, parts: number])[] = [
  [1, 5],
  [2, 4],
  [5, 5],
  [10, 5],
  [15, 3],
  [30, 3],
  [60, 6],
  [120, 4],
  [300, 5],
  [600, 5],
  [900, 3],
  [1800, 3],
  [3600, 6],
  [7200, 4],
  [10_800, 3],
  [21_600, 6],
  [43_200, 4],
  [86_400, 4],
  [172_800, 4],
  [432_000, 5],
  [864_000, 5],
];

/** The distance of labelled ticks that lie at least `minimum` microseconds apart, and how many parts it falls into. */
export function tickStep(minimum: number): readonly [step: Micros, parts: number] {
  for (let size = 1; size < SECOND; size *= 10) {
    if (size >= minimum) return [size, size === 1 ? 1 : 5];
    if (size * 2 >= minimum) return [size * 2, size === 1 ? 2 : 4];
    if (size * 5 >= minimum) return [size * 5, 5];
  }
  for (const [seconds, parts] of CLOCK_STEPS) if (seconds * SECOND >= minimum) return [seconds * SECOND, parts];
  const days = 10 ** Math.ceil(Math.log10(minimum / (86_400 * SECOND)));
  return [days * 86_400 * SECOND, 5];
}

/**
 * The ticks of a scale, from left to right, none before the run's beginning and none within a fold.
 * @param spacing pixels that a label needs.
 * @param longest the latest time of the run; decides how times are written.
 */
export function axisTicks(scale: TimeScale, spacing: number, longest: Micros): Tick[] {
  const [step, parts] = tickStep(scale.perPx * spacing);
  const small = step / parts;
  const ticks: Tick[] = [];
  let lastLabel = -Infinity;
  let from = Math.max(0, scale.from);
  for (const fold of [...scale.axis.folds, undefined]) {
    const to = Math.min(scale.to, fold ? fold.from : Infinity);
    const last = Math.floor(to / small);
    for (let index = Math.ceil(from / small); index <= last; index++) {
      const time = Math.round(index * small);
      const x = scale.xOf(time);
      const labelled = index % parts === 0 && time <= longest && x - lastLabel >= spacing - 1;
      if (labelled) lastLabel = x;
      ticks.push({ time, x, label: labelled ? printTime(time, step, longest) : '' });
    }
    if (fold) from = Math.max(from, fold.to);
  }
  return ticks;
}
