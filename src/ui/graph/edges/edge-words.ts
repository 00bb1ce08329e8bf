import { type Experiment } from '../../../model/experiment.ts';
import { resourceName } from '../../../model/resource-name.ts';
import { shownText } from '../../../model/visible-text.ts';
import { type EdgeText, edgeText } from '../scene/edge-text.ts';
import { type CardId, groupPlace, isGroupCard } from '../scene/folds.ts';
import type { EdgeModel } from '../scene/edge-models.ts';
import type { Scene } from '../scene/scene.ts';

/** What the cards of a scene are called. */
export function namesIn({
  experiment: { resources, groups },
}: {
  readonly experiment: Pick<Experiment, 'resources' | 'groups'>;
}): (card: CardId) => string {
  return (card) => {
    if (isGroupCard(card)) return shownText(groups[groupPlace(card)]?.name ?? '');
    return resourceName(resources, card, String(card));
  };
}

/** What stands on the edges of a scene. */
export function textsIn(scene: Scene): (model: EdgeModel) => EdgeText {
  const { experiment, folds } = scene;
  const nameOf = namesIn(scene);
  return (model) => edgeText(model, nameOf, { groups: experiment.groups, guidsOf: folds.guidsOf });
}
