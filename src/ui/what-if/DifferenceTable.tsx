import { Fragment } from 'react';
import type { Guid, Micros } from '../../model/units.ts';
import type { RunComparison } from '../../record/compare-runs.ts';
import { printSpan, printTime } from '../text/time-text.ts';
import { RunHeading } from './RunHeading.tsx';
import type { TwoRuns } from '../../forks/kept-runs.ts';
import styles from './WhatIf.module.css';

/** More differing resources than this are counted, not listed. */
const MOST = 200;

/** When the resources that fared otherwise entered which state, in either run. */
export function DifferenceTable({
  before: first,
  after: second,
  comparison,
  labelOf,
  onTime,
}: TwoRuns & {
  readonly comparison: RunComparison;
  readonly labelOf: (guid: Guid) => string;
  readonly onTime: (time: Micros) => void;
}) {
  const { resources } = comparison;
  const longest = Math.max(first.record.now, second.record.now);
  const time = (at: Micros | undefined) =>
    at === undefined ? (
      <span className={styles.quiet}>never</span>
    ) : (
      <button type="button" className={styles.link} onClick={() => onTime(at)}>
        {printTime(at, 1, longest)}
      </button>
    );
  return (
    <table className={styles.table} data-testid="differences">
      <thead>
        <tr>
          <th scope="col">Enters</th>
          <RunHeading name={first.name} />
          <RunHeading name={second.name} />
          <th scope="col">Later by</th>
        </tr>
      </thead>
      <tbody>
        {resources.slice(0, MOST).map(({ guid, before, after, states }) => (
          <Fragment key={guid}>
            <tr data-guid={guid} className={styles.who}>
              <th scope="rowgroup" colSpan={4}>
                {labelOf(guid)}
                {before !== after && ` ends ${after} instead of ${before}`}
              </th>
            </tr>
            {states.map((difference) => (
              <tr key={difference.state} data-guid={guid} data-state={difference.state}>
                <th scope="row">{difference.state}</th>
                <td>{time(difference.before)}</td>
                <td>{time(difference.after)}</td>
                <td>
                  {difference.before !== undefined &&
                    difference.after !== undefined &&
                    signedSpan(difference.after - difference.before)}
                </td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
      {resources.length > MOST && <caption>and {resources.length - MOST} more resources</caption>}
    </table>
  );
}

function signedSpan(span: Micros): string {
  return `${span < 0 ? '−' : '+'}${printSpan(Math.abs(span))}`;
}
