// The name on a card that is small on screen: its letters are large then, and few have room. Names that are alike differ
// at their ends, so it is the middle that goes.
import type { State } from '../../../model/state.ts';
import type { Nearness } from '../scene/nearness.ts';
import { cutToFit, textWidth } from '../scene/text-width.ts';

const WEIGHT = 600;

interface Room {
  readonly size: number;
  readonly room: number;
  readonly lines: number;
}

/** The letters, as --name-size in Canvas.module.css, and what a line of them has on a card: px. */
const ROOM: Readonly<Record<Exclude<Nearness, 'near'>, Room>> = {
  middle: { size: 18, room: 136, lines: 2 },
  far: { size: 28, room: 184, lines: 2 },
  farther: { size: 38, room: 184, lines: 1 },
  farthest: { size: 42, room: 184, lines: 1 },
};
/** Rather than leave out the middle of a name, `farther` writes it smaller, on two lines. */
const SMALLER: Room = { size: 32, room: 184, lines: 2 };
/** Of a line that holds both ends of a name, what the last of it takes at most: a whole word, or some letters. */
const MOST_END = { word: 0.7, letters: 0.45 };

/** What is written on a card, line breaks included. */
export interface ShownName {
  readonly text: string;
  /** It has room only in letters smaller than the usual ones, as `[data-smaller]` in ResourceCard.module.css. */
  readonly isSmaller: boolean;
}

/**
 * A name as it has room on its card: as it is where that is enough, else its beginning and its end, on two lines with a
 * line break between them.
 * @param state in the run on screen; its word (`far`), or a failure's sign (`farther`), stands where a second line would.
 */
export function shortName(name: string, nearness: Exclude<Nearness, 'near'>, state: State | undefined): ShownName {
  const usual = ROOM[nearness];
  const room = nearness === 'far' && state ? { ...usual, lines: 1 } : usual;
  if (inLines(name, room)) return { text: name, isSmaller: false };
  if (nearness !== 'farther' || state === 'FAILED') return { text: withoutMiddle(name, room), isSmaller: false };
  return { text: inLines(name, SMALLER)?.join('\n') ?? withoutMiddle(name, SMALLER), isSmaller: true };
}

/** The lines of a text, broken only where the browser breaks it well; undefined where it takes more than there are. */
function inLines(text: string, { size, room, lines }: Room): readonly string[] | undefined {
  const fits = (line: string) => textWidth(line.trimEnd(), size, WEIGHT) <= room;
  const found: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=[\s-])/)) {
    if (!fits(word)) return undefined;
    if (fits(line + word)) line += word;
    else {
      found.push(line);
      line = word;
    }
  }
  found.push(line);
  return found.length <= lines ? found : undefined;
}

function withoutMiddle(name: string, { size, room, lines }: Room): string {
  const widthOf = (text: string) => textWidth(text, size, WEIGHT);
  const word = /[^\s\-_.]+[\s\-_.]?\d*$/.exec(name)?.[0] ?? '';
  const [forWord, forLetters] = lines === 1 ? [room * MOST_END.word, room * MOST_END.letters] : [room, room];
  const end = word && word !== name && widthOf(word) <= forWord ? word : lastThatFit(name, forLetters, widthOf);
  const start = name.slice(0, name.length - end.length);
  if (lines === 1) return cutToFit(start, room - widthOf(end), size, WEIGHT) + end;
  return `${cutToFit(start, room, size, WEIGHT)}\n${end}`;
}

function lastThatFit(text: string, room: number, widthOf: (text: string) => number): string {
  let start = text.length;
  while (start > 0 && widthOf(text.slice(start - 1)) <= room) start--;
  return text.slice(start);
}
