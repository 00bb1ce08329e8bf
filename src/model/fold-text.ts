// Text as one looks for it: how it is written, in capitals or not, with accents or without, doesn't matter.
import { ownValue } from './own-value.ts';

/** Letters with a stroke or joined, which Unicode doesn't take apart, and what is typed for them. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
};
const SPECIAL = /[øđðħłŧþæœς]/g;
const NOT_ASCII = /\P{ASCII}/u;

/**
 * A text in the one way of writing in which texts are compared: `Straße`, `STRASSE` and `strasse` are the same, so are
 * `Zoë` composed, decomposed and `zoe`, and `İ`, `I`, `ı`, `i`. What can't be seen doesn't count.
 */
export function foldText(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  // By way of the capitals: two of them may be one small letter (ß), and one capital that of two letters (I: i and ı).
  return text
    .normalize('NFKD')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(SPECIAL, (letter) => ownValue(PLAIN, letter)!);
}

/** The words of a query, as {@link foldText} writes them. */
export function foldWords(query: string): readonly string[] {
  return foldText(query).split(/\s+/).filter(Boolean);
}

/** Whether a text has all the words of a query in it, however either is written. An empty query is in every text. */
export function hasWords(text: string, query: string): boolean {
  const words = foldWords(query);
  if (words.length === 0) return true;
  const folded = foldText(text);
  return words.every((word) => folded.includes(word));
}
