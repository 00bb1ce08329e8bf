// Groups as parts of what is laid out: so that their frames lie neither on each other nor on cards of others.
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Group } from '../../../model/experiment.ts';
import type { CardId } from '../scene/folds.ts';
import { HEAD, MARGIN } from '../scene/frame-rects.ts';

/** The room that a group's frame takes around its cards. */
export const FRAME_PADDING = {
  'elk.padding': `[top=${MARGIN + HEAD},left=${MARGIN},bottom=${MARGIN},right=${MARGIN}]`,
};

/** The cards of each group that has a frame and is laid out as a whole. */
export function framedCards(groups: readonly Group[], cards: readonly CardId[]): readonly (readonly CardId[])[] {
  const free = new Set(cards);
  return groups.flatMap(({ guids, collapsed }) => {
    if (collapsed || guids.length === 0 || !guids.every((guid) => free.has(guid))) return [];
    for (const guid of guids) free.delete(guid);
    return [guids];
  });
}

/** Puts the cards of groups into nodes of their own, which the algorithm looks into: edges lead from card to card. */
export function nestGroups(graph: ElkNode, framed: readonly (readonly CardId[])[]): ElkNode {
  if (framed.length === 0) return graph;
  const { children = [], layoutOptions = {} } = graph;
  const partOf = new Map(framed.flatMap((cards, place) => cards.map((card) => [String(card), place])));
  return {
    ...graph,
    layoutOptions: { ...layoutOptions, 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' },
    children: [
      ...children.filter(({ id }) => !partOf.has(id)),
      ...framed.map(
        (_cards, place): ElkNode => ({
          id: `group ${place}`,
          layoutOptions: { ...layoutOptions, ...FRAME_PADDING },
          children: children.filter(({ id }) => partOf.get(id) === place),
        }),
      ),
    ],
  };
}
