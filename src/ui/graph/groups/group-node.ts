// From collapsed groups to React Flow's nodes; as in card/flow-node.ts, the same group at the same place always gives the
// same object.
import type { Node } from '@xyflow/react';
import type { Group } from '../../../model/experiment.ts';
import { moreId, nameId } from '../card/flow-node.ts';
import { CARD } from '../scene/card-size.ts';
import type { Point } from '../scene/geometry.ts';
import type { CardId } from '../scene/folds.ts';

export type GroupNode = Node<{ readonly group: Group; readonly card: CardId }, 'fold'>;

const nodes = new WeakMap<Group, GroupNode>();

/** The node of a collapsed group at a place. Only the place last asked for is kept. */
export function groupNode(group: Group, card: CardId, { x, y }: Point): GroupNode {
  const known = nodes.get(group);
  if (known?.data.card === card && known.position.x === x && known.position.y === y) return known;
  const data = known?.data.card === card ? known.data : { group, card };
  const node: GroupNode = {
    id: String(card),
    // Not 'group': React Flow has styles of its own for that.
    type: 'fold',
    position: { x, y },
    width: CARD.width,
    height: CARD.height,
    measured: CARD,
    handles: [],
    data,
    style: { pointerEvents: 'all' },
    domAttributes: {
      'aria-labelledby': nameId(card),
      'aria-describedby': moreId(card),
      'aria-roledescription': 'group',
    },
  };
  nodes.set(group, node);
  return node;
}
