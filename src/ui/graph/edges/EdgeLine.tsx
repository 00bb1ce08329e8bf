import { memo } from 'react';
import type { Guid } from '../../../model/units.ts';
import { arrowPath } from '../scene/geometry.ts';
import { type Path, pathData } from '../scene/path.ts';
import styles from './EdgeLayer.module.css';
import type { EdgeShape } from './shape-edges.ts';
import { useEdgeLook } from './use-edge-look.ts';

/** The lines of one edge, with a wide unseen one to point at. */
export const EdgeLine = memo(function EdgeLine({
  shape,
  stem,
  nameOf,
}: {
  readonly shape: EdgeShape;
  /** What ties its sentence to it, where that is shown beside it. */
  readonly stem: Path | undefined;
  readonly nameOf: (guid: Guid) => string;
}) {
  const { model } = shape;
  const look = useEdgeLook(model);
  const path = shape.paths.map(pathData).join('');
  return (
    <g
      className={styles.edge}
      data-edge={model.id}
      data-kind={model.kind}
      {...look}
      // A condition is reached by its sentence; a connection has none, so its line takes the focus.
      {...(model.kind === 'connection' && {
        role: 'button',
        tabIndex: 0,
        'aria-label': `${model.merged ? `${model.merged.length} connections` : 'Connection'} of ${nameOf(model.ends[0])} and ${nameOf(model.ends[1])}`,
      })}
    >
      {stem && <path className={styles.stem} d={pathData(stem)} />}
      <path className={styles.area} d={path} />
      <path className={styles.line} d={path} />
      {shape.arrows.length > 0 && (
        <path className={styles.head} d={shape.arrows.map((path) => arrowPath(path.at(-1)!, path.at(-2)!)).join('')} />
      )}
    </g>
  );
});
