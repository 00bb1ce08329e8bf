import { useStore } from '@xyflow/react';
import { resourceLabel, resourcesByGuid } from '../../../model/experiment.ts';
import { useStateAtCursor } from '../card/use-state-at-cursor.ts';
import { useView } from '../../studio-context.tsx';
import { useGraph } from '../graph-store.ts';
import type { Scene } from '../scene/scene.ts';
import styles from './Overview.module.css';

/** What can't be read on a small card, beside the pointer. */
export function OverviewHint({ scene }: { readonly scene: Scene }) {
  const guid = useGraph((state) => state.hoveredCard);
  const dragging = useView((state) => state.dragging !== undefined);
  const resource = guid === undefined ? undefined : resourcesByGuid(scene.experiment.resources).get(guid);
  return resource && !dragging ? <Hint key={resource.guid} scene={scene} guid={resource.guid} /> : null;
}

function Hint({ scene, guid }: { readonly scene: Scene; readonly guid: number }) {
  const [x, y, zoom] = useStore(({ transform }) => transform);
  const state = useStateAtCursor(guid);
  const resource = resourcesByGuid(scene.experiment.resources).get(guid)!;
  const box = scene.boxes.get(guid)!;
  return (
    <div
      className={styles.hint}
      style={{ left: x + (box.x + box.width / 2) * zoom, top: y + box.y * zoom }}
      aria-hidden
    >
      <b>{resourceLabel(resource)}</b>
      <span>{resource.rtype}</span>
      {state && <span>{state}</span>}
    </div>
  );
}
