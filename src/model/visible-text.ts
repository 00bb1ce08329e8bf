// Text that came from a file or was typed may hold characters that can't be seen, reorder what is beside them, or are
// orders to a terminal. Where such text is shown, they are shown as what they are.
import { graphemes } from './graphemes.ts';

/** What can't be seen, or acts on what is around it. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u;

/** What joins emoji, chooses their look, or joins letters where a script is written joined: it belongs to the text. */
const JOINED = new RegExp(
  [
    String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})`,
    String.raw`(?<=[\p{S}\p{N}#*])[\ufe0e\ufe0f]`,
    String.raw`(?<=[\p{sc=Arab}\p{sc=Syrc}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}])[\u200c\u200d](?=\p{L}|$|\s)`,
  ].join('|'),
  'u',
);
const HIDDEN_OR_JOINED = new RegExp(`(${JOINED.source})|${HIDDEN.source}`, 'gu');

/**
 * A text with everything in it to be seen: control characters as their pictures (`␛`), others that can't be seen or
 * change the order of what is beside them as their code (`\u{202e}`). What a script or an emoji needs stays.
 */
export function visibleText(text: string): string {
  if (!HIDDEN.test(text)) return text;
  return text.replace(HIDDEN_OR_JOINED, (found: string, joined: string | undefined) => joined ?? pictureOf(found));
}

function pictureOf(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '␡' : `\\u{${code.toString(16)}}`;
}

/** Characters that a view shows of a text which is one thing of many: a label, a type, a value. */
export const MOST_SHOWN = 200;
/** Characters that a view shows of a sentence. */
const MOST_TOLD = 1000;
/** Characters of a value that a search looks at: further on it would be felt at each key. */
export const MOST_SEARCHED = 10_000;

/** How much of a text, at most so many UTF-16 units, is whole graphemes. */
function wholeGraphemes(text: string, most: number): number {
  let whole = 0;
  for (const { index, segment } of graphemes(text.slice(0, most + 1))) {
    if (index + segment.length > most) break;
    whole = index + segment.length;
  }
  // A single one that is longer (a letter under a heap of accents) is cut all the same.
  return whole || most;
}

/** The beginning of a text and `…` where it is longer than `most`; no grapheme is cut in two. */
export function cutText(text: string, most = MOST_SHOWN): string {
  return text.length <= most ? text : `${text.slice(0, wholeGraphemes(text, most))}…`;
}

/** A text as a view shows it: cut where it is very long, and with everything in it to be seen. */
export function shownText(text: string, most = MOST_SHOWN): string {
  return visibleText(cutText(text, most));
}

/**
 * A sentence as a view shows it. The middle goes where it is very long: it quotes something long then, and what it says
 * of that stands before and after.
 */
export function shownSentence(sentence: string): string {
  if (sentence.length <= MOST_TOLD) return visibleText(sentence);
  const half = MOST_TOLD / 2;
  const end = sentence.slice(-half);
  // Not from within a surrogate pair.
  const clean = /^[\udc00-\udfff]/.test(end) ? end.slice(1) : end;
  return visibleText(`${cutText(sentence, half)}${clean}`);
}

/** Whether a text holds nothing that can be seen: white space, invisible characters, or no character at all. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u.test(text);
}

/** Escapes in JSON what {@link visibleText} would show otherwise; the JSON stays equal. */
export function visibleJson(json: string): string {
  if (!HIDDEN.test(json)) return json;
  return json.replace(HIDDEN_OR_JOINED, (found: string, joined: string | undefined) => {
    if (joined !== undefined || found === '\n') return found;
    return found
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
  });
}
