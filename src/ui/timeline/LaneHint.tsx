import { STATE_ORDER } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { spanAt } from '../../record/state-spans.ts';
import { isWaiting, stretchAt } from '../../record/stretches.ts';
import { activityText } from './activity-text.ts';
import styles from './LaneHint.module.css';
import type { Lane } from './lane.ts';
import { printSpan, printTime } from './time-text.ts';
import type { Hover } from './timeline-view.ts';

/** What the pointer rests on: the resource, its state and for how long, what it does or waits for. */
export function LaneHint({
  record,
  lanes,
  hover,
}: {
  readonly record: RunRecord;
  readonly lanes: readonly Lane[];
  readonly hover: Hover;
}) {
  const lane = lanes.find(({ guid }) => guid === hover.guid);
  if (!lane || hover.time < 0 || hover.time > record.now) return null;
  const span = spanAt(record, lane.guid, hover.time);
  const stretch = stretchAt(record, lane.guid, hover.time);
  const labelOf = (guid: Guid) => lanes.find((candidate) => candidate.guid === guid)?.label ?? `guid ${guid}`;
  const doing = stretch && activityText(stretch, labelOf);
  return (
    <div
      className={styles.hint}
      style={{ left: hover.x, top: hover.y }}
      data-below={hover.y < 150 || undefined}
      data-left={hover.x > 480 || undefined}
      aria-hidden
    >
      <p className={styles.name}>
        {lane.label} <span className={styles.quiet}>{lane.rtype}</span>
      </p>
      <p>
        <span className={styles.swatch} data-state={STATE_ORDER[span.state]} />
        <strong>{span.state}</strong> for {printSpan(span.to - span.from)}
      </p>
      <p className={styles.quiet}>
        {printTime(span.from, 1, record.now)} to {printTime(span.to, 1, record.now)}
      </p>
      {stretch && doing && (
        <p data-waiting={isWaiting(stretch.activity) || undefined}>
          {doing} <span className={styles.quiet}>({printSpan(stretch.to - stretch.from)})</span>
        </p>
      )}
    </div>
  );
}
