// From resources to React Flow's nodes. The identity of a node is what React Flow skips by, so the same resource at the
// same place always gives the same object; its size is said in advance, so nothing is measured.
import type { Node } from '@xyflow/react';
import type { Resource } from '../../../model/experiment.ts';
import { CARD } from '../scene/card-size.ts';
import type { Point } from '../scene/geometry.ts';

export type ResourceNode = Node<{ readonly resource: Resource }, 'resource'>;

const nodes = new WeakMap<Resource, ResourceNode>();

/** Where a card's accessible name stands. */
export const nameId = (guid: number) => `canvas-card-${guid}`;
/** Where more is said of a card, for a screen reader. */
export const moreId = (guid: number) => `canvas-card-${guid}-more`;

/** The node of a resource at a place. Only the place last asked for is kept. */
export function flowNode(resource: Resource, { x, y }: Point): ResourceNode {
  const known = nodes.get(resource);
  if (known && known.position.x === x && known.position.y === y) return known;
  const node: ResourceNode = known ? { ...known, position: { x, y } } : newNode(resource, { x, y });
  nodes.set(resource, node);
  return node;
}

function newNode(resource: Resource, position: Point): ResourceNode {
  return {
    id: String(resource.guid),
    type: 'resource',
    position: { ...position },
    width: CARD.width,
    height: CARD.height,
    measured: CARD,
    // Edges are drawn by our own layer, which needs no handles.
    handles: [],
    data: { resource },
    style: { pointerEvents: 'all' },
    domAttributes: {
      'aria-labelledby': nameId(resource.guid),
      'aria-describedby': moreId(resource.guid),
      'aria-roledescription': 'resource',
    },
  };
}
