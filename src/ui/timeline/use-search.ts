import { useMemo, useState } from 'react';
import type { RunRecord } from '../../record/run-record.ts';
import type { Row } from '../run/lane.ts';
import { countFound, type Found, type Match, matchAt, NOTHING_FOUND, searchRun } from './search-run.ts';

/** A search in the timeline: what is typed, what it finds, which of that is looked at. */
export interface Search {
  /** Undefined: nobody searches. */
  readonly text: string | undefined;
  readonly found: Found;
  readonly count: number;
  /** Counted from 0. */
  readonly place: number;
  readonly match: Match | undefined;
  /** Another text; undefined ends the search. */
  readonly setText: (text: string | undefined) => void;
  /** The next match (1) or the one before (-1), round and round. @returns undefined when there is none. */
  readonly step: (by: 1 | -1) => Match | undefined;
}

export function useSearch(record: RunRecord, version: number, rows: readonly Row[]): Search {
  const [{ text, place: wanted }, set] = useState<{ text: string | undefined; place: number }>({
    text: undefined,
    place: 0,
  });
  const found = useMemo(
    () => (text === undefined ? NOTHING_FOUND : searchRun(record, rows, text)),
    // The record grows in place: `version` stands for its content.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [record, version, rows, text],
  );
  const count = countFound(found);
  const place = Math.min(wanted, Math.max(0, count - 1));
  const match = useMemo(() => matchAt(record, found, place), [record, found, place]);
  return {
    text,
    found,
    count,
    place,
    match,
    setText: (next) => set({ text: next, place: 0 }),
    step(by) {
      if (count === 0) return undefined;
      const next = (place + by + count) % count;
      set({ text, place: next });
      return matchAt(record, found, next);
    },
  };
}
