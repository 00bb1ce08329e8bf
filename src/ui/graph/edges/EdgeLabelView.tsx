import { memo } from 'react';
import type { Guid } from '../../../model/units.ts';
import styles from './EdgeLayer.module.css';
import { LABEL_HEIGHT } from './label-size.ts';
import type { EdgeLabel, EdgeShape } from './shape-edges.ts';
import { useEdgeLook } from './use-edge-look.ts';

/** The sentence of a condition, on its line. */
export const EdgeLabelView = memo(function EdgeLabelView(props: {
  readonly shape: EdgeShape;
  readonly label: EdgeLabel;
  readonly nameOf: (guid: Guid) => string;
}) {
  const { shape, label, nameOf } = props;
  const { model } = shape;
  const look = useEdgeLook(model);
  const name =
    model.kind === 'condition'
      ? `Condition of ${model.to.map(nameOf).join(', ')}: ${label.full}`
      : `${label.full} of ${model.ends.map(nameOf).join(' and ')}`;
  return (
    <div
      className={styles.label}
      data-edge={model.id}
      data-kind={model.kind}
      {...look}
      role="button"
      tabIndex={0}
      aria-label={name}
      title={label.full}
      style={{
        transform: `translate(${Math.round(label.x - label.width / 2)}px, ${Math.round(label.y - LABEL_HEIGHT / 2)}px)`,
        width: label.width,
      }}
    >
      <span>{label.text}</span>
    </div>
  );
});
