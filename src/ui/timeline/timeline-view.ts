// The timeline as a thing of the DOM, without React: made of three elements, fed with update(), ended with destroy().
import type { Guid, Micros } from '../../model/units.ts';
import { GuidIndex } from '../../record/guid-index.ts';
import type { RunRecord } from '../../record/run-record.ts';
import type { CriticalPath } from '../../record/critical-path.ts';
import { lastRowAt } from '../../record/state-spans.ts';
import { nextEvent, previousEvent } from '../../record/stepping.ts';
import { causeArrows, selectedEvent } from './cause-arrows.ts';
import { type Brush, createBrush, sizeCanvas } from './brush.ts';
import { Camera } from './camera.ts';
import { DensePicture } from './dense-picture.ts';
import type { TimelineMark } from './draw-marks.ts';
import type { Arrow } from './draw-overlays.ts';
import { drawTimeline } from './draw-timeline.ts';
import type { Lane } from './lane.ts';
import { AXIS_HEIGHT, DEFAULT_ROW, endRow, firstRow, rowAt, TEXT_ROW } from './row-layout.ts';
import { foldIdle, LINEAR } from './time-axis.ts';
import { type KeyAct, keyAct } from './timeline-keys.ts';
import { listenToPointer, type Place } from './timeline-pointer.ts';
import { watchTheme } from './watch-theme.ts';

export interface TimelineInput {
  readonly record: RunRecord;
  readonly lanes: readonly Lane[];
  /** How many of the first lanes stay on top. */
  readonly pinned: number;
  readonly cursor: Micros;
  readonly selection: ReadonlySet<Guid>;
  /** Arrows from what led to the selected resource's state, and to what it led to. */
  readonly causes: boolean;
  /** Lit, when there. */
  readonly path: CriticalPath | undefined;
  /** Idle stretches are drawn shorter. */
  readonly folded: boolean;
  /** A marked stretch of time. */
  readonly range: TimeRange | undefined;
  /** Instants pointed out on the axis. */
  readonly marks: readonly TimelineMark[];
}

export interface TimeRange {
  readonly from: Micros;
  readonly to: Micros;
}

/** The canvas sticks to the top of the scroller; `content` has the height of all lanes, so that it can be scrolled. */
export interface TimelineElements {
  readonly scroller: HTMLElement;
  readonly content: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

/** Where the pointer rests: a lane, a time, and the place in the canvas. */
export interface Hover {
  readonly guid: Guid;
  readonly time: Micros;
  readonly x: number;
  readonly y: number;
}

export interface TimelineHandlers {
  readonly onCursor: (time: Micros) => void;
  readonly onSelect: (guid: Guid, additive: boolean) => void;
  readonly onHover?: (hover: Hover | undefined) => void;
  /** A stretch of time was marked (`done`) or is being marked; undefined: no more. */
  readonly onRange?: (range: TimeRange | undefined, done: boolean) => void;
  /** Pin what is selected, or unpin it. */
  readonly onPin?: () => void;
  /** Which rows are in sight: [first, end). */
  readonly onRows?: (first: number, end: number) => void;
}

export interface TimelineView {
  update(input: TimelineInput): void;
  /** Does what a key would. */
  act(act: KeyAct): void;
  destroy(): void;
}

/** Pixels within which the pointer means an event. */
const MAGNET = 4;

export function createTimelineView(elements: TimelineElements, handlers: TimelineHandlers): TimelineView {
  const { scroller, content, canvas } = elements;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('this browser has no 2D canvas');
  const camera = new Camera(scroller, content, schedule);
  const dense = new DensePicture();
  let input: TimelineInput | undefined;
  let guids: readonly Guid[] = [];
  let rowOf = new GuidIndex();
  let arrows: readonly Arrow[] = [];
  let arrowsOf: { record: RunRecord; version: number; event: number } | undefined;
  let hovered = -1;
  /** Where the pointer rests on the canvas. */
  let pointer: { readonly x: number; readonly y: number } | undefined;
  let brush: Brush | undefined;
  let scheduled = 0;
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
    drawTimeline(brush, dense, { ...input, guids, rowOf, hovered, arrows }, camera.scale, layout);
    handlers.onRows?.(firstRow(layout), endRow(layout));
    // What lies under a resting pointer is another thing once the picture has moved.
    if (pointer && rowAt(layout, pointer.y) !== hovered) showHover();
  }

  function showHover(): void {
    const place = pointer && placeAt(pointer.x, pointer.y);
    const row = place?.row ?? -1;
    if (row !== hovered) schedule();
    hovered = row;
    handlers.onHover?.(
      pointer && place?.guid !== undefined ? { guid: place.guid, time: place.time, ...pointer } : undefined,
    );
  }

  function showArrows({ record, selection, cursor, causes }: TimelineInput): void {
    const event = causes ? selectedEvent(record, selection, cursor) : -1;
    const known = arrowsOf;
    if (known?.record === record && known.version === record.version && known.event === event) return;
    arrowsOf = { record, version: record.version, event };
    arrows = event < 0 ? [] : causeArrows(record, event);
  }

  function seek(time: Micros): void {
    const end = input?.record.now ?? 0;
    handlers.onCursor(Math.min(end, Math.max(0, time)));
  }

  /** Shows the life of a resource, from its first event to its last. */
  function focus(guid: Guid): void {
    if (!input) return;
    const row = rowOf.get(guid);
    if (row >= 0) camera.reveal(row);
    const rows = input.record.stateEvents.of(guid);
    const { time } = input.record.events;
    const first = time[rows[0] ?? -1];
    const last = time[rows[rows.length - 1] ?? -1];
    if (first === undefined || last === undefined) camera.fit();
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
        const guid = [...selection].find((candidate) => rowOf.get(candidate) >= 0);
        return guid === undefined ? camera.fit() : focus(guid);
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
        return seek(scale.timeAt(scale.xOf(cursor) + request.px));
      case 'rows':
        return camera.scaleRows(request.factor);
      case 'pin':
        return handlers.onPin?.();
      case 'escape':
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
    if (!input || guids.length === 0) return;
    const rows = [...input.selection].map((guid) => rowOf.get(guid)).filter((row) => row >= 0);
    const outside = by > 0 ? -1 : guids.length;
    const from = rows.length === 0 ? outside : by > 0 ? Math.max(...rows) : Math.min(...rows);
    const row = Math.min(guids.length - 1, Math.max(0, from + by));
    camera.reveal(row);
    handlers.onSelect(guids[row]!, false);
  }

  function placeAt(x: number, y: number): Place {
    const { scale, layout } = camera;
    const row = rowAt(layout, y);
    const guid = row < 0 ? undefined : guids[row];
    const nearCursor = input !== undefined && Math.abs(scale.xOf(input.cursor) - x) <= (y < AXIS_HEIGHT ? 24 : 4);
    const zone =
      x < scale.left ? 'label' : nearCursor ? 'handle' : y < AXIS_HEIGHT ? 'axis' : row < 0 ? 'beyond' : 'lane';
    return { zone, guid, row, time: timeAt(x, guid) };
  }

  /** The time meant by a pixel: that of an event of the lane close by, otherwise no finer than pixels are. */
  function timeAt(x: number, guid: Guid | undefined): Micros {
    const { scale, layout } = camera;
    if (input && guid !== undefined && layout.rowHeight >= TEXT_ROW) {
      const { time } = input.record.events;
      const rows = input.record.stateEvents.of(guid);
      const row = rows[lastRowAt(time, rows, scale.timeAt(x - MAGNET) - 1) + 1];
      if (row !== undefined && Math.abs(scale.xOf(time[row]!) - x) <= MAGNET) return time[row]!;
    }
    const step = 10 ** Math.max(0, Math.floor(Math.log10(scale.perPx)));
    return Math.round(scale.timeAt(x) / step) * step;
  }

  const stopPointer = listenToPointer(canvas, {
    placeAt,
    zoom: (factor, x) => camera.zoom(factor, x),
    pan: (px) => camera.pan(px),
    scaleRows: (factor, y) => camera.scaleRows(factor, y),
    seek,
    select: handlers.onSelect,
    focus,
    hover(x, y) {
      pointer = x === undefined || y === undefined ? undefined : { x, y };
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
  };
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
      if (before?.lanes !== next.lanes) {
        guids = next.lanes.map(({ guid }) => guid);
        rowOf = new GuidIndex();
        guids.forEach((guid, row) => rowOf.set(guid, row));
      }
      camera.setLanes(guids.length, next.pinned);
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
      scroller.removeEventListener('scroll', schedule);
    },
  };
}
