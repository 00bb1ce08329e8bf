// Twenty resources with the same problem are one thing to know and one thing to do.
import type { Guid } from '../../model/units.ts';
import type { Problem } from '../../rules/problem.ts';

/** Problems that say the same of several resources; one alone where it has none like it. */
export interface ProblemRow {
  readonly key: string;
  /** In their order; the first one speaks for all. */
  readonly problems: readonly [Problem, ...Problem[]];
}

/**
 * The problems with those folded together that differ only in whom they are about, each where the first of them was.
 * @param labelOf what a resource is called in messages.
 */
export function foldProblems(
  problems: readonly Problem[],
  labelOf: (guid: Guid) => string | undefined,
): readonly ProblemRow[] {
  const rows = new Map<string, [Problem, ...Problem[]]>();
  for (const problem of problems) {
    const key = keyOf(problem, labelOf);
    const row = rows.get(key);
    if (row) row.push(problem);
    else rows.set(key, [problem]);
  }
  return [...rows].map(([key, row]) => ({ key, problems: row }));
}

/** The same for problems that differ only in their resource. */
function keyOf({ rule, severity, message, place, fix }: Problem, labelOf: (guid: Guid) => string | undefined): string {
  const { guid, ...elsewhere } = place;
  if (guid === undefined) return JSON.stringify([rule, severity, message, elsewhere]);
  const words = message.replace(labelOf(guid) ?? '', '').replace(` (guid ${guid})`, '');
  return JSON.stringify([rule, severity, words, elsewhere, fix?.label]);
}
