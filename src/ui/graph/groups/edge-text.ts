import { printAwaiting } from '../../../model/condition.ts';
import type { Experiment } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';
import { foldPicked } from '../../inspector/picked.ts';
import { countOf } from '../../shell/count-text.ts';
import type { ConditionModel, EdgeModel } from '../scene/edge-models.ts';
import type { CardId, Folds } from './folds.ts';

/** What edges are said with: the groups there are, and what the cards stand for. */
export type EdgeWords = Pick<Experiment, 'groups'> & Pick<Folds, 'guidsOf'>;

/**
 * What stands on an edge: a condition's sentence, with groups by their name; how many it is, where it is several. Of a
 * group it says how many are meant, unless it is all.
 */
export function edgeText(edge: EdgeModel, nameOf: (card: CardId) => string, words: EdgeWords): string {
  const count = edge.merged?.length ?? 1;
  if (edge.kind === 'connection') return countOf(count, 'connection');
  const sentence = edge.members
    ? foldedSentence(edge, edge.members, nameOf, words)
    : printAwaiting(edge.condition, namesOf(edge.condition.group, nameOf, words));
  return count === 1 ? sentence : `${sentence} (${countOf(count, 'condition')})`;
}

/** Whom it is about is what the line leads from: the cards, not the resources behind them. */
function foldedSentence(
  { condition, from, to }: ConditionModel,
  members: NonNullable<ConditionModel['members']>,
  nameOf: (card: CardId) => string,
  words: EdgeWords,
): string {
  const share = (cards: readonly CardId[], meant: readonly Guid[]) => {
    const all = cards.flatMap(words.guidsOf);
    return { meant: all.filter((guid) => meant.includes(guid)).length, of: all.length };
  };
  const waiting = share(to, members.to);
  const nameOfShare = (card: CardId) => {
    const { meant, of } = share([card], members.from);
    return meant < of ? `${meant} of ${of} in ${nameOf(card)}` : nameOf(card);
  };
  const awaited = share(from, members.from);
  return printAwaiting(condition, namesOf(from, nameOfShare, words), {
    ...(waiting.meant < waiting.of && { action: `${condition.action} of ${waiting.meant} of ${waiting.of}` }),
    // A group as a whole is one; some of it are as many as they are.
    ...(from.length === 1 && awaited.meant < awaited.of && { plural: awaited.meant > 1 }),
  });
}

/** The names of cards; where all cards of a group are among them, it is called by its name, too. */
function namesOf(cards: readonly CardId[], nameOf: (card: CardId) => string, words: EdgeWords): readonly string[] {
  return foldPicked(words, cards).map(({ guids: [card], group }) => group ?? nameOf(card!));
}
