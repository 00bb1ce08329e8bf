import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RunRecord } from '../../record/run-record.ts';
import { sharedStorage } from '../../storage/safe-storage.ts';
import { type ArrangedRows, arrangeLanes, type Arrangement, AS_DESIGNED, isByRun } from './arrange-lanes.ts';
import type { Lane } from '../run/lane.ts';
import { recallArrangement, rememberArrangement } from './lane-memory.ts';

/** The arrangement of the lanes, and the rows that it makes of them. */
export interface UsedArrangement extends ArrangedRows {
  readonly arrangement: Arrangement;
  readonly arrange: (change: (before: Arrangement) => Arrangement) => void;
}

/**
 * Keeps the arrangement of an experiment's lanes.
 * @param version goes up as the record grows.
 * @param memory the name under which it is remembered; undefined: it is not.
 */
export function useArrangement(
  lanes: readonly Lane[],
  record: RunRecord,
  version: number,
  memory: string | undefined,
): UsedArrangement {
  const recall = () => (memory === undefined ? AS_DESIGNED : recallArrangement(sharedStorage, memory));
  const [kept, setKept] = useState(() => ({ memory, arrangement: recall(), isNew: false }));
  let { arrangement } = kept;
  if (kept.memory !== memory) {
    // Another experiment has its own.
    arrangement = recall();
    setKept({ memory, arrangement, isNew: false });
  }
  useEffect(() => {
    if (kept.isNew && kept.memory !== undefined) rememberArrangement(sharedStorage, kept.memory, kept.arrangement);
  }, [kept]);
  const arrange = useCallback((change: (before: Arrangement) => Arrangement) => {
    setKept((before) => ({ ...before, arrangement: change(before.arrangement), isNew: true }));
  }, []);
  const { rows, pinned } = useMemo(
    () => arrangeLanes(lanes, record, arrangement),
    // The record grows in place: `version` stands for its content, which matters to some arrangements only.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [lanes, record, arrangement, isByRun(arrangement) ? version : 0],
  );
  return { rows, pinned, arrangement, arrange };
}
