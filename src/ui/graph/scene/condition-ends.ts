// Where the lines of a condition begin and end: at cards, and at the frames of groups that are meant as a whole.
import type { Group } from '../../../model/experiment.ts';
import { foldPicked } from '../../fields/picked.ts';
import type { ConditionModel } from './edge-models.ts';
import { overlaps, type Rect } from './geometry.ts';
import type { CardId } from './folds.ts';
import { frameAround } from './frame-rects.ts';

export interface ConditionEnds {
  readonly from: readonly Rect[];
  readonly to: readonly Rect[];
  /** Those of them that are frames. */
  readonly frames: readonly Rect[];
}

/** One line from frame to frame says that a whole site waits for another; many from card to card would hide the cards. */
export function conditionEnds(
  model: Pick<ConditionModel, 'from' | 'to'>,
  groups: readonly Group[],
  boxOf: (card: CardId) => Rect | undefined,
): ConditionEnds {
  const boxes = (cards: readonly CardId[]) => cards.flatMap((card) => boxOf(card) ?? []);
  const frames: Rect[] = [];
  const side = (cards: readonly CardId[], others: readonly CardId[]) => {
    if (groups.length === 0 || cards.length < 2) return boxes(cards);
    return foldPicked({ groups }, cards).flatMap(({ guids, group }) => {
      const frame = group === undefined ? undefined : frameAround(guids, boxOf);
      // No line can lead from a frame to what stands in it.
      if (!frame || boxes(others).some((other) => overlaps(other, frame))) return boxes(guids);
      frames.push(frame);
      return [frame];
    });
  };
  return { from: side(model.from, model.to), to: side(model.to, model.from), frames };
}
