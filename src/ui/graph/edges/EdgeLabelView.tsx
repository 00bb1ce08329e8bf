import { memo } from 'react';
import type { Guid } from '../../../model/units.ts';
import styles from './EdgeLayer.module.css';
import { LABEL_HEIGHT, labelSize } from './label-size.ts';
import type { LargerLabel } from './larger-labels.ts';
import type { EdgeLabel, EdgeShape } from './shape-edges.ts';
import { useEdgeLook } from './use-edge-look.ts';

/** The sentence of a condition, on its line. */
export const EdgeLabelView = memo(function EdgeLabelView(props: {
  readonly shape: EdgeShape;
  readonly label: EdgeLabel;
  readonly nameOf: (guid: Guid) => string;
  /** All is small, but here is room for it to be larger, briefly. */
  readonly larger: LargerLabel | undefined;
}) {
  const { shape, label, nameOf, larger } = props;
  const { model } = shape;
  const look = useEdgeLook(model);
  const { x, y, text } = larger ?? label;
  const width = larger ? labelSize(text).width : label.width;
  const name =
    model.kind === 'condition'
      ? `Condition of ${model.to.map(nameOf).join(', ')}: ${label.full}`
      : `${label.full} of ${model.ends.map(nameOf).join(' and ')}`;
  return (
    <div
      className={styles.label}
      data-edge={model.id}
      data-kind={model.kind}
      data-larger={larger !== undefined || undefined}
      {...look}
      role="button"
      tabIndex={0}
      aria-label={name}
      title={label.full}
      style={{
        translate: `${Math.round(x - width / 2)}px ${Math.round(y - LABEL_HEIGHT / 2)}px`,
        width,
      }}
    >
      <span>{text}</span>
    </div>
  );
});
