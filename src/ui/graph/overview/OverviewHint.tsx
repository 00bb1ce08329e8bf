import { useStore } from '@xyflow/react';
import { resourceLabel, resourcesByGuid } from '../../../model/experiment.ts';
import { shownText } from '../../../model/visible-text.ts';
import { type CardId, groupPlace, isGroupCard } from '../scene/folds.ts';
import { summariseTypes } from '../groups/summarise.ts';
import { useStatesAtCursor } from '../groups/use-states-at-cursor.ts';
import { useView } from '../../context/studio-context.tsx';
import { useGraph } from '../view/graph-store.ts';
import type { Scene } from '../scene/scene.ts';
import styles from './Overview.module.css';

/** What can't be read on a small card, beside the pointer. */
export function OverviewHint({ scene }: { readonly scene: Scene }) {
  const card = useGraph((state) => state.hoveredCard);
  const dragging = useView((state) => state.dragging !== undefined);
  return card !== undefined && scene.boxes.has(card) && !dragging ? (
    <Hint key={card} scene={scene} card={card} />
  ) : null;
}

function Hint({ scene, card }: { readonly scene: Scene; readonly card: CardId }) {
  const [x, y, zoom] = useStore(({ transform }) => transform);
  const { resources, groups } = scene.experiment;
  const members = scene.folds.guidsOf(card).flatMap((guid) => resourcesByGuid(resources).get(guid) ?? []);
  const states = useStatesAtCursor(scene.folds.guidsOf(card));
  const [first] = members;
  const box = scene.boxes.get(card)!;
  if (!first) return null;
  return (
    <div
      className={styles.hint}
      style={{ left: x + (box.x + box.width / 2) * zoom, top: y + box.y * zoom }}
      aria-hidden
    >
      <b>{isGroupCard(card) ? shownText(groups[groupPlace(card)]?.name ?? '') : resourceLabel(first)}</b>
      <span>{isGroupCard(card) ? summariseTypes(members) : shownText(first.rtype)}</span>
      {states && <span>{states.text}</span>}
    </div>
  );
}
