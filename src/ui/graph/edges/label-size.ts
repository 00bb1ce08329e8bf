// How much room a sentence takes on its edge.
import { textWidth } from '../scene/text-width.ts';

export const LABEL_HEIGHT = 20;
const FONT_PX = 11;
/** Border and padding, both sides, and a little to spare. */
const AROUND = 18;

export function labelSize(text: string): { readonly width: number; readonly height: number } {
  return { width: Math.ceil(textWidth(text, FONT_PX) + AROUND), height: LABEL_HEIGHT };
}
