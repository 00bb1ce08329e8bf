import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { Step } from '../../model/experiment.ts';
import type { Guid, Micros } from '../../model/units.ts';
import type { PathWithLevers } from '../../record/levers.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { useStudio } from '../context/studio-context.tsx';
import { goBackToWork } from '../focus/workplace.ts';
import type { CursorSource } from './cursor-source.ts';
import type { Lane } from '../run/lane.ts';
import { PathPanel } from './PathPanel.tsx';
import { RangePanel } from './RangePanel.tsx';
import styles from './TimelineAside.module.css';
import type { TimeRange } from './timeline-contract.ts';
import { WhyPanel } from './WhyPanel.tsx';

export interface AsideProps {
  readonly record: RunRecord;
  readonly version: number;
  readonly lanes: readonly Lane[];
  /** Of lanes and scripts. */
  readonly labelOf: (guid: Guid) => string;
  readonly cursor: CursorSource;
  readonly selection: ReadonlySet<Guid>;
  readonly script: readonly Step[];
  readonly why: boolean;
  readonly path: PathWithLevers | undefined;
  /** Stands below the critical path's table. */
  readonly pathNote: ReactNode;
  readonly range: TimeRange | undefined;
  readonly onSelect: (guid: Guid, additive: boolean) => void;
  readonly onCursor: (time: Micros) => void;
  /** Another range, or none; `zoom`: show just it. */
  readonly onRange: (range: TimeRange | undefined, zoom: boolean) => void;
}

/**
 * Beside the picture: the marked range, the critical path, why the selected resource is where it is. Escape leads back
 * to where one came from.
 */
export function TimelineAside(props: AsideProps) {
  const { record, version, lanes, labelOf, cursor, selection, why, path, range, onSelect, onCursor } = props;
  const { canvas } = useStudio();
  const cameFrom = useRef<EventTarget>(undefined);
  const [guid] = selection;
  const explained = why && guid !== undefined && selection.size === 1 && lanes.some((lane) => lane.guid === guid);
  if (!explained && !path && !range) return null;
  const focus = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget ?? undefined;
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    const { current: before } = cameFrom;
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    else goBackToWork(canvas.current);
  };
  return (
    // Escape leads out of it from each of its controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className={styles.aside} aria-label="About this run" data-aside onFocus={focus} onKeyDown={keyDown}>
      {range && (
        <RangePanel
          record={record}
          version={version}
          lanes={lanes}
          selection={selection}
          range={range}
          onRange={props.onRange}
        />
      )}
      {path && (
        <PathPanel
          record={record}
          path={path}
          labelOf={labelOf}
          note={props.pathNote}
          onSelect={onSelect}
          onCursor={onCursor}
        />
      )}
      {explained && (
        <WhyPanel
          record={record}
          guid={guid}
          cursor={cursor}
          labelOf={labelOf}
          script={props.script}
          onSelect={onSelect}
          onCursor={onCursor}
        />
      )}
    </aside>
  );
}
