import { useVirtualizer } from '@tanstack/react-virtual';
import { ListOrdered } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Step } from '../../model/experiment.ts';
import { STATES } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { shownText } from '../../model/visible-text.ts';
import { KIND_SET, SCRIPT_GUID } from '../../record/chunk.ts';
import { eventText } from '../../record/event-text.ts';
import type { RunRecord } from '../../record/run-record.ts';
import type { Lane } from '../run/lane.ts';
import { printTime, timeLength } from '../text/time-text.ts';
import { EmptyState } from '../widgets/EmptyState.tsx';
import { Checkbox } from '../widgets/Switch.tsx';
import { TextField } from '../fields/TextField.tsx';
import styles from './EventLog.module.css';
import { filterEvents } from './filter-events.ts';
import { lastShownAt } from './last-shown-at.ts';
import { ownValue } from '../../model/own-value.ts';

export interface EventLogProps {
  /** The run whose events to list; it grows in place, `version` says when. */
  readonly record: RunRecord | undefined;
  readonly version: number;
  readonly lanes: readonly Lane[];
  /** Names the steps that end; the default script when the experiment has none. */
  readonly script: readonly Step[];
  readonly cursor: Micros;
  readonly onCursor: (time: Micros) => void;
  readonly selection: ReadonlySet<Guid>;
  readonly onSelect: (guid: Guid, additive: boolean) => void;
}

const ROW = 26;

/** All events of the run, in order. A row is clicked: the cursor goes there, its resource is selected. */
export function EventLog(props: EventLogProps) {
  if (!props.record) {
    return (
      <EmptyState icon={<ListOrdered />} title="No events yet">
        <p>
          {props.lanes.length > 0
            ? 'Press Play (Space) to simulate this experiment.'
            : 'Drag a resource from the palette onto the canvas first.'}
        </p>
      </EmptyState>
    );
  }
  return <EventList {...props} record={props.record} />;
}

function EventList(props: EventLogProps & { readonly record: RunRecord }) {
  const { record, version, lanes, script, cursor, selection } = props;
  const [text, setText] = useState('');
  const [onlySelected, setOnlySelected] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const guids = onlySelected ? selection : undefined;
  const events = useMemo(
    () => filterEvents(record, lanes, { text, guids }, script),
    // The record grows in place: `version` stands for its content.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [record, version, lanes, text, guids, script],
  );
  const labels = useMemo(() => new Map(lanes.map(({ guid, label }) => [guid, label])), [lanes]);
  const current = lastShownAt(record, events, cursor);
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });

  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [current, virtual]);

  const show = (place: number, additive: boolean) => {
    const event = events[place];
    if (event === undefined) return;
    const guid = record.events.guid[event]!;
    props.onCursor(record.events.time[event]!);
    if (guid !== SCRIPT_GUID) props.onSelect(guid, additive);
  };
  const keyDown = (key: KeyboardEvent) => {
    const to = ownValue({ ArrowUp: current - 1, ArrowDown: current + 1, Home: 0, End: events.length - 1 }, key.key);
    if (to === undefined) return;
    key.preventDefault();
    key.stopPropagation();
    show(Math.min(events.length - 1, Math.max(0, to)), false);
  };

  return (
    <div className={styles.log}>
      <div className={styles.head}>
        <span className={styles.filter}>
          <TextField
            label="Filter events"
            hideLabel
            type="search"
            placeholder="Filter: name, type, state"
            value={text}
            onChange={setText}
          />
        </span>
        <Checkbox label="Selected only" checked={onlySelected} onChange={setOnlySelected} />
        <span className={styles.count} role="status">
          {events.length === record.events.length
            ? `${events.length} events`
            : `${events.length} of ${record.events.length} events`}
        </span>
      </div>
      <div
        className={styles.rows}
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label="Events"
        aria-activedescendant={current >= 0 ? `event-${events[current]}` : undefined}
        onKeyDown={keyDown}
      >
        <div style={listStyle(virtual.getTotalSize(), record.now)} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const event = events[index]!;
            const guid = record.events.guid[event]!;
            const kind = record.events.kind[event]!;
            return (
              // The list itself has the keys; a row only takes the mouse.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={event}
                id={`event-${event}`}
                className={styles.row}
                role="option"
                aria-selected={index === current}
                data-selected={selection.has(guid) || undefined}
                data-future={record.events.time[event]! > cursor || undefined}
                style={{ transform: `translateY(${start}px)` }}
                onClick={(click) => show(index, click.shiftKey || click.ctrlKey || click.metaKey)}
              >
                <span className={styles.time}>{printTime(record.events.time[event]!, 1, record.now)}</span>
                <span className={styles.who}>
                  {guid === SCRIPT_GUID ? 'script' : (labels.get(guid) ?? `guid ${guid}`)}
                </span>
                <span className={styles.what} data-state={kind < KIND_SET ? STATES[kind] : undefined}>
                  {shownText(eventText(record, event, script))}
                </span>
              </div>
            );
          })}
        </div>
        {events.length === 0 && (
          <p className={styles.nothing}>
            {record.events.length > 0
              ? 'No event matches. Clear the filter to see all.'
              : 'Nothing has happened in this run.'}
          </p>
        )}
      </div>
    </div>
  );
}

/** As high as all rows; their times are given as much width as the longest takes. */
function listStyle(height: number, longest: Micros): CSSProperties & Record<'--time-width', string> {
  return { height, position: 'relative', '--time-width': `${timeLength(longest)}ch` };
}
