// How many columns of a terminal a text takes.
import { graphemes } from '../model/graphemes.ts';

/** Scripts and signs that take two columns (East Asian Width W and F). */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2fb}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u;
/** Emoji shown as pictures: by themselves, as flags, or by what follows them. */
const EMOJI =
  /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}{2}|\p{Emoji}\ufe0f|\p{Extended_Pictographic}.*\u200d)/u;
const NO_WIDTH = /^[\p{M}\p{Default_Ignorable_Code_Point}]+$/u;

function widthOf(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) || EMOJI.test(grapheme) ? 2 : 1;
}

/** The columns that a line of text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes(text)) width += widthOf(segment);
  return width;
}

/** A text in no more than so many columns: its beginning and `…` where it would take more. */
export function cutToWidth(text: string, most: number): string {
  let [width, kept] = [0, ''];
  for (const { segment, index } of graphemes(text)) {
    const next = width + widthOf(segment);
    if (next > most) return `${kept}…`;
    if (next <= most - 1) kept = text.slice(0, index + segment.length);
    width = next;
  }
  return text;
}

/** A text with spaces after it, to so many columns. */
export function padToWidth(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
