// Finding types by a few letters. A plain scan of 182 short names takes well under a millisecond; no index is kept.
import { foldText } from '../../model/fold-text.ts';
import type { ResourceType } from '../../model/rtype.ts';

/** What stands between words. */
const NO_LETTERS = /[^\p{L}\p{N}]+/u;

/** The last part of a type's name: `Ping` of `linux::Ping`. */
export function lastPart(rtype: string): string {
  return rtype.slice(rtype.lastIndexOf(':') + 1);
}

/** The words of a name, where `::` and capitals begin one: `linux::UdpTest` has linux, udp and test. */
function wordsOf(rtype: string): readonly string[] {
  return foldText(rtype.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2'))
    .split(NO_LETTERS)
    .filter(Boolean);
}

/**
 * How well a type answers one word of a query: 0 is best, undefined no match.
 * A match in the last part of the name counts most, then its words, the whole name, its help.
 */
function rankWord(type: Pick<ResourceType, 'rtype' | 'help'>, word: string): number | undefined {
  const last = foldText(lastPart(type.rtype));
  const full = foldText(type.rtype);
  if (last === word || full === word) return 0;
  if (last.startsWith(word)) return 1;
  if (wordsOf(type.rtype).some((part) => part.startsWith(word))) return 2;
  if (last.includes(word)) return 3;
  if (full.includes(word)) return 4;
  const help = foldText(type.help);
  if (help.split(NO_LETTERS).some((part) => part.startsWith(word))) return 5;
  return undefined;
}

function hasLettersInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * The types that answer every word of a query, best first; ties keep the order given, shorter names first. Where none
 * does, those whose names have the query's letters in order. An empty query gives all types as they are.
 */
export function rankTypes<T extends Pick<ResourceType, 'rtype' | 'help'>>(
  types: readonly T[],
  query: string,
): readonly T[] {
  const words = foldText(query)
    .split(/[\s:]+/)
    .filter(Boolean);
  if (words.length === 0) return types;
  const found = types
    .map((type) => {
      const ranks = words.map((word) => rankWord(type, word));
      return ranks.includes(undefined)
        ? undefined
        : { type, rank: ranks.reduce((sum: number, rank) => sum + rank!, 0) };
    })
    .filter((match) => match !== undefined)
    .sort((a, b) => a.rank - b.rank || lastPart(a.type.rtype).length - lastPart(b.type.rtype).length)
    .map(({ type }) => type);
  return found.length > 0 ? found : types.filter(({ rtype }) => hasLettersInOrder(foldText(rtype), words.join('')));
}
