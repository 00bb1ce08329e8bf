import { memo } from 'react';
import type { Micros } from '../../model/units.ts';
import { shownText } from '../../model/visible-text.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { stateAt } from '../../record/state-spans.ts';
import { isGroupRow, type Row } from '../run/lane.ts';
import { countStates, countsText } from './lane-text.ts';
import styles from './Timeline.module.css';
import { printTime } from '../text/time-text.ts';

/** The most lanes said out loud at a time, whatever is in sight. */
const MOST = 60;

interface LanesTableProps {
  readonly record: RunRecord;
  /** Goes up as the record grows. */
  readonly version: number;
  readonly rows: readonly Row[];
  readonly cursor: Micros;
  readonly first: number;
  readonly end: number;
}

/** The picture in words, for who can't see it: the lanes in sight and the state of each at the cursor. */
export const LanesTable = memo(function LanesTable({ record, rows, cursor, first, end }: LanesTableProps) {
  const shown = rows.slice(first, Math.min(end, first + MOST));
  const time = printTime(cursor, 1, record.now);
  return (
    <div className={styles.hidden}>
      <table>
        <caption>
          States at {time}, rows {first + 1} to {first + shown.length} of {rows.length}
        </caption>
        <thead>
          <tr>
            <th scope="col">Resource</th>
            <th scope="col">Type</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) =>
            isGroupRow(row) ? (
              <tr key={`group ${row.group.key} ${row.group.name}`}>
                <th scope="row">{row.group.name}</th>
                <td>group{row.folded ? ', folded' : ''}</td>
                <td>{countsText(countStates(record, row.members, cursor))}</td>
              </tr>
            ) : (
              <tr key={row.guid}>
                <th scope="row">
                  {row.label} (guid {row.guid})
                </th>
                <td>{shownText(row.rtype)}</td>
                <td>{stateAt(record, row.guid, cursor)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
});
