import type { Micros } from '../../model/units.ts';
import type { TimeScale } from './time-scale.ts';
import { printTime, YEAR } from '../text/time-text.ts';

export interface Tick {
  readonly time: Micros;
  readonly x: number;
  /** What to write beside it; '' for the small ones between. */
  readonly label: string;
}

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;
/** Steps of a second to half a day follow the clock; each is divided by its second number into small ticks. */
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
];

/** The steps between labelled ticks and how many parts each falls into, from the finest; without an end. */
export function* tickSteps(): Generator<readonly [step: Micros, parts: number]> {
  yield [1, 1];
  yield [2, 2];
  yield [5, 5];
  yield* decimalSteps(10, SECOND);
  for (const [seconds, parts] of CLOCK_STEPS) yield [seconds * SECOND, parts];
  yield* decimalSteps(DAY, YEAR);
  yield* decimalSteps(YEAR, Infinity);
}

/** 1, 2, 5, 10, ... times the unit, as long as they are below the limit. */
function* decimalSteps(unit: Micros, limit: Micros): Generator<readonly [step: Micros, parts: number]> {
  for (let size = unit; ; size *= 10) {
    for (const [factor, parts] of [
      [1, 5],
      [2, 4],
      [5, 5],
    ] as const) {
      if (size * factor >= limit) return;
      yield [size * factor, size === DAY && factor === 1 ? 4 : parts];
    }
  }
}

/** No time is later: beyond it, numbers are no longer exact. */
const LATEST: Micros = Number.MAX_SAFE_INTEGER;
/** Between the end of a label and the next tick, in pixels. */
const GAP = 40;

/** The finest step at which labels as wide as the last one of the run don't come too close, and how wide that is. */
function chooseStep(
  scale: TimeScale,
  letter: number,
  longest: Micros,
): { readonly step: Micros; readonly parts: number; readonly spacing: number } {
  for (const [step, parts] of tickSteps()) {
    const spacing = GAP + printTime(longest, step, longest).length * letter;
    if (step >= spacing * scale.perPx) return { step, parts, spacing };
  }
  throw new Error('the steps have no end');
}

/**
 * The ticks of a scale, from left to right, none before the run's beginning and none within a fold.
 * @param letter the width of a letter of the labels, in pixels.
 * @param longest the latest time of the run; decides how times are written.
 */
export function axisTicks(scale: TimeScale, letter: number, longest: Micros): Tick[] {
  const { step, parts, spacing } = chooseStep(scale, letter, longest);
  const small = step / parts;
  const ticks: Tick[] = [];
  let lastLabel = -Infinity;
  let from = Math.max(0, scale.from);
  for (const fold of [...scale.axis.folds, undefined]) {
    const to = Math.min(scale.to, fold ? fold.from : LATEST);
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
