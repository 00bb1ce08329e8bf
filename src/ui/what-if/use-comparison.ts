import { useMemo } from 'react';
import { areOver, type TwoRuns, twoRuns } from '../../forks/kept-runs.ts';
import type { Guid } from '../../model/units.ts';
import { compareRuns, type RunComparison } from '../../record/compare-runs.ts';
import { type JoinedRuns, joinRecords } from '../../record/join-records.ts';
import { useRun } from '../context/studio-context.tsx';

/** The run on screen and what it is compared with; undefined: it stands alone. */
export function useTwoRuns(): TwoRuns | undefined {
  return twoRuns(useRun(({ runs, shown, against }) => ({ runs, shown, against })));
}

export interface Comparison extends RunComparison {
  /** Both runs in one. */
  readonly joined: JoinedRuns;
  /** For which resource one of the second run's stands in it. */
  readonly firstOf: ReadonlyMap<Guid, Guid>;
}

/** Compares two runs that are over; undefined while one of them is not. */
export function useComparison(runs: TwoRuns): Comparison | undefined {
  const { before: first, after: second } = runs;
  const isOver = areOver(runs);
  const [before, after] = [first.record, second.record];
  const { resources } = first.experiment;
  return useMemo(() => {
    if (!isOver) return undefined;
    const guids = resources.map(({ guid }) => guid);
    const joined = joinRecords(before, after, guids);
    const firstOf = new Map([...joined.secondOf].map(([guid, twin]) => [twin, guid]));
    return { ...compareRuns(before, after, guids), joined, firstOf };
  }, [isOver, before, after, resources]);
}
