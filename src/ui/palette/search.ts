// Finding types by a few letters. A plain scan of 182 short names takes well under a millisecond; no index is kept.
import type { ResourceType } from '../../model/rtype.ts';

/** The last part of a type's name: `Ping` of `linux::Ping`. */
export function lastPart(rtype: string): string {
  return rtype.slice(rtype.lastIndexOf(':') + 1);
}

/** The words of a name, where `::` and capitals begin one: `linux::UdpTest` has linux, udp and test. */
function wordsOf(rtype: string): readonly string[] {
  return rtype
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/**
 * How well a type answers one word of a query: 0 is best, undefined no match.
 * A match in the last part of the name counts most, then its words, the whole name, its help.
 */
function rankWord(type: Pick<ResourceType, 'rtype' | 'help'>, word: string): number | undefined {
  const last = lastPart(type.rtype).toLowerCase();
  const full = type.rtype.toLowerCase();
  if (last === word || full === word) return 0;
  if (last.startsWith(word)) return 1;
  if (wordsOf(type.rtype).some((part) => part.startsWith(word))) return 2;
  if (last.includes(word)) return 3;
  if (full.includes(word)) return 4;
  const help = type.help.toLowerCase();
  if (help.split(/[^a-z0-9]+/).some((part) => part.startsWith(word))) return 5;
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
  const words = query
    .toLowerCase()
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
  return found.length > 0 ? found : types.filter(({ rtype }) => hasLettersInOrder(rtype.toLowerCase(), words.join('')));
}
