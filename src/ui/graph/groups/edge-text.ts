import { printCondition } from '../../../model/condition.ts';
import type { EdgeModel } from '../scene/edge-models.ts';
import type { CardId } from './folds.ts';

/** What stands on an edge: a condition's sentence, with groups by their name; how many it is, where it is several. */
export function edgeText(edge: EdgeModel, nameOf: (card: CardId) => string): string {
  const count = edge.merged?.length ?? 1;
  if (edge.kind === 'connection') return count === 1 ? '1 connection' : `${count} connections`;
  // Whom it is about is what the line leads from: the cards, not the resources behind them.
  const sentence = printCondition(edge.folded ? { ...edge.condition, group: [...edge.from] } : edge.condition, nameOf);
  return count === 1 ? sentence : `${sentence} (${count} conditions)`;
}
