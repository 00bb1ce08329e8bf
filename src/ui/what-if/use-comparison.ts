import { useMemo } from 'react';
import { type KeptRun, ORIGINAL } from '../../app/kept-runs.ts';
import type { Guid } from '../../model/units.ts';
import { compareRuns, type RunComparison } from '../../record/compare-runs.ts';
import { joinRecords } from '../../record/join-records.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { useRun } from '../studio-context.tsx';

export interface ForkOnScreen {
  readonly original: KeptRun;
  readonly fork: KeptRun;
}

/** The fork on screen and what it is measured by; undefined: the original is on screen, or nothing. */
export function useForkOnScreen(): ForkOnScreen | undefined {
  const { runs, shown } = useRun((state) => ({ runs: state.runs, shown: state.shown }));
  const original = runs.find(({ id }) => id === ORIGINAL);
  const fork = runs.find(({ id }) => id === shown);
  return original && fork && fork !== original ? { original, fork } : undefined;
}

export interface Comparison extends RunComparison {
  /** Both runs in one. */
  readonly record: RunRecord;
  /** Under which guid a resource of the fork stands in it, and the other way round. */
  readonly forkOf: ReadonlyMap<Guid, Guid>;
  readonly originalOf: ReadonlyMap<Guid, Guid>;
}

/** Compares two runs that are over; undefined while one of them is not. */
export function useComparison({ original, fork }: ForkOnScreen): Comparison | undefined {
  const isOver = original.status !== 'running' && fork.status !== 'running';
  const [before, after] = [original.record, fork.record];
  const { resources } = original.experiment;
  return useMemo(() => {
    if (!isOver) return undefined;
    const guids = resources.map(({ guid }) => guid);
    const { record, secondOf: forkOf } = joinRecords(before, after, guids);
    const originalOf = new Map([...forkOf].map(([guid, twin]) => [twin, guid]));
    return { ...compareRuns(before, after, guids), record, forkOf, originalOf };
  }, [isOver, before, after, resources]);
}
