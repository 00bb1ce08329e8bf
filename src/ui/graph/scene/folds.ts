// Collapsed groups among the cards. A collapsed group has a card of its own with a number below zero, where no guid is;
// what is selected, moved or connected always are its resources.
import type { Experiment } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';

/** A card on the canvas: a resource's guid, or the number of a collapsed group. */
export type CardId = number;

export const isGroupCard = (card: CardId): boolean => card < 0;
export const groupCard = (place: number): CardId => -1 - place;
/** The place in the list of groups of the group that a card stands for. */
export const groupPlace = (card: CardId): number => -1 - card;

export interface Folds {
  /** The card that a resource is part of: its own, or that of its collapsed group. */
  readonly cardOf: (guid: Guid) => CardId;
  /** The resources that a card stands for. */
  readonly guidsOf: (card: CardId) => readonly Guid[];
  /** Places of the groups that are collapsed. */
  readonly collapsed: readonly number[];
}

const NO_FOLDS: Folds = { cardOf: (guid) => guid, guidsOf: (card) => [card], collapsed: [] };

const made = new WeakMap<Experiment['groups'], Folds>();

/** The folds of an experiment; made once per list of groups. */
export function foldsOf({ groups }: Pick<Experiment, 'groups'>): Folds {
  let folds = made.get(groups);
  if (!folds) {
    folds = fold(groups);
    made.set(groups, folds);
  }
  return folds;
}

function fold(groups: Experiment['groups']): Folds {
  const collapsed = groups.flatMap((group, place) => (group.collapsed ? [place] : []));
  if (collapsed.length === 0) return NO_FOLDS;
  const cards = new Map(collapsed.flatMap((place) => groups[place]!.guids.map((guid) => [guid, groupCard(place)])));
  return {
    cardOf: (guid) => cards.get(guid) ?? guid,
    guidsOf: (card) => (isGroupCard(card) ? (groups[groupPlace(card)]?.guids ?? []) : [card]),
    collapsed,
  };
}
