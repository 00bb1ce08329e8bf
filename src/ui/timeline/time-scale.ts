import type { Micros } from '../../model/units.ts';
import { LINEAR, type TimeAxis } from './time-axis.ts';

/** No closer than a hundred pixels to a microsecond: times have no finer parts. */
const FINEST = 0.01;
/** What lies further from the picture than this is drawn there, px: a canvas counts in single precision. */
const FAR = 1e6;

/**
 * Between virtual time and the pixels of a picture. Never changes: moving it gives another.
 *
 * The left edge is kept as a whole number and a fraction. Late in a long run a double has no bits left for fractions of
 * a microsecond (beyond 2^52 µs, 142 years), so pixels are counted from the whole number, to which the distances are
 * exact.
 */
export class TimeScale {
  /** The place on the axis (see TimeAxis) at the left edge, rounded down; may be negative. */
  readonly origin: number;
  /** How much further the left edge is: 0 or more, less than 1. */
  readonly offset: number;
  /** How much of the axis a (CSS) pixel is: microseconds, where nothing is folded. */
  readonly perPx: number;
  /** Where the picture begins and how wide it is, in CSS pixels. */
  readonly left: number;
  readonly width: number;
  readonly axis: TimeAxis;

  /** @param place on the axis, from which the left edge is `offset` away. */
  constructor(place: number, perPx: number, left: number, width: number, axis: TimeAxis = LINEAR, offset = 0) {
    const whole = Math.floor(place);
    const rest = place - whole + offset;
    this.origin = whole + Math.floor(rest);
    this.offset = rest - Math.floor(rest);
    this.perPx = Math.max(FINEST, perPx);
    this.left = left;
    this.width = Math.max(1, width);
    this.axis = axis;
  }

  /** Shows [from, to] with a small margin at either side. */
  static fit(from: Micros, to: Micros, left: number, width: number, axis: TimeAxis = LINEAR): TimeScale {
    const place = axis.place(from);
    const span = Math.max(1, axis.place(to) - place);
    const margin = Math.min(12, width / 20);
    const perPx = span / Math.max(1, width - 2 * margin);
    return new TimeScale(place, perPx, left, width, axis, -margin * perPx);
  }

  /** The times at the edges, rounded outwards to whole microseconds. */
  get from(): Micros {
    return this.earliestAt(this.left);
  }

  get to(): Micros {
    return Math.ceil(this.axis.time(this.origin + Math.ceil(this.offset + this.width * this.perPx)));
  }

  get right(): number {
    return this.left + this.width;
  }

  /** The pixel of a time; no further than FAR from the picture. */
  xOf(time: number): number {
    const px = (this.axis.place(time) - this.origin - this.offset) / this.perPx;
    return this.left + Math.min(this.width + FAR, Math.max(-FAR, px));
  }

  /** The time at a pixel: a whole number of microseconds. */
  timeAt(x: number): Micros {
    return Math.round(this.axis.time(this.origin + (this.offset + (x - this.left) * this.perPx)));
  }

  /** The last whole microsecond at or before a pixel. */
  earliestAt(x: number): Micros {
    return Math.floor(this.axis.time(this.origin + Math.floor(this.offset + (x - this.left) * this.perPx)));
  }

  /** A time moved by pixels, by a microsecond at least. */
  nudged(time: Micros, px: number): Micros {
    const moved = Math.round(this.axis.time(this.axis.place(time) + px * this.perPx));
    return moved === time ? time + Math.sign(px) : moved;
  }

  /** Closer by `factor` (above 1) or further away; the time at pixel `x` stays where it is. */
  zoomed(factor: number, x: number): TimeScale {
    const perPx = Math.max(FINEST, this.perPx / factor);
    return this.#from(this.origin, this.offset + (x - this.left) * (this.perPx - perPx), perPx);
  }

  /** Later times come in from the right by `px` pixels. */
  panned(px: number): TimeScale {
    return this.#from(this.origin, this.offset + px * this.perPx);
  }

  /** The same times in a picture of another size; what is at the left edge stays there. */
  resized(left: number, width: number): TimeScale {
    return left === this.left && width === this.width
      ? this
      : new TimeScale(this.origin, this.perPx, left, width, this.axis, this.offset);
  }

  /** Changed as little as needed to keep the run, [0, time], in sight, with not much emptiness around it. */
  within(time: Micros): TimeScale {
    const end = this.axis.place(time);
    const perPx = Math.min(this.perPx, Math.max(FINEST, (Math.max(1, end) * 2) / this.width));
    const span = perPx * this.width;
    const least = -span * 0.25;
    const most = -span * 0.5;
    if (this.#startAfter(0) < least || end + most < least) return this.#from(0, least, perPx);
    if (this.#startAfter(end) > most) return this.#from(end, most, perPx);
    return perPx === this.perPx ? this : this.#from(this.origin, this.offset, perPx);
  }

  /** Moved, when `time` is out of sight, so that it is in sight. */
  showing(time: Micros): TimeScale {
    const x = this.xOf(time);
    if (x >= this.left && x <= this.right) return this;
    return this.#from(this.axis.place(time), -this.perPx * this.width * 0.15);
  }

  /** Whether it shows the same as another, to a pixel. */
  isLike(other: TimeScale): boolean {
    const apart = this.#startAfter(other.origin) - other.offset;
    return Math.abs(apart) < other.perPx && Math.abs(this.perPx / other.perPx - 1) < 0.01;
  }

  /** How far the left edge is beyond a place on the axis. */
  #startAfter(place: number): number {
    return this.origin - place + this.offset;
  }

  #from(place: number, offset: number, perPx = this.perPx): TimeScale {
    return new TimeScale(place, perPx, this.left, this.width, this.axis, offset);
  }
}
