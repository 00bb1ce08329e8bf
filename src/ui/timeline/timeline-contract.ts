// What the timeline is given, what it tells, what can be asked of it.
import type { Guid, Micros } from '../../model/units.ts';
import type { CriticalPath } from '../../record/critical-path.ts';
import type { Polls } from '../../record/empty-polls.ts';
import type { RunRecord } from '../../record/run-record.ts';
import type { FoundOnScreen } from './draw-found.ts';
import type { TimelineMark } from './draw-marks.ts';
import type { Row } from '../run/lane.ts';
import type { LaneMove } from './move-lanes.ts';
import type { KeyAct } from './timeline-keys.ts';

export interface TimelineInput {
  readonly record: RunRecord;
  readonly rows: readonly Row[];
  /** How many of the first rows stay on top. */
  readonly pinned: number;
  readonly cursor: Micros;
  readonly selection: ReadonlySet<Guid>;
  /** Arrows from what led to the selected resource's state, and to what it led to. */
  readonly causes: boolean;
  /** The guid under which the script of a second run stands in the record, if there are two in it. */
  readonly secondScript: Guid | undefined;
  /** Lit, when there. */
  readonly path: CriticalPath | undefined;
  /** Idle stretches are drawn shorter. */
  readonly folded: boolean;
  /** A marked stretch of time. */
  readonly range: TimeRange | undefined;
  /** Instants pointed out on the axis. */
  readonly marks: readonly TimelineMark[];
  /** When who waits looked again; without it, single polls are not shown. */
  readonly polls: Polls | undefined;
  /** What is searched for and found. */
  readonly search: FoundOnScreen | undefined;
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

/** Where the pointer rests, or what was gone to by key: a row, a time, and the place in the canvas. */
export interface Hover {
  readonly row: Row;
  readonly time: Micros;
  readonly x: number;
  readonly y: number;
  /** How much time around it is meant, too. */
  readonly near: Micros;
  /** When who waits looked again, where single polls are drawn. */
  readonly polls: Polls | undefined;
  /** On which side of the place there is more room. */
  readonly below: boolean;
  readonly left: boolean;
}

export interface TimelineHandlers {
  readonly onCursor: (time: Micros) => void;
  readonly onSelect: (guid: Guid, additive: boolean) => void;
  /** Exactly these. */
  readonly onSelectAll: (guids: readonly Guid[]) => void;
  /** What is to be told in a hint; undefined: nothing. */
  readonly onHover?: (hover: Hover | undefined) => void;
  /** A stretch of time was marked (`done`) or is being marked; undefined: no more. */
  readonly onRange?: (range: TimeRange | undefined, done: boolean) => void;
  /** Pin what is selected, or unpin it. */
  readonly onPin?: () => void;
  readonly onMove?: (move: LaneMove) => void;
  readonly onSearch?: () => void;
  /** Fold the groups with these keys; unfold them when all of them are folded. */
  readonly onFold?: (groups: readonly Guid[]) => void;
  /** Which rows are in sight: [first, end). */
  readonly onRows?: (first: number, end: number) => void;
}

export interface TimelineView {
  update(input: TimelineInput): void;
  /** Does what a key would. */
  act(act: KeyAct): void;
  destroy(): void;
}
