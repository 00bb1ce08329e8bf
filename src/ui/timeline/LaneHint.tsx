import { STATE_ORDER } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import { shownText } from '../../model/visible-text.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { spanAt } from '../../record/state-spans.ts';
import { isWaiting, stretchAt } from '../../record/stretches.ts';
import { activityText } from './activity-text.ts';
import { isGroupRow } from '../run/lane.ts';
import styles from './LaneHint.module.css';
import { countStates, marksText } from './lane-text.ts';
import { printSpan, printTime } from '../text/time-text.ts';
import type { Hover } from './timeline-contract.ts';

/** What the pointer rests on: the resource, its state and for how long, what it does or waits for. */
export function LaneHint({
  record,
  hover,
  labelOf,
}: {
  readonly record: RunRecord;
  readonly hover: Hover;
  readonly labelOf: (guid: Guid) => string;
}) {
  const { row, time } = hover;
  if (time < 0 || time > record.now) return null;
  return (
    <div
      className={styles.hint}
      style={{ left: hover.x, top: hover.y }}
      data-testid="lane-hint"
      data-below={hover.below || undefined}
      data-left={hover.left || undefined}
      aria-hidden
    >
      <p className={styles.name}>
        {isGroupRow(row) ? row.group.name : row.label}{' '}
        <span className={styles.quiet}>
          {isGroupRow(row) ? `group of ${row.members.length}` : shownText(row.rtype)}
        </span>
      </p>
      {isGroupRow(row) ? (
        <>
          <p className={styles.quiet}>at {printTime(time, 1, record.now)}</p>
          {countStates(record, row.members, time).map(([state, count]) => (
            <p key={state}>
              <span className={styles.swatch} data-state={STATE_ORDER[state]} />
              {count} <strong>{state}</strong>
            </p>
          ))}
        </>
      ) : (
        <LifeAt record={record} guid={row.guid} hover={hover} labelOf={labelOf} />
      )}
    </div>
  );
}

function LifeAt({
  record,
  guid,
  hover,
  labelOf,
}: {
  readonly record: RunRecord;
  readonly guid: Guid;
  readonly hover: Hover;
  readonly labelOf: (guid: Guid) => string;
}) {
  const { time } = hover;
  const span = spanAt(record, guid, time);
  const stretch = stretchAt(record, guid, time);
  const marks = marksText(record, guid, hover, labelOf);
  return (
    <>
      <p>
        <span className={styles.swatch} data-state={STATE_ORDER[span.state]} />
        <strong>{span.state}</strong> for {printSpan(span.to - span.from)}
      </p>
      <p className={styles.quiet}>
        {printTime(span.from, 1, record.now)} to {printTime(span.to, 1, record.now)}
      </p>
      {stretch && (
        <p data-waiting={isWaiting(stretch.activity) || undefined}>
          {activityText(stretch, labelOf)}{' '}
          <span className={styles.quiet}>({printSpan(stretch.to - stretch.from)})</span>
        </p>
      )}
      {marks.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
}
