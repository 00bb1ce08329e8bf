import { STATE_ORDER } from '../../model/state.ts';
import { createHatch } from './hatch.ts';
import { readTheme, type TimelineTheme } from './timeline-theme.ts';

/** What drawing needs beside the data: made once per theme and device pixel ratio. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly theme: TimelineTheme;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  /** Hatching for waits, by the code of the state it lies on. */
  readonly waiting: readonly (CanvasPattern | string)[];
  readonly released: CanvasPattern | string;
  /** Width of a text in the font of the state words. */
  wordWidth(text: string): number;
}

/** Labels and words are measured once; beyond so many they are forgotten. */
const MOST_WIDTHS = 5000;

export function createBrush(context: CanvasRenderingContext2D, ratio: number): Brush {
  const theme = readTheme(context.canvas);
  const widths = new Map<string, number>();
  return {
    context,
    theme,
    ratio,
    waiting: theme.states.map(({ text }) => createHatch(context, text, 0.6, Math.round(7 * ratio), true, ratio)),
    released: createHatch(context, theme.states[STATE_ORDER.RELEASED]!.line, 1, Math.round(6 * ratio), false, ratio),
    wordWidth(text) {
      let width = widths.get(text);
      if (width === undefined) {
        if (widths.size > MOST_WIDTHS) widths.clear();
        widths.set(text, (width = context.measureText(text).width));
      }
      return width;
    },
  };
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
