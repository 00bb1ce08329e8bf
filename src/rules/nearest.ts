/** How much worse a name is that is alike only from its last `::` on. */
const OTHER_FAMILY = 2;

/**
 * The names most like one that is unknown, best first: told apart by case, by what stands before `::`, or by a few
 * letters. Those much worse than the best are left out.
 * @param most how many to give at most.
 */
export function nearestNames(name: string, known: Iterable<string>, most = 3): readonly string[] {
  const wanted = name.toLowerCase();
  const wantedTail = tail(wanted);
  const near: { name: string; distance: number }[] = [];
  for (const candidate of known) {
    const lower = candidate.toLowerCase();
    const tails = editDistance(wantedTail, tail(lower));
    if (tails > Math.max(1, Math.min(wantedTail.length, tail(lower).length) / 3)) continue;
    near.push({ name: candidate, distance: Math.min(editDistance(wanted, lower), tails + OTHER_FAMILY) });
  }
  near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return near
    .filter(({ distance }) => distance <= near[0]!.distance + 1)
    .slice(0, most)
    .map(({ name: candidate }) => candidate);
}

/** `Did you mean a or b?`, or nothing. */
export function didYouMean(names: readonly string[]): string {
  if (names.length === 0) return '';
  return ` Did you mean ${names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names[0]}?`;
}

/** More than any two names that are alike. */
const FAR_APART = Infinity;

const tail = (name: string) => name.slice(name.lastIndexOf(':') + 1);

/** The work grows with the square of the length; a name that long is not mistyped by a few letters. */
const LONGEST_NAME = 200;

/** How many letters to put in, leave out or change (Levenshtein). */
function editDistance(a: string, b: string): number {
  if (a === b) return 0;
  // Names of very different length are far apart; not worth the work.
  if (Math.abs(a.length - b.length) > 8 || Math.max(a.length, b.length) > LONGEST_NAME) return FAR_APART;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
