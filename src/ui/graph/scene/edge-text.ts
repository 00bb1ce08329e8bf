import { type ConditionWords, printAwaiting, printBriefly, printMark } from '../../../model/condition.ts';
import type { Experiment } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';
import { foldPicked } from '../../fields/picked.ts';
import { countOf } from '../../text/count-text.ts';
import type { ConditionModel, EdgeModel } from './edge-models.ts';
import type { CardId, Folds } from './folds.ts';

/** What edges are said with: the groups there are, and what the cards stand for. */
export type EdgeWords = Pick<Experiment, 'groups'> & Pick<Folds, 'guidsOf'>;

/** What stands on an edge: in full, where there is no room for that, and where there is hardly any. */
export interface EdgeText {
  readonly full: string;
  readonly brief: string;
  readonly mark: string;
}

/**
 * A condition's sentence, with groups by their name; how many it is, where it is several. Of a group it says how many
 * are meant, unless it is all. Briefly, it leaves out who is waited for: the line shows it.
 */
export function edgeText(edge: EdgeModel, nameOf: (card: CardId) => string, words: EdgeWords): EdgeText {
  const count = edge.merged?.length ?? 1;
  if (edge.kind === 'connection') {
    const text = countOf(count, 'connection');
    return { full: text, brief: text, mark: text };
  }
  const { condition, members } = edge;
  const { full, brief } = members
    ? foldedSentence(edge, members, nameOf, words)
    : { full: printAwaiting(condition, namesOf(condition.group, nameOf, words)), brief: printBriefly(condition) };
  const rest = count === 1 ? '' : ` (${countOf(count, 'condition')})`;
  return { full: full + rest, brief: brief + rest, mark: printMark(condition) + (count === 1 ? '' : ` ×${count}`) };
}

/** Whom it is about is what the line leads from: the cards, not the resources behind them. */
function foldedSentence(
  { condition, from, to }: ConditionModel,
  members: NonNullable<ConditionModel['members']>,
  nameOf: (card: CardId) => string,
  words: EdgeWords,
): Pick<EdgeText, 'full' | 'brief'> {
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
  const otherWords: ConditionWords = {
    ...(waiting.meant < waiting.of && { action: `${condition.action} of ${waiting.meant} of ${waiting.of}` }),
    // A group as a whole is one; some of it are as many as they are.
    ...(from.length === 1 && awaited.meant < awaited.of && { plural: awaited.meant > 1 }),
  };
  return {
    full: printAwaiting(condition, namesOf(from, nameOfShare, words), otherWords),
    brief: printBriefly(condition, otherWords),
  };
}

/** The names of cards; where all cards of a group are among them, it is called by its name, too. */
function namesOf(cards: readonly CardId[], nameOf: (card: CardId) => string, words: EdgeWords): readonly string[] {
  return foldPicked(words, cards).map(({ guids: [card], group }) => group ?? nameOf(card!));
}
