// The timeline as a thing of the DOM, without React: made of three elements, fed with update(), ended with destroy().
import type { Guid, Micros } from '../../model/units.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { lastRowAt } from '../../record/state-spans.ts';
import { nextEvent, previousEvent } from '../../record/stepping.ts';
import { causeArrows, selectedEvent } from './cause-arrows.ts';
import { type Brush, createBrush, sizeCanvas } from './brush.ts';
import { Camera } from './camera.ts';
import { canTellPolls } from './draw-lanes.ts';
import { DensePicture } from './dense-picture.ts';
import { marksHeight } from './draw-marks.ts';
import type { Arrow } from './draw-overlays.ts';
import { drawTimeline } from './draw-timeline.ts';
import { GroupSummaries, type StateColumns } from './group-summaries.ts';
import { isGroupRow, type Row } from '../run/lane.ts';
import { LabelColumn } from './label-column.ts';
import { LaneCarrier } from './lane-carrier.ts';
import { stepMove } from './move-lanes.ts';
import { RowIndex } from './row-index.ts';
import { AXIS_HEIGHT, DEFAULT_ROW, endRow, firstRow, placeOfY, rowAt, TEXT_ROW, yOfRow } from './row-layout.ts';
import { foldIdle, LINEAR } from './time-axis.ts';
import { stepWithin } from '../text/time-text.ts';
import { type KeyAct, keyAct } from './timeline-keys.ts';
import { listenToPointer, type Place } from './timeline-pointer.ts';
import type { Hover, TimelineElements, TimelineHandlers, TimelineInput, TimelineView } from './timeline-contract.ts';
import { watchTheme } from '../theme/watch-theme.ts';

/** Pixels within which the pointer means an event. */
const MAGNET = 4;
/** The keys that go to another lane or another time; what is there is then told, as it is under the pointer. */
const MOVING: ReadonlySet<KeyAct['kind']> = new Set(['event', 'end', 'lane', 'nudge', 'move']);

export function createTimelineView(elements: TimelineElements, handlers: TimelineHandlers): TimelineView {
  const { scroller, content, canvas } = elements;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('this browser has no 2D canvas');
  const camera = new Camera(scroller, content, schedule);
  const kept = { dense: new DensePicture(), labels: new LabelColumn() };
  const carrier = new LaneCarrier();
  let input: TimelineInput | undefined;
  let index = new RowIndex([]);
  let summaries: GroupSummaries | undefined;
  let arrows: readonly Arrow[] = [];
  let arrowsOf: { record: RunRecord; version: number; event: number } | undefined;
  let hovered = -1;
  /** Where the pointer rests on the canvas. */
  let pointer: { readonly x: number; readonly y: number } | undefined;
  /** The selection or the cursor was last moved by key: the hint is theirs, not the pointer's. */
  let byKey = false;
  let hint: Hover | undefined;
  let brush: Brush | undefined;
  let scheduled = 0;
  /** What was told of last. */
  let inSight = { first: 0, end: 0 };
  /** Idle stretches are known once the run is over. */
  let wasOver = false;

  function schedule(): void {
    scheduled ||= requestAnimationFrame(draw);
  }

  function draw(): void {
    scheduled = 0;
    const { clientWidth: width, clientHeight: height } = scroller;
    if (!input || width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    if (sizeCanvas(canvas, width, height, ratio) || brush?.ratio !== ratio) brush = createBrush(context!, ratio);
    camera.resize(width);
    const { layout } = camera;
    brush.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    summaries ??= new GroupSummaries(input.record, index);
    drawTimeline(
      brush,
      kept,
      { ...input, index, summaries, hovered, drop: carrier.dropRow, arrows },
      camera.scale,
      layout,
    );
    const [first, end] = [firstRow(layout), endRow(layout)];
    if (first !== inSight.first || end !== inSight.end) {
      inSight = { first, end };
      handlers.onRows?.(first, end);
    }
    // What lies under a resting pointer is another thing once the picture has moved.
    if (byKey || (pointer && rowAt(layout, pointer.y) !== hovered)) showHover();
  }

  function showHover(): void {
    const place = pointer && placeAt(pointer.x, pointer.y);
    const row = place?.row ?? -1;
    if (row !== hovered) schedule();
    hovered = row;
    const content = index.rows[row];
    const next = byKey ? hintOfKeys() : pointer && place && content && hoverAt(content, place.time, pointer);
    const same = next?.row === hint?.row && next?.time === hint?.time && next?.x === hint?.x && next?.y === hint?.y;
    hint = next;
    if (!same) handlers.onHover?.(next);
  }

  /** At the cursor, on the row of what is selected. */
  function hintOfKeys(): Hover | undefined {
    if (!input || !camera.sees(input.cursor)) return undefined;
    const { scale, layout } = camera;
    const row = Math.min(...selectedRows());
    const content = index.rows[row];
    const y = yOfRow(layout, row) + layout.rowHeight / 2;
    if (!content || y < AXIS_HEIGHT || y > layout.height) return undefined;
    return hoverAt(content, input.cursor, { x: scale.xOf(input.cursor), y });
  }

  function hoverAt(row: Row, time: Micros, { x, y }: { readonly x: number; readonly y: number }): Hover {
    const { scale, layout } = camera;
    const polls = input?.polls;
    return {
      row,
      time,
      near: Math.round(MAGNET * scale.perPx),
      polls: polls && canTellPolls(polls.period, scale) ? polls : undefined,
      x,
      y,
      below: y < layout.height / 2,
      left: x > scale.right / 2,
    };
  }

  /** Of what is selected and shown. */
  function selectedRows(): number[] {
    return [...(input?.selection ?? [])].map((guid) => index.rowOf(guid)).filter((row) => row >= 0);
  }

  /** Who chooses one resource, wherever that is, wants to see its lane. */
  function revealChosen(before: TimelineInput | undefined, { selection }: TimelineInput): void {
    const [chosen] = selection;
    if (chosen === undefined || selection.size > 1) return;
    if (before?.selection.size === 1 && before.selection.has(chosen)) return;
    const row = index.rowOf(chosen);
    if (row >= 0) camera.reveal(row);
  }

  function showArrows({ record, selection, cursor, causes, secondScript }: TimelineInput): void {
    const event = causes ? selectedEvent(record, selection, cursor) : -1;
    const known = arrowsOf;
    if (known?.record === record && known.version === record.version && known.event === event) return;
    arrowsOf = { record, version: record.version, event };
    arrows = event < 0 ? [] : causeArrows(record, event, secondScript);
  }

  function seek(time: Micros): void {
    const end = input?.record.now ?? 0;
    handlers.onCursor(Math.min(end, Math.max(0, time)));
  }

  /** Shows the life of a resource, or of a folded group, from its first event to its last. */
  function focus(row: number): void {
    if (!input) return;
    camera.reveal(row);
    const { time } = input.record.events;
    let first = Infinity;
    let last = -Infinity;
    for (const guid of index.guidsOf(row)) {
      const rows = input.record.stateEvents.of(guid);
      first = Math.min(first, time[rows[0] ?? -1] ?? Infinity);
      last = Math.max(last, time[rows[rows.length - 1] ?? -1] ?? -Infinity);
    }
    if (first > last) camera.fit();
    else camera.show(first, Math.max(last, first + 1000));
  }

  function act(request: KeyAct): void {
    if (!input) return;
    const { record, cursor, selection } = input;
    const { scale } = camera;
    switch (request.kind) {
      case 'zoom': {
        const middle = camera.sees(cursor) ? scale.xOf(cursor) : scale.left + scale.width / 2;
        return camera.zoom(request.factor, pointer && pointer.x >= scale.left ? pointer.x : middle);
      }
      case 'pan':
        return camera.pan(scale.width * request.screens);
      case 'fit':
        camera.fit();
        return camera.setRowHeight(DEFAULT_ROW);
      case 'focus': {
        const [row] = selectedRows();
        return row === undefined ? camera.fit() : focus(row);
      }
      case 'event': {
        const filter = request.ofSelection && selection.size > 0 ? { guids: selection } : {};
        const event = request.direction > 0 ? nextEvent(record, cursor, filter) : previousEvent(record, cursor, filter);
        return event < 0 ? undefined : goTo(record.events.time[event]!);
      }
      case 'end':
        return goTo(request.last ? record.now : 0);
      case 'lane':
        return moveSelection(request.by);
      case 'nudge':
        return seek(scale.nudged(cursor, request.px));
      case 'rows':
        return camera.scaleRows(request.factor);
      case 'pin':
        return handlers.onPin?.();
      case 'move':
        return moveByKey(request.by);
      case 'fold':
        return foldGroups(selection);
      case 'search':
        return handlers.onSearch?.();
      case 'show': {
        const { guid, time } = request.match;
        const row = index.rowOf(guid);
        if (row >= 0) camera.reveal(row);
        return time === undefined ? undefined : camera.reach(time);
      }
      case 'escape':
        byKey = false;
        showHover();
        if (carrier.isCarrying) return putDown(false);
        return handlers.onRange?.(undefined, true);
      case 'range':
        return camera.show(request.from, request.to);
    }
  }

  function goTo(time: Micros): void {
    camera.reach(time);
    seek(time);
  }

  function moveSelection(by: number): void {
    const count = index.rows.length;
    if (!input || count === 0) return;
    const rows = selectedRows();
    const outside = by > 0 ? -1 : count;
    const from = rows.length === 0 ? outside : by > 0 ? Math.max(...rows) : Math.min(...rows);
    let row = Math.min(count - 1, Math.max(0, from + by));
    // The heading of a group that is not folded stands for nothing that could be selected.
    while (index.rows[row] && index.guidsOf(row).length === 0) row += Math.sign(by);
    if (!index.rows[row]) return;
    camera.reveal(row);
    select(row, false);
  }

  function select(row: number, additive: boolean): void {
    const content = index.rows[row];
    if (!content || !input) return;
    if (!isGroupRow(content)) return handlers.onSelect(content.guid, additive);
    const members = content.members.map(({ guid }) => guid);
    handlers.onSelectAll(additive ? [...input.selection, ...members] : members);
  }

  function moveByKey(by: 1 | -1): void {
    if (!input) return;
    const move = stepMove(input, input.selection, by);
    if (!move) return;
    handlers.onMove?.(move);
    camera.reveal(by < 0 ? move.row : move.row - 1);
  }

  /** Folds, or unfolds, the groups that resources are in. */
  function foldGroups(guids: ReadonlySet<Guid>): void {
    const keys = new Set<Guid>();
    for (const row of index.rows) {
      if (isGroupRow(row) && row.members.some(({ guid }) => guids.has(guid))) keys.add(row.group.key);
    }
    if (keys.size > 0) handlers.onFold?.([...keys]);
  }

  function carry(y: number): void {
    if (!input) return;
    const { layout } = camera;
    if (y > layout.height) camera.scrollRows(1);
    else if (y < AXIS_HEIGHT) camera.scrollRows(-1);
    carrier.carry(input, placeOfY(layout, y));
    schedule();
  }

  function putDown(there: boolean): void {
    const move = carrier.putDown();
    if (there && move) handlers.onMove?.(move);
    schedule();
  }

  function placeAt(x: number, y: number): Place {
    const { scale, layout } = camera;
    const row = rowAt(layout, y);
    const content = index.rows[row];
    const nearCursor = input !== undefined && Math.abs(scale.xOf(input.cursor) - x) <= (y < AXIS_HEIGHT ? 24 : 4);
    const zone =
      x < scale.left
        ? content && isGroupRow(content)
          ? 'heading'
          : 'label'
        : nearCursor
          ? 'handle'
          : y < AXIS_HEIGHT
            ? 'axis'
            : row < 0
              ? 'beyond'
              : 'lane';
    return { zone, row, time: timeAt(x, row) };
  }

  /** The time meant by a pixel: that of an event of the lane close by, otherwise no finer than pixels are. */
  function timeAt(x: number, row: number): Micros {
    const { scale, layout } = camera;
    const events = layout.rowHeight >= TEXT_ROW ? eventsIn(row) : undefined;
    if (events) {
      const { times, rows } = events;
      const event = rows[lastRowAt(times, rows, scale.timeAt(x - MAGNET) - 1) + 1];
      if (event !== undefined && Math.abs(scale.xOf(times[event]!) - x) <= MAGNET) return times[event]!;
    }
    const step = stepWithin(scale.perPx);
    return Math.round(scale.timeAt(x) / step) * step;
  }

  /** When the state drawn in a row changes. */
  function eventsIn(row: number): Pick<StateColumns, 'times' | 'rows'> | undefined {
    const content = index.rows[row];
    if (!input || !content) return undefined;
    if (isGroupRow(content)) return summaries?.of(row);
    return { times: input.record.events.time, rows: input.record.stateEvents.of(content.guid) };
  }

  const stopPointer = listenToPointer(canvas, {
    placeAt,
    zoom: (factor, x) => camera.zoom(factor, x),
    pan: (px) => camera.pan(px),
    scaleRows: (factor, y) => camera.scaleRows(factor, y),
    seek,
    select,
    fold(row) {
      const content = index.rows[row];
      if (content && isGroupRow(content)) handlers.onFold?.([content.group.key]);
    },
    focus,
    take: (row) => input && carrier.take(input, row, input.selection),
    carry,
    putDown,
    hover(x, y) {
      pointer = x === undefined || y === undefined ? undefined : { x, y };
      byKey = false;
      showHover();
    },
    range(from, to, done) {
      const end = input?.record.now ?? 0;
      const [first, last] = [Math.max(0, Math.min(from, to)), Math.min(end, Math.max(from, to))];
      handlers.onRange?.(last > first ? { from: first, to: last } : undefined, done);
    },
  });
  const onKey = (event: KeyboardEvent) => {
    const request = keyAct(event);
    if (!request) return;
    event.preventDefault();
    event.stopPropagation();
    act(request);
    if (!MOVING.has(request.kind)) return;
    byKey = true;
    schedule();
  };
  const onFocus = () => {
    byKey = canvas.matches(':focus-visible');
    schedule();
  };
  const onBlur = () => {
    byKey = false;
    showHover();
  };
  canvas.addEventListener('focus', onFocus);
  canvas.addEventListener('blur', onBlur);
  canvas.addEventListener('keydown', onKey);
  scroller.addEventListener('scroll', schedule, { passive: true });
  const resize = new ResizeObserver(schedule);
  resize.observe(scroller);
  const stopTheme = watchTheme(() => {
    brush = undefined;
    schedule();
  });

  return {
    update(next) {
      const before = input;
      input = next;
      camera.setEnd(next.record.now);
      const over = next.record.outcome !== undefined;
      if (before?.record !== next.record || before.folded !== next.folded || (next.folded && over !== wasOver)) {
        camera.setAxis(next.folded ? foldIdle(next.record) : LINEAR);
      } else if (camera.sees(before.cursor)) {
        // A cursor that was in sight and moves on (playing, stepping) takes the picture with it.
        camera.reach(next.cursor);
      }
      wasOver = over;
      if (before?.rows !== next.rows) index = new RowIndex(next.rows);
      if (before?.rows !== next.rows || before.record !== next.record) summaries = undefined;
      camera.setLanes(next.rows.length, next.pinned, marksHeight(next.marks));
      revealChosen(before, next);
      showArrows(next);
      schedule();
    },
    act,
    destroy() {
      cancelAnimationFrame(scheduled);
      stopPointer();
      stopTheme();
      resize.disconnect();
      canvas.removeEventListener('keydown', onKey);
      canvas.removeEventListener('focus', onFocus);
      canvas.removeEventListener('blur', onBlur);
      scroller.removeEventListener('scroll', schedule);
    },
  };
}
