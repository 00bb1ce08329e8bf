import type { Micros } from '../../model/units.ts';
import { LINEAR, type TimeAxis } from './time-axis.ts';

/** No closer than a hundred pixels to a microsecond: times have no finer parts. */
const FINEST = 0.01;
/** No further out than this many microseconds a pixel (some weeks across a screen). */
const COARSEST = 5e9;

/** Between virtual time and the pixels of a picture. Never changes: moving it gives another. */
export class TimeScale {
  /** The place on the axis (see TimeAxis) at the left edge; may be a fraction, and negative. */
  readonly start: number;
  /** How much of the axis a (CSS) pixel is: microseconds, where nothing is folded. */
  readonly perPx: number;
  /** Where the picture begins and how wide it is, in CSS pixels. */
  readonly left: number;
  readonly width: number;
  readonly axis: TimeAxis;

  constructor(start: number, perPx: number, left: number, width: number, axis: TimeAxis = LINEAR) {
    this.start = start;
    this.perPx = Math.min(COARSEST, Math.max(FINEST, perPx));
    this.left = left;
    this.width = Math.max(1, width);
    this.axis = axis;
  }

  /** Shows [from, to] with a little room at either side. */
  static fit(from: Micros, to: Micros, left: number, width: number, axis: TimeAxis = LINEAR): TimeScale {
    const place = axis.place(from);
    const span = Math.max(1, axis.place(to) - place);
    const margin = Math.min(12, width / 20);
    const perPx = span / Math.max(1, width - 2 * margin);
    return new TimeScale(place - margin * perPx, perPx, left, width, axis);
  }

  /** The times at the edges; may be fractions. */
  get from(): number {
    return this.axis.time(this.start);
  }

  get to(): number {
    return this.axis.time(this.start + this.perPx * this.width);
  }

  get right(): number {
    return this.left + this.width;
  }

  xOf(time: number): number {
    return this.left + (this.axis.place(time) - this.start) / this.perPx;
  }

  /** The time at a pixel: a whole number of microseconds. */
  timeAt(x: number): Micros {
    return Math.round(this.axis.time(this.start + (x - this.left) * this.perPx));
  }

  /** Closer by `factor` (above 1) or further away; the time at pixel `x` stays where it is. */
  zoomed(factor: number, x: number): TimeScale {
    const perPx = Math.min(COARSEST, Math.max(FINEST, this.perPx / factor));
    const anchor = this.start + (x - this.left) * this.perPx;
    return new TimeScale(anchor - (x - this.left) * perPx, perPx, this.left, this.width, this.axis);
  }

  /** Later times come in from the right by `px` pixels. */
  panned(px: number): TimeScale {
    return new TimeScale(this.start + px * this.perPx, this.perPx, this.left, this.width, this.axis);
  }

  /** The same times in a picture of another size; what is at the left edge stays there. */
  resized(left: number, width: number): TimeScale {
    return left === this.left && width === this.width
      ? this
      : new TimeScale(this.start, this.perPx, left, width, this.axis);
  }

  /** Changed as little as needed to keep the run, [0, time], in sight, with not much emptiness around it. */
  within(time: Micros): TimeScale {
    const end = this.axis.place(time);
    const perPx = Math.min(this.perPx, Math.max(FINEST, (Math.max(1, end) * 2) / this.width));
    const span = perPx * this.width;
    const lowest = -span * 0.25;
    const highest = Math.max(lowest, end - span * 0.5);
    const start = Math.min(Math.max(this.start, lowest), highest);
    return start === this.start && perPx === this.perPx
      ? this
      : new TimeScale(start, perPx, this.left, this.width, this.axis);
  }

  /** Moved, when `time` is out of sight, so that it is in sight. */
  showing(time: Micros): TimeScale {
    const x = this.xOf(time);
    if (x >= this.left && x <= this.right) return this;
    return new TimeScale(
      this.axis.place(time) - this.perPx * this.width * 0.15,
      this.perPx,
      this.left,
      this.width,
      this.axis,
    );
  }
}
