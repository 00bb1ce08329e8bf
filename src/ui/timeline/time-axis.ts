import type { Micros } from '../../model/units.ts';
import type { RunRecord } from '../../record/run-record.ts';

/** A stretch of time in which nothing happens, drawn shorter than it is. */
export interface Fold {
  readonly from: Micros;
  readonly to: Micros;
  /** Where it begins on the axis, and how long it is there. */
  readonly place: number;
  readonly length: number;
}

/**
 * How time lies along the axis. A place counts microseconds, less what folds before it take out; without folds a time
 * is its own place.
 */
export class TimeAxis {
  readonly folds: readonly Fold[];

  /** @param idle stretches to fold, in order, none touching another; each becomes `length` long. */
  constructor(idle: readonly { readonly from: Micros; readonly to: Micros }[] = [], length = 0) {
    let removed = 0;
    this.folds = idle.map(({ from, to }) => {
      const fold = { from, to, place: from - removed, length };
      removed += to - from - length;
      return fold;
    });
  }

  place(time: number): number {
    const fold = this.#last((candidate) => candidate.from <= time);
    if (!fold) return time;
    if (time >= fold.to) return fold.place + fold.length + (time - fold.to);
    return fold.place + ((time - fold.from) / (fold.to - fold.from)) * fold.length;
  }

  time(place: number): number {
    const fold = this.#last((candidate) => candidate.place <= place);
    if (!fold) return place;
    const beyond = place - fold.place - fold.length;
    if (beyond >= 0) return fold.to + beyond;
    return fold.from + ((place - fold.place) / fold.length) * (fold.to - fold.from);
  }

  #last(holds: (fold: Fold) => boolean): Fold | undefined {
    let low = 0;
    let high = this.folds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.folds[middle]!)) low = middle + 1;
      else high = middle;
    }
    return this.folds[low - 1];
  }
}

/** Time as it is. */
export const LINEAR = new TimeAxis();

const MOST_FOLDS = 60;
/** A gap between events is idle when it is this many times as long as the mean of those that are shorter. */
const IDLE = 3;

/** An axis without the idle stretches: of the gaps between events, those much longer than the others are folded. */
export function foldIdle(record: RunRecord): TimeAxis {
  const { time, length } = record.events;
  const gaps: { from: Micros; to: Micros }[] = [];
  for (let event = 0; event <= length; event++) {
    const from = event === 0 ? 0 : time[event - 1]!;
    const to = event === length ? record.now : time[event]!;
    if (to > from) gaps.push({ from, to });
  }
  gaps.sort((a, b) => b.to - b.from - (a.to - a.from));
  let busy: Micros = record.now;
  let count = 0;
  for (const { from, to } of gaps.slice(0, Math.min(MOST_FOLDS, gaps.length - 1))) {
    const mean = (busy - (to - from)) / (gaps.length - count - 1);
    if (to - from < IDLE * mean) break;
    busy -= to - from;
    count++;
  }
  if (count === 0) return LINEAR;
  const shortest = gaps[count - 1]!;
  // Whole numbers, so that places beyond a fold are exact, too.
  const folded = Math.floor(Math.min(busy / Math.max(14, 2 * count), (shortest.to - shortest.from) / 3));
  if (folded === 0) return LINEAR;
  // A little is left of each at both sides, so that what happens there does not touch the fold.
  const margin = Math.floor(folded / 2);
  const idle = gaps.slice(0, count).sort((a, b) => a.from - b.from);
  return new TimeAxis(
    idle.map(({ from, to }) => ({ from: from + margin, to: to - margin })),
    folded,
  );
}
