import type { Micros } from '../../model/units.ts';
import {
  AXIS_HEIGHT,
  contentHeight,
  DEFAULT_ROW,
  heightShowingAll,
  type RowLayout,
  scrollTopShowing,
  TALLEST_ROW,
  TEXT_ROW,
} from './row-layout.ts';
import { LINEAR, type TimeAxis } from './time-axis.ts';
import { TimeScale } from './time-scale.ts';

const LABELS_WIDTH = 208;
/** The switches above the labels need as much. */
const LABELS_LEAST = 188;
/** What an empty run shows. */
const NOTHING_YET = 1_000_000;

/** Which part of the run is in sight: the time scale, the height of the rows, how far they are scrolled. */
export class Camera {
  readonly #scroller: HTMLElement;
  readonly #content: HTMLElement;
  readonly #onMove: () => void;
  #scale = TimeScale.fit(0, 1, LABELS_WIDTH, 1);
  #axis: TimeAxis = LINEAR;
  /** Until somebody zooms or pans, the whole run is shown, however it grows. */
  #fitted = true;
  #rowHeight = DEFAULT_ROW;
  #count = 0;
  #pinned = 0;
  #end: Micros = 0;
  /** Below the rows, kept free of them. */
  #foot = 0;

  /**
   * @param scroller scrolls the rows; @param content is given their height.
   * @param onMove is called when something else is in sight.
   */
  constructor(scroller: HTMLElement, content: HTMLElement, onMove: () => void) {
    this.#scroller = scroller;
    this.#content = content;
    this.#onMove = onMove;
  }

  get scale(): TimeScale {
    return this.#scale;
  }

  get layout(): RowLayout {
    const { scrollTop } = this.#scroller;
    const height = Math.max(0, this.#scroller.clientHeight - this.#foot);
    // Rows without words are not worth pinning; and something must be left to scroll.
    const pinned = this.#rowHeight < TEXT_ROW ? 0 : Math.min(this.#pinned, Math.floor(height / this.#rowHeight / 2));
    return { count: this.#count, rowHeight: this.#rowHeight, scrollTop, pinned, height };
  }

  /** @param foot room to keep below the rows, in CSS pixels. */
  setLanes(count: number, pinned: number, foot: number): void {
    this.#count = count;
    this.#pinned = pinned;
    this.#foot = foot;
    this.#resizeContent();
  }

  /** How far the run has come. */
  setEnd(end: Micros): void {
    this.#end = end;
  }

  /** Another axis, or another run: shows all of it. */
  setAxis(axis: TimeAxis): void {
    this.#axis = axis;
    this.fit();
  }

  /** Fits the scale into the room there is now. */
  resize(width: number): void {
    const left = Math.max(LABELS_LEAST, Math.min(LABELS_WIDTH, Math.round(width * 0.3)));
    this.#scale = this.#fitted
      ? TimeScale.fit(0, this.#end || NOTHING_YET, left, width - left, this.#axis)
      : this.#scale.resized(left, width - left);
  }

  fit(): void {
    this.#fitted = true;
    this.#onMove();
  }

  zoom(factor: number, x: number): void {
    this.#move(this.#scale.zoomed(factor, Math.max(this.#scale.left, x)));
  }

  pan(px: number): void {
    this.#move(this.#scale.panned(px));
  }

  /** Shows [from, to]; the whole run, when that is what is shown already. */
  show(from: Micros, to: Micros): void {
    const { left, width } = this.#scale;
    const target = TimeScale.fit(from, to, left, width, this.#axis);
    if (target.isLike(this.#scale)) this.fit();
    else this.#move(target);
  }

  /** Brings a time into sight, moving no more than needed. */
  reach(time: Micros): void {
    if (this.#fitted) return;
    this.#scale = this.#scale.showing(time);
    this.#onMove();
  }

  sees(time: Micros): boolean {
    const x = this.#scale.xOf(time);
    return x >= this.#scale.left && x <= this.#scale.right;
  }

  /** Other heights of the rows; what is at height `y` of the picture stays there. */
  setRowHeight(next: number, y = AXIS_HEIGHT): void {
    const { count, height, scrollTop, rowHeight } = this.layout;
    const row = (y - AXIS_HEIGHT + scrollTop) / rowHeight;
    const clamped = Math.min(TALLEST_ROW, Math.max(heightShowingAll(count, height), next));
    // Whole pixels where words are drawn, so that lines stay sharp.
    this.#rowHeight = clamped >= 8 ? Math.round(clamped) : clamped;
    this.#resizeContent();
    this.#scroller.scrollTop = row * this.#rowHeight - (y - AXIS_HEIGHT);
    this.#onMove();
  }

  scaleRows(factor: number, y?: number): void {
    this.setRowHeight(this.#rowHeight * factor, y);
  }

  reveal(row: number): void {
    this.#scroller.scrollTop = scrollTopShowing(this.layout, row);
  }

  scrollRows(count: number): void {
    this.#scroller.scrollTop += count * this.#rowHeight;
  }

  #move(scale: TimeScale): void {
    this.#fitted = false;
    this.#scale = scale.within(this.#end);
    this.#onMove();
  }

  #resizeContent(): void {
    this.#content.style.height = `${contentHeight(this.#count, this.#rowHeight) + this.#foot}px`;
  }
}
