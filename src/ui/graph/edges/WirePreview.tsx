import { ViewportPortal } from '@xyflow/react';
import type { Guid } from '../../../model/units.ts';
import { useGraph, type WireKind } from '../view/graph-store.ts';
import {
  arrowPath,
  borderPoint,
  type Curve,
  curveBetween,
  curvePath,
  type Point,
  type Rect,
} from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import { useGround } from '../scene/use-ground.ts';
import styles from './EdgeLayer.module.css';

/** What is being drawn: from its cards to the pointer, or to the cards it would end at. Red where it may not end. */
export function WirePreview({ scene }: { readonly scene: Scene }) {
  const { boxOf } = useGround(scene);
  const wire = useGraph((state) => state.wire);
  const popover = useGraph((state) => state.popover);
  if (wire) {
    const target = wire.target === undefined ? undefined : boxOf(wire.target);
    const curves = boxesOf(wire.from, boxOf).map((box) =>
      target ? curveBetween(box, target, 0) : lineTo(box, wire.to),
    );
    return <Lines kind={wire.kind} curves={curves} problem={wire.problem} at={wire.to} />;
  }
  if (popover?.kind === 'condition') {
    const curves = boxesOf(popover.group, boxOf).flatMap((from) =>
      boxesOf(popover.resources, boxOf).map((to) => curveBetween(from, to, 0)),
    );
    return <Lines kind="condition" curves={curves} pending />;
  }
  if (popover?.kind === 'add' && popover.wire) {
    const curves = boxesOf(popover.wire.from, boxOf).map((box) => lineTo(box, popover.at));
    return <Lines kind={popover.wire.kind} curves={curves} pending />;
  }
  return null;
}

/** The cards of some resources, each once: those of a collapsed group have the same. */
function boxesOf(guids: readonly Guid[], boxOf: (guid: Guid) => Rect | undefined): readonly Rect[] {
  const boxes = guids.flatMap((guid) => boxOf(guid) ?? []);
  return [...new Map(boxes.map((box) => [`${box.x} ${box.y}`, box])).values()];
}

const lineTo = (box: Rect, to: Point): Curve => ({ from: borderPoint(box, to), pull: to, to });

function Lines(props: {
  readonly kind: WireKind;
  readonly curves: readonly Curve[];
  readonly problem?: string | undefined;
  readonly at?: Point;
  readonly pending?: boolean;
}) {
  const { kind, curves, problem, at, pending } = props;
  return (
    <ViewportPortal>
      <svg
        className={styles.wire}
        data-kind={kind}
        data-pending={pending}
        data-refused={problem === undefined ? undefined : true}
        aria-hidden
      >
        <path className={styles.line} d={curves.map(curvePath).join('')} />
        {kind === 'condition' && (
          <path
            className={styles.head}
            d={curves.map(({ from, pull, to }) => arrowPath(to, pull === to ? from : pull)).join('')}
          />
        )}
      </svg>
      {problem !== undefined && at && (
        <div className={styles.why} style={{ transform: `translate(${at.x + 14}px, ${at.y + 14}px)` }}>
          {problem}
        </div>
      )}
    </ViewportPortal>
  );
}
