import { STATE_ORDER } from '../../model/state.ts';
import { createHatch } from './hatch.ts';
import { readTheme, type TimelineTheme } from './timeline-theme.ts';

/** What drawing needs beside the data: made once per theme and device pixel ratio. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly theme: TimelineTheme;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  /** Hatching for waits, by the code of the state it lies on; made when it is first needed. */
  waiting(state: number): CanvasPattern | string;
  readonly released: CanvasPattern | string;
  /** Width of a text in the font of the state words. */
  wordWidth(text: string): number;
  /** Copies a small picture to a place, in whole device pixels; `draw` makes it the first time that its name is heard. */
  stamp(name: string, at: StampPlace, draw: (pen: CanvasRenderingContext2D) => void): void;
}

/** In CSS pixels. */
export interface StampPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Labels and words are measured once; beyond so many they are forgotten. */
const MOST_WIDTHS = 5000;

/** @param theme that of the canvas itself, when none is given: it must be in the page. */
export function createBrush(
  context: CanvasRenderingContext2D,
  ratio: number,
  theme: TimelineTheme = readTheme(context.canvas),
): Brush {
  const waiting: (CanvasPattern | string)[] = [];
  const widths = new Map<string, number>();
  const stamps = new Map<string, HTMLCanvasElement>();
  return {
    context,
    theme,
    ratio,
    waiting: (state) =>
      (waiting[state] ??= createHatch(context, theme.states[state]!.text, 0.6, Math.round(7 * ratio), true, ratio)),
    released: createHatch(context, theme.states[STATE_ORDER.RELEASED]!.line, 1, Math.round(6 * ratio), false, ratio),
    wordWidth(text) {
      let width = widths.get(text);
      if (width === undefined) {
        if (widths.size > MOST_WIDTHS) widths.clear();
        widths.set(text, (width = context.measureText(text).width));
      }
      return width;
    },
    stamp(name, { x, y, width, height }, draw) {
      let stamp = stamps.get(name);
      if (!stamp) stamps.set(name, (stamp = makeStamp(context, width, height, ratio, draw)));
      const [left, top] = [Math.round(x * ratio) / ratio, Math.round(y * ratio) / ratio];
      context.drawImage(stamp, left, top, stamp.width / ratio, stamp.height / ratio);
    },
  };
}

function makeStamp(
  { font, textBaseline }: CanvasRenderingContext2D,
  width: number,
  height: number,
  ratio: number,
  draw: (pen: CanvasRenderingContext2D) => void,
): HTMLCanvasElement {
  const stamp = document.createElement('canvas');
  stamp.width = Math.ceil(width * ratio);
  stamp.height = Math.ceil(height * ratio);
  const pen = stamp.getContext('2d');
  if (pen) {
    pen.scale(ratio, ratio);
    Object.assign(pen, { font, textBaseline });
    draw(pen);
  }
  return stamp;
}

/** Gives the canvas as many device pixels as it has room. @returns whether it had another number. */
export function sizeCanvas(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): boolean {
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width === wide && canvas.height === high) return false;
  canvas.width = wide;
  canvas.height = high;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  return true;
}
