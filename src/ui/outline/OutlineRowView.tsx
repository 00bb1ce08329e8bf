import { Cable, ChevronRight, Group, Hourglass } from 'lucide-react';
import { memo } from 'react';
import type { Catalog } from '../../model/rtype.ts';
import { stateAt } from '../../record/state-spans.ts';
import { SeveritySign } from '../problems/ProblemLine.tsx';
import { useMarksShown } from '../graph/card/problem-marks.ts';
import { useProblemsOf } from '../problems/use-problems.ts';
import { useSimulated } from '../context/studio-context.tsx';
import { ResourceIcon } from '../types/resource-icon.tsx';
import styles from './Outline.module.css';
import type { OutlineRow } from './outline-rows.ts';

/** One row of the tree. The keys are the tree's: it keeps the focus. */
export const OutlineRowView = memo(function OutlineRowView(props: {
  readonly id: string;
  readonly row: OutlineRow;
  readonly top: number;
  readonly catalog: Catalog;
  readonly active: boolean;
  readonly selected: boolean;
  readonly onClick: (additive: boolean) => void;
  readonly onToggle: () => void;
}) {
  const { row } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={props.id}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-expanded={row.open}
      aria-selected={props.selected}
      data-active={props.active}
      data-kind={row.kind}
      className={styles.row}
      style={{ transform: `translateY(${props.top}px)`, paddingLeft: 4 + (row.level - 1) * 16 }}
      onClick={(event) => props.onClick(event.ctrlKey || event.metaKey || event.shiftKey)}
      onDoubleClick={props.onToggle}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span
        className={styles.fold}
        data-open={row.open}
        onClick={(event) => {
          if (row.open === undefined) return;
          event.stopPropagation();
          props.onToggle();
        }}
      >
        {row.open !== undefined && <ChevronRight size={14} aria-hidden />}
      </span>
      {row.kind === 'group' && <Group size={14} aria-hidden />}
      {row.kind === 'resource' && <ResourceIcon catalog={props.catalog} rtype={row.rtype} size={14} />}
      {row.kind === 'connection' && <Cable size={13} aria-hidden />}
      {row.kind === 'condition' && <Hourglass size={13} aria-hidden />}
      <span className={styles.text}>{row.text}</span>
      {row.kind === 'type' && <span className={styles.aside}>{row.guids.length}</span>}
      {row.kind === 'group' && (
        <span className={styles.aside}>{`${row.collapsed ? 'collapsed, ' : ''}${row.guids.length}`}</span>
      )}
      {row.kind === 'resource' && <ResourceFacts guid={row.guid} summary={row.summary} />}
    </div>
  );
});

/** What a resource's row says besides its name: its state in the run, its attributes, its worst problem. */
function ResourceFacts({ guid, summary }: { readonly guid: number; readonly summary: string }) {
  const state = useSimulated(({ record, cursor }) => record && stateAt(record, guid, cursor));
  const [worst] = useProblemsOf(guid);
  const marked = useMarksShown();
  return (
    <>
      <span className={styles.aside}>{state ?? summary}</span>
      {marked && worst && <SeveritySign severity={worst.severity} hideWord />}
    </>
  );
}
