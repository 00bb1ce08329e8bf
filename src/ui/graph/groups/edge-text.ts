import { printCondition } from '../../../model/condition.ts';
import type { Guid } from '../../../model/units.ts';
import type { ConditionModel, EdgeModel } from '../scene/edge-models.ts';
import type { CardId, Folds } from './folds.ts';

/**
 * What stands on an edge: a condition's sentence, with groups by their name; how many it is, where it is several. Of a
 * group it says how many are meant, unless it is all.
 */
export function edgeText(
  edge: EdgeModel,
  nameOf: (card: CardId) => string,
  { guidsOf }: Pick<Folds, 'guidsOf'>,
): string {
  const count = edge.merged?.length ?? 1;
  if (edge.kind === 'connection') return count === 1 ? '1 connection' : `${count} connections`;
  const sentence = edge.members
    ? foldedSentence(edge, edge.members, nameOf, guidsOf)
    : printCondition(edge.condition, nameOf);
  return count === 1 ? sentence : `${sentence} (${count} conditions)`;
}

/** Whom it is about is what the line leads from: the cards, not the resources behind them. */
function foldedSentence(
  { condition, from, to }: ConditionModel,
  members: NonNullable<ConditionModel['members']>,
  nameOf: (card: CardId) => string,
  guidsOf: Folds['guidsOf'],
): string {
  const share = (cards: readonly CardId[], meant: readonly Guid[]) => {
    const all = cards.flatMap(guidsOf);
    return { meant: all.filter((guid) => meant.includes(guid)).length, of: all.length };
  };
  const waiting = share(to, members.to);
  const nameOfShare = (card: CardId) => {
    const { meant, of } = share([card], members.from);
    return meant < of ? `${meant} of ${of} in ${nameOf(card)}` : nameOf(card);
  };
  const awaited = share(from, members.from);
  return printCondition({ ...condition, group: [...from] }, nameOfShare, {
    ...(waiting.meant < waiting.of && { action: `${condition.action} of ${waiting.meant} of ${waiting.of}` }),
    // A group as a whole is one; some of it are as many as they are.
    ...(from.length === 1 && awaited.meant < awaited.of && { plural: awaited.meant > 1 }),
  });
}
