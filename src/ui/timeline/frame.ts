// What the timeline is drawn from.
import type { Guid, Micros } from '../../model/units.ts';
import type { CriticalPath } from '../../record/critical-path.ts';
import type { Polls } from '../../record/empty-polls.ts';
import type { RunRecord } from '../../record/run-record.ts';
import type { FoundOnScreen } from './draw-found.ts';
import type { TimelineMark } from './draw-marks.ts';
import type { Arrow } from './draw-overlays.ts';
import type { GroupSummaries } from './group-summaries.ts';
import type { RowIndex } from './row-index.ts';

/** All that one frame shows. */
export interface Frame {
  readonly record: RunRecord;
  readonly index: RowIndex;
  readonly summaries: GroupSummaries;
  readonly cursor: Micros;
  readonly selection: ReadonlySet<Guid>;
  /** The row under the pointer; -1: none. */
  readonly hovered: number;
  /** The row above which a lane that is being dragged would come to stand. */
  readonly drop: number | undefined;
  /** Causes and effects of the selected event. */
  readonly arrows: readonly Arrow[];
  readonly path: CriticalPath | undefined;
  readonly range: { readonly from: Micros; readonly to: Micros } | undefined;
  readonly marks: readonly TimelineMark[];
  /** When who waits looked again; undefined: not known. */
  readonly polls: Polls | undefined;
  readonly search: FoundOnScreen | undefined;
}
