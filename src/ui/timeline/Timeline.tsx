import { ChartGantt } from 'lucide-react';
import {
  type ComponentProps,
  type ReactNode,
  type Ref,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { TimelineShown } from '../../app/stores/view-store.ts';
import type { Step } from '../../model/experiment.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { SCRIPT_GUID } from '../../record/chunk.ts';
import type { Polls } from '../../record/empty-polls.ts';
import { type PathWithLevers, pathWithLevers } from '../../record/levers.ts';
import { createRecord, type RunRecord } from '../../record/run-record.ts';
import { countOf } from '../text/count-text.ts';
import { EmptyState } from '../widgets/EmptyState.tsx';
import { arrangeLanes, orderLanes } from './arrange-lanes.ts';
import { type CursorSource, useCursor } from './cursor-source.ts';
import type { TimelineMark } from './draw-marks.ts';
import { isGroupRow, type Lane, selectedRow } from '../run/lane.ts';
import { labelsOf, placeText, rowText } from './lane-text.ts';
import { LanesMenu, toggleFolds, togglePins } from './LanesMenu.tsx';
import { LaneHint } from './LaneHint.tsx';
import { LanesTable } from './LanesTable.tsx';
import { applyMove } from './move-lanes.ts';
import { SaveMenu } from './SaveMenu.tsx';
import { SearchBar } from './SearchBar.tsx';
import { printTime } from '../text/time-text.ts';
import styles from './Timeline.module.css';
import { TimelineAside } from './TimelineAside.tsx';
import { TimelineTools } from './TimelineTools.tsx';
import { useSearch } from './use-search.ts';
import { useArrangement } from './use-arrangement.ts';
import type { Hover, TimelineView, TimeRange } from './timeline-contract.ts';
import { createTimelineView } from './timeline-view.ts';

export interface TimelineProps {
  /** The run to show; it grows in place, `version` says when. Undefined: nothing was run. */
  readonly record: RunRecord | undefined;
  readonly version: number;
  /** From top to bottom. A new array means other lanes. */
  readonly lanes: readonly Lane[];
  readonly cursor: CursorSource;
  readonly onCursor: (time: Micros) => void;
  readonly shown: TimelineShown;
  readonly onShow: (shown: TimelineShown) => void;
  readonly selection: ReadonlySet<Guid>;
  readonly onSelect: (guid: Guid, additive: boolean) => void;
  /** Exactly these. */
  readonly onSelectAll: (guids: readonly Guid[]) => void;
  /** What files of this run are called, and what stands below pictures of it. */
  readonly name?: string;
  readonly caption?: string;
  /** The steps of the run's script, by name in what is saved. */
  readonly script?: readonly Step[];
  /** The name under which the arrangement of the lanes is remembered; without it, it is not. */
  readonly memory?: string | undefined;
  /** When who waits looked again. */
  readonly polls?: Polls | undefined;
  /** Instants pointed out on the axis. */
  readonly marks?: readonly TimelineMark[];
  /** The guid under which the script of a second run stands in the record, if there are two in it. */
  readonly secondScript?: Guid;
  /** The critical path to show; that of the record, when left out. */
  readonly pathOf?: (record: RunRecord) => PathWithLevers;
  /** The record is made up of others: only pictures of it are worth saving. */
  readonly pictureOnly?: boolean;
  /** Stands below the critical path's table. */
  readonly pathNote?: ReactNode;
  /** Which lane the pointer rests on. */
  readonly onHover?: (guid: Guid | undefined) => void;
  /** Hears what kept a file from being saved. */
  readonly onProblem?: (message: string) => void;
}

/** More than can be laid out at once without anybody noticing. */
const MANY_LANES = 10_000;
/** Stands for a run while there is none: in it all are NEW. Nothing is ever appended to it. */
const NOT_RUN = createRecord();
const NO_STEPS: readonly Step[] = [];
const NO_MARKS: readonly TimelineMark[] = [];

/** The run as a picture: a lane a resource, a segment a state. */
export function Timeline(props: TimelineProps) {
  const hasRun = props.record !== undefined;
  const hadRun = useDeferredValue(hasRun);
  if (props.lanes.length === 0) {
    return (
      <EmptyState icon={<ChartGantt />} title="No resources">
        <p>Drag a resource from the palette onto the canvas; each gets a lane here.</p>
      </EmptyState>
    );
  }
  // Play answers first; then so many lanes are laid out.
  if (props.lanes.length > MANY_LANES && !(hasRun && hadRun)) return <NoRunYet />;
  return <TimelinePicture {...props} record={props.record ?? NOT_RUN} />;
}

function NoRunYet() {
  return (
    <EmptyState icon={<ChartGantt />} title="No run yet">
      <p>Press Play (Space) to simulate this experiment.</p>
    </EmptyState>
  );
}

const KEYS =
  'W and S zoom, A and D pan, F shows the selected resource and then the whole run, comma and full stop step through the events, Home and End go to the first and the last instant, the up and down arrows change lanes, P pins the selected ones on top, Alt with the up and down arrows moves them, Enter folds their groups, slash finds lanes and events, Escape unmarks a range.';

function TimelinePicture(props: TimelineProps & { readonly record: RunRecord }) {
  const { record, version, cursor, selection, shown, onShow, marks = NO_MARKS, polls, secondScript } = props;
  const { pathOf = pathWithLevers } = props;
  const hasRun = record !== NOT_RUN;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<TimelineView>(undefined);
  const hint = useRef<(hover: Hover | undefined) => void>(null);
  /** How near to an instant a mark has to be to be meant, as it was drawn where one looked last. */
  const sight = useRef<Pick<Hover, 'near' | 'polls'>>({ near: 0, polls: undefined });
  const [inSight, setInSight] = useState<readonly [first: number, end: number]>([0, 0]);
  const { rows, pinned, arrangement, arrange } = useArrangement(props.lanes, record, version, props.memory);
  const search = useSearch(record, version, rows);
  const handlers = useRef({ ...props, arrangement, arrange, search });
  const labelOf = useMemo(() => labelsOf(props.lanes, secondScript), [props.lanes, secondScript]);
  const [range, setRange] = useState<TimeRange>();
  /** Says where a lane was moved to, to who doesn't see it. */
  const [moved, setMoved] = useState('');
  const help = useId();
  const { found, match } = search;
  const sought = useMemo(() => (search.text === undefined ? undefined : { found, match }), [search.text, found, match]);
  const tell = useCallback(
    (time: Micros) => {
      const at = printTime(time, 1, record.now);
      const row = selectedRow(rows, selection);
      return row ? `${at}, ${rowText(record, row, { ...sight.current, time }, labelOf)}` : at;
    },
    // The record grows in place: `version` stands for its content.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [record, version, rows, selection, labelOf],
  );
  const path = useMemo(
    () => (shown.path && record.events.length > 0 ? pathOf(record) : undefined),
    // The record grows in place: `version` stands for its content.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [record, version, shown.path, pathOf],
  );

  const showRows = useCallback((first: number, end: number) => setInSight([first, end]), []);

  useEffect(() => {
    handlers.current = { ...props, arrangement, arrange, search };
  });

  useEffect(() => {
    const made = createTimelineView(
      { scroller: scroller.current!, content: content.current!, canvas: canvas.current! },
      {
        onCursor: (time) => handlers.current.onCursor(time),
        onSelect: (guid, additive) => handlers.current.onSelect(guid, additive),
        onHover(next) {
          if (next) sight.current = next;
          hint.current?.(next);
          handlers.current.onHover?.(next && !isGroupRow(next.row) ? next.row.guid : undefined);
        },
        onSelectAll: (guids) => handlers.current.onSelectAll(guids),
        onRange: setRange,
        onRows: showRows,
        onPin: () => handlers.current.arrange((before) => togglePins(before, handlers.current.selection)),
        onSearch: () => handlers.current.search.setText(handlers.current.search.text ?? ''),
        onFold: (groups) => handlers.current.arrange((before) => toggleFolds(before, groups)),
        onMove(move) {
          const { lanes, record: ofRun, arrangement: before } = handlers.current;
          const order = orderLanes(lanes, ofRun, before).map(({ guid }) => guid);
          const after = { ...before, order: 'hand' as const, hand: applyMove(order, move) };
          handlers.current.arrange(() => after);
          setMoved(placeText(arrangeLanes(lanes, ofRun, after).rows, move.moved));
        },
      },
    );
    view.current = made;
    return () => made.destroy();
  }, [showRows]);

  useEffect(() => {
    const show = () =>
      view.current?.update({
        record,
        rows,
        pinned,
        cursor: cursor.now(),
        selection,
        causes: shown.why,
        path,
        folded: shown.folded,
        range,
        marks,
        polls,
        secondScript,
        search: sought,
      });
    show();
    return cursor.subscribe(show);
  }, [record, version, rows, pinned, cursor, selection, shown, path, range, marks, polls, secondScript, sought]);

  useEffect(() => {
    if (match) view.current?.act({ kind: 'show', match });
  }, [match]);

  const { lanes, pictureOnly = false, script = NO_STEPS, name = 'experiment', caption = props.name ?? 'run' } = props;
  // The same element until something in it changes: the record grows many times while one looks.
  const tools = useMemo(
    () => (
      <TimelineTools shown={shown} onShow={onShow} onFit={() => view.current?.act({ kind: 'fit' })}>
        <LanesMenu
          arrangement={arrangement}
          lanes={lanes}
          selection={selection}
          onArrange={(next) => arrange(() => next)}
          onSearch={() => handlers.current.search.setText('')}
        />
        <SaveMenu
          run={{ record, rows, lanes, range, name, caption, script }}
          pictureOnly={pictureOnly}
          onProblem={(message) => handlers.current.onProblem?.(message)}
        />
      </TimelineTools>
    ),
    [shown, onShow, arrangement, arrange, lanes, selection, record, rows, range, name, caption, script, pictureOnly],
  );

  return (
    <div className={styles.timeline}>
      <div className={styles.picture}>
        <div className={styles.scroller} ref={scroller}>
          <div className={styles.content} ref={content}>
            <CursorSlider
              ref={canvas}
              cursor={cursor}
              end={record.now}
              tell={tell}
              aria-label={`Timeline of ${lanes.length} resources, cursor`}
              aria-describedby={help}
            />
          </div>
        </div>
        {hasRun ? tools : <p className={styles.count}>{countOf(lanes.length, 'resource')}</p>}
        {search.text !== undefined && (
          <SearchBar
            search={search}
            onGo={({ guid, time }) => {
              props.onSelect(guid, false);
              if (time !== undefined) props.onCursor(time);
            }}
            onClose={() => {
              search.setText(undefined);
              canvas.current?.focus({ preventScroll: true });
            }}
          />
        )}
        {!hasRun && (
          <div className={styles.notRun}>
            <NoRunYet />
          </div>
        )}
        <HoverHint ref={hint} record={record} labelOf={labelOf} />
        <p id={help} className={styles.hidden}>
          {KEYS}
        </p>
        <p role="status" className={styles.hidden}>
          {moved}
        </p>
        <SpokenLanes
          record={record}
          version={version}
          rows={rows}
          cursor={cursor}
          first={inSight[0]}
          end={inSight[1]}
        />
      </div>
      <TimelineAside
        record={record}
        version={version}
        lanes={lanes}
        labelOf={labelOf}
        cursor={cursor}
        selection={selection}
        script={script}
        why={hasRun && shown.why}
        path={path}
        pathNote={props.pathNote}
        range={range}
        // A script is no resource.
        onSelect={(guid, additive) => {
          if (guid !== SCRIPT_GUID && guid !== secondScript) props.onSelect(guid, additive);
        }}
        onCursor={props.onCursor}
        onRange={(next, zoom) => {
          setRange(next);
          if (next && zoom) view.current?.act({ kind: 'range', ...next });
        }}
      />
    </div>
  );
}

/** The canvas, as what its now-line is to who doesn't see it. @param tell says where that is, and what is there. */
function CursorSlider({
  cursor,
  end,
  tell,
  ...canvas
}: ComponentProps<'canvas'> & {
  readonly cursor: CursorSource;
  readonly end: Micros;
  readonly tell: (time: Micros) => string;
}) {
  const now = useCursor(cursor);
  // What is read out may come a little later than what is drawn.
  const spoken = useDeferredValue(now);
  const told = useMemo(() => tell(spoken), [tell, spoken]);
  return (
    <canvas
      {...canvas}
      className={styles.canvas}
      tabIndex={0}
      role="slider"
      aria-valuemin={0}
      aria-valuemax={end}
      aria-valuenow={now}
      aria-valuetext={told}
    />
  );
}

/** Follows the pointer by itself: what is around it needn't be drawn again for that. Its ref is told where it rests. */
function HoverHint({
  ref,
  record,
  labelOf,
}: {
  readonly ref: Ref<(hover: Hover | undefined) => void>;
  readonly record: RunRecord;
  readonly labelOf: (guid: Guid) => string;
}) {
  const [hover, setHover] = useState<Hover>();
  useImperativeHandle(ref, () => setHover, []);
  return hover && <LaneHint record={record} hover={hover} labelOf={labelOf} />;
}

function SpokenLanes({
  cursor,
  ...table
}: Omit<ComponentProps<typeof LanesTable>, 'cursor'> & { readonly cursor: CursorSource }) {
  return <LanesTable {...table} cursor={useDeferredValue(useCursor(cursor))} />;
}
