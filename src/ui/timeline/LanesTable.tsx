import { memo } from 'react';
import type { Micros } from '../../model/units.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { stateAt } from '../../record/state-spans.ts';
import type { Lane } from './lane.ts';
import styles from './Timeline.module.css';
import { printTime } from './time-text.ts';

/** The most lanes said out loud at a time, whatever is in sight. */
const MOST = 60;

interface LanesTableProps {
  readonly record: RunRecord;
  /** Goes up as the record grows. */
  readonly version: number;
  readonly lanes: readonly Lane[];
  readonly cursor: Micros;
  readonly first: number;
  readonly end: number;
}

/** The picture in words, for who can't see it: the lanes in sight and the state of each at the cursor. */
export const LanesTable = memo(function LanesTable({ record, lanes, cursor, first, end }: LanesTableProps) {
  const shown = lanes.slice(first, Math.min(end, first + MOST));
  const time = printTime(cursor, 1, record.now);
  return (
    <div className={styles.hidden}>
      <table>
        <caption>
          States at {time}, resources {first + 1} to {first + shown.length} of {lanes.length}
        </caption>
        <thead>
          <tr>
            <th scope="col">Resource</th>
            <th scope="col">Type</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ guid, label, rtype }) => (
            <tr key={guid}>
              <th scope="row">
                {label} (guid {guid})
              </th>
              <td>{rtype}</td>
              <td>{stateAt(record, guid, cursor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
