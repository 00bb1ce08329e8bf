// The name on a card that is small on screen: its letters are large then, and few have room. Names that are alike differ
// at their ends, so it is the middle that goes.
import type { Nearness } from '../nearness.ts';
import { cutToFit, textWidth } from '../scene/text-width.ts';

const WEIGHT = 600;
/** The letters, as --name-size in Canvas.module.css, and what a line of them has on a card: px. */
const ROOM: Readonly<
  Record<Exclude<Nearness, 'near'>, { readonly size: number; readonly room: number; readonly lines: number }>
> = {
  middle: { size: 18, room: 136, lines: 2 },
  far: { size: 28, room: 184, lines: 2 },
  farther: { size: 38, room: 184, lines: 1 },
  farthest: { size: 42, room: 184, lines: 1 },
};
/** Of a line that holds both ends of a name, what the last of it takes at most: a whole word, or some letters. */
const MOST_END = { word: 0.7, letters: 0.45 };

/**
 * A name as it has room on its card: as it is where that is enough, else its beginning and its end, on two lines with a
 * line break between them.
 * @param isRunning the state's word stands where a second line would.
 */
export function shortName(name: string, nearness: Exclude<Nearness, 'near'>, isRunning: boolean): string {
  const { size, room, lines: most } = ROOM[nearness];
  const lines = nearness === 'far' && isRunning ? 1 : most;
  const widthOf = (text: string) => textWidth(text, size, WEIGHT);
  if (wraps(name, lines, (text) => widthOf(text) <= room)) return name;
  const word = /[^\s\-_.]+[\s\-_.]?\d*$/.exec(name)?.[0] ?? '';
  const [forWord, forLetters] = lines === 1 ? [room * MOST_END.word, room * MOST_END.letters] : [room, room];
  const end = word && word !== name && widthOf(word) <= forWord ? word : lastThatFit(name, forLetters, widthOf);
  const start = name.slice(0, name.length - end.length);
  if (lines === 1) return cutToFit(start, room - widthOf(end), size, WEIGHT) + end;
  return `${cutToFit(start, room, size, WEIGHT)}\n${end}`;
}

/** Whether a text has room on so many lines, broken only where the browser breaks it well. */
function wraps(text: string, lines: number, fits: (line: string) => boolean): boolean {
  let line = '';
  let count = 1;
  for (const word of text.split(/(?<=[\s-])/)) {
    if (!fits(word.trimEnd())) return false;
    if (fits((line + word).trimEnd())) line += word;
    else [line, count] = [word, count + 1];
  }
  return count <= lines;
}

function lastThatFit(text: string, room: number, widthOf: (text: string) => number): string {
  let start = text.length;
  while (start > 0 && widthOf(text.slice(start - 1)) <= room) start--;
  return text.slice(start);
}
