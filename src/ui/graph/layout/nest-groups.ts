// Groups as parts of what is laid out: so that their frames lie neither on each other nor on cards of others.
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Group } from '../../../model/experiment.ts';
import type { CardId } from '../groups/folds.ts';
import { HEAD, MARGIN } from '../groups/frame-rects.ts';

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

/**
 * Puts the cards of groups into nodes of their own.
 * @param across whether the algorithm looks into groups; else an edge that leads into one leads to it.
 */
export function nestGroups(graph: ElkNode, framed: readonly (readonly CardId[])[], across: boolean): ElkNode {
  if (framed.length === 0) return graph;
  const { children = [], edges = [], layoutOptions = {} } = graph;
  const partOf = new Map(framed.flatMap((cards, place) => cards.map((card) => [String(card), `group ${place}`])));
  const isIn = (id: string) => (node: ElkNode) => partOf.get(node.id) === id;
  const inner = (id: string) => (edge: ElkExtendedEdge) =>
    [...edge.sources, ...edge.targets].every((end) => partOf.get(end) === id); // prettier-ignore
  const lift = (end: string) => partOf.get(end) ?? end;
  const lifted = edges
    .map((edge) => ({ ...edge, sources: edge.sources.map(lift), targets: edge.targets.map(lift) }))
    .filter(({ sources, targets }) => sources[0] !== targets[0]);
  return {
    ...graph,
    layoutOptions: { ...layoutOptions, ...(across && { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' }) },
    children: [
      ...children.filter(({ id }) => !partOf.has(id)),
      ...framed.map((_cards, place): ElkNode => {
        const id = `group ${place}`;
        return {
          id,
          layoutOptions: { ...layoutOptions, ...FRAME_PADDING },
          children: children.filter(isIn(id)),
          ...(!across && { edges: edges.filter(inner(id)) }),
        };
      }),
    ],
    edges: across ? edges : lifted,
  };
}

/** The same graph to be laid out otherwise, groups and all. */
export function withOptions(graph: ElkNode, layoutOptions: Readonly<Record<string, string>>): ElkNode {
  return {
    ...graph,
    layoutOptions: { ...layoutOptions },
    edges: [],
    children: (graph.children ?? []).map((child) =>
      child.children ? withOptions(child, { ...layoutOptions, ...FRAME_PADDING }) : child,
    ),
  };
}
