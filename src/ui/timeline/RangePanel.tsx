import { X, ZoomIn } from 'lucide-react';
import { useMemo } from 'react';
import { STATES } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import { rangeTotals } from '../../record/range-totals.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { IconButton } from '../widgets/Button.tsx';
import type { Lane } from '../run/lane.ts';
import styles from './TimelineAside.module.css';
import { printSpan, printTime } from '../text/time-text.ts';
import type { TimeRange } from './timeline-contract.ts';

/** What a marked stretch of time held: resource time by state; of the selected resources when there are several. */
export function RangePanel({
  record,
  version,
  lanes,
  selection,
  range,
  onRange,
}: {
  readonly record: RunRecord;
  readonly version: number;
  readonly lanes: readonly Lane[];
  readonly selection: ReadonlySet<Guid>;
  readonly range: TimeRange;
  readonly onRange: (range: TimeRange | undefined, zoom: boolean) => void;
}) {
  const chosen = selection.size > 1;
  const totals = useMemo(
    () => rangeTotals(record, chosen ? selection : lanes.map(({ guid }) => guid), range.from, range.to),
    // The record grows in place: `version` stands for its content.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [record, version, lanes, selection, chosen, range],
  );
  const whole = Math.max(1, totals.resources * (totals.to - totals.from));
  return (
    // Escape unmarks it from each of its controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section aria-label="Marked range" onKeyDown={({ key }) => key === 'Escape' && onRange(undefined, false)}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          {printTime(range.from, 1, record.now)} to {printTime(range.to, 1, record.now)}
        </h3>
        <IconButton label="Zoom to the range" icon={<ZoomIn />} onClick={() => onRange(range, true)} />
        <IconButton label="Unmark the range" keys="Escape" icon={<X />} onClick={() => onRange(undefined, false)} />
      </div>
      <p className={styles.quiet}>
        {printSpan(range.to - range.from)}, {totals.events} events of {totals.resources} {chosen ? 'selected ' : ''}
        resources
      </p>
      <table className={styles.totals} data-testid="range-totals">
        <tbody>
          {STATES.filter((state) => totals.states[state] > 0).map((state) => (
            <tr key={state} data-micros={totals.states[state]}>
              <th scope="row">{state}</th>
              <td>{printSpan(totals.states[state])}</td>
              <td>{Math.round((totals.states[state] / whole) * 100)} %</td>
            </tr>
          ))}
        </tbody>
        {totals.waiting > 0 && (
          <tfoot>
            <tr>
              <th scope="row">of it waiting</th>
              <td>{printSpan(totals.waiting)}</td>
              <td>{Math.round((totals.waiting / whole) * 100)} %</td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
