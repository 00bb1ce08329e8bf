import { useMemo } from 'react';
import type { Micros } from '../../model/units.ts';
import { criticalPath, PATH_KINDS } from '../../record/critical-path.ts';
import { PATH_WORDS } from '../timeline/path-words.ts';
import { printSpan, printTime } from '../text/time-text.ts';
import { RunHeading } from './RunHeading.tsx';
import type { TwoRuns } from '../../forks/kept-runs.ts';
import styles from './WhatIf.module.css';

/** What the time of either run's critical path went into. */
export function PathTimes({ before, after }: TwoRuns) {
  const first = useMemo(() => criticalPath(before.record), [before.record]);
  const second = useMemo(() => criticalPath(after.record), [after.record]);
  const longest = Math.max(first.end, second.end);
  return (
    <table className={styles.table} data-testid="path-times">
      <thead>
        <tr>
          <th scope="col">Critical path</th>
          <RunHeading name={before.name} />
          <RunHeading name={after.name} />
        </tr>
      </thead>
      <tbody>
        {PATH_KINDS.filter((kind) => first.totals[kind] > 0 || second.totals[kind] > 0).map((kind) => (
          <tr key={kind} data-kind={kind}>
            <th scope="row">{PATH_WORDS[kind]}</th>
            <td>{spanText(first.totals[kind])}</td>
            <td>{spanText(second.totals[kind])}</td>
          </tr>
        ))}
        <tr className={styles.sum}>
          <th scope="row">Whole run</th>
          <td>{printTime(first.end, 1, longest)}</td>
          <td>{printTime(second.end, 1, longest)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function spanText(span: Micros): string {
  return span > 0 ? printSpan(span) : '–';
}
