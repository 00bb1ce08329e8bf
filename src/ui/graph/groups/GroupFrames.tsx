import { ViewportPortal } from '@xyflow/react';
import { Minimize2 } from 'lucide-react';
import { memo, useMemo } from 'react';
import { foldGroups } from '../../../app/editing/seen-groups.ts';
import type { Group } from '../../../model/experiment.ts';
import { shownText } from '../../../model/visible-text.ts';
import { countOf } from '../../text/count-text.ts';
import { useSimulating, useStudio, useView } from '../../context/studio-context.tsx';
import { grow, overlaps, type Rect } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import { useGround } from '../scene/use-ground.ts';
import { frameAround, HEAD } from '../scene/frame-rects.ts';
import styles from './groups.module.css';

/** The frames of the groups that are not collapsed, behind everything else. */
export const GroupFrames = memo(function GroupFrames(props: {
  readonly scene: Scene;
  /** Only what is on screen is drawn. */
  readonly visible: Rect;
}) {
  const { scene, visible } = props;
  const { groups, boxOf } = useGround(scene);
  const frames = useMemo(
    () =>
      groups.flatMap((group, place) => {
        const rect = group.collapsed ? undefined : frameAround(group.guids, boxOf);
        return rect && overlaps(rect, grow(visible, HEAD)) ? [{ group, place, rect }] : [];
      }),
    [groups, boxOf, visible],
  );
  if (frames.length === 0) return null;
  return (
    <ViewportPortal>
      {frames.map(({ group, place, rect }) => (
        <GroupFrame key={place} group={group} place={place} {...rect} />
      ))}
    </ViewportPortal>
  );
});

const GroupFrame = memo(function GroupFrame(props: { readonly group: Group; readonly place: number } & Rect) {
  const { group, place, x, y, width, height } = props;
  const name = shownText(group.name);
  const studio = useStudio();
  const locked = useSimulating();
  const selected = useView(({ selection }) => group.guids.every((guid) => selection.guids.has(guid)));
  return (
    <div
      className={styles.frame}
      data-selected={selected || undefined}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
    >
      <svg className={styles.outline} width={width} height={height} aria-hidden>
        <rect className={styles.line} x={0.5} y={0.5} width={width - 1} height={height - 1} rx={12} />
        <rect className={styles.area} data-group={place} width={width} height={height} rx={12} />
      </svg>
      <div className={styles.head} data-group={place}>
        <button
          type="button"
          className={styles.name}
          data-group={place}
          aria-label={`Group ${name}, ${countOf(group.guids.length, 'resource')}`}
          title={locked ? undefined : 'Drag to move all of it; double-click to rename'}
          onClick={(event) => {
            // The pointer's clicks are gestures of the canvas; this one came from a key.
            if (event.detail > 0) return;
            studio.view.getState().select({ guids: new Set(group.guids) });
            if (!locked) studio.commands.run('edit.rename');
          }}
        >
          {name}
        </button>
        <span className={styles.count} aria-hidden>
          {group.guids.length}
        </span>
        <button
          type="button"
          className={styles.toggle}
          data-canvas-ui
          aria-label={`Collapse ${name}`}
          title="Collapse to one node (G)"
          onClick={() => foldGroups(studio, [place], true)}
        >
          <Minimize2 size={13} aria-hidden />
        </button>
      </div>
    </div>
  );
});
