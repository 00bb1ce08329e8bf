// Groups in rows. Where layers reach through all groups, those that wait for each other come to stand in one long chain,
// and all of it fits into a canvas only when it is too small to be read. In rows each group has layers of its own.
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { CardId } from '../scene/folds.ts';
import { PACKED, treesOf } from './radial-graph.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room between frames: the sentences of what leads from one to another stand there. */
const BETWEEN_FRAMES = '100';
/** Layers that go on through all groups say more, so they may be so many times as small. */
const WORTH_LAYERS = 1.25;

/**
 * The graph of a layered picture with groups, changed so that the groups stand in rows, who is waited for before who
 * waits; undefined where there are less than two.
 * @param canvas what it should fit into.
 */
export function groupsInRows(graph: ElkNode, canvas: Size): ElkNode | undefined {
  const { children = [], edges = [], layoutOptions = {} } = graph;
  const groups = children.filter((child) => child.children);
  if (groups.length < 2) return undefined;
  const pairs = edges.map(({ sources, targets }) => [Number(sources[0]), Number(targets[0])] as const);
  const loose = children.filter((child) => !child.children).map(({ id }) => Number(id));
  const byId = new Map(children.map((child) => [child.id, child]));
  const parts = [
    ...groups,
    ...treesOf(loose, pairs).map(
      ({ members }, place): ElkNode => ({
        id: `loose ${place}`,
        layoutOptions: { ...layoutOptions, 'elk.padding': '[top=0,left=0,bottom=0,right=0]' },
        children: members.map((card) => byId.get(String(card))!),
      }),
    ),
  ];
  return {
    id: graph.id,
    layoutOptions: {
      ...PACKED,
      'elk.spacing.nodeNode': BETWEEN_FRAMES,
      'elk.aspectRatio': String(canvas.width / canvas.height),
    },
    children: firstToLast(parts, pairs).map((part): ElkNode => {
      const inside = new Set(part.children!.map(({ id }) => id));
      const own = edges.filter(({ sources, targets }) => inside.has(sources[0]!) && inside.has(targets[0]!));
      return { ...part, edges: own };
    }),
  };
}

/** The parts in the order of what is waited for; where they wait for each other in a circle, the least waiting first. */
function firstToLast(parts: readonly ElkNode[], pairs: readonly (readonly [CardId, CardId])[]): readonly ElkNode[] {
  const partOf = new Map(parts.flatMap((part) => part.children!.map(({ id }) => [Number(id), part] as const)));
  const after = new Map(parts.map((part) => [part, new Map<ElkNode, number>()]));
  const awaited = new Map(parts.map((part) => [part, 0]));
  for (const [from, to] of pairs) {
    const [one, other] = [partOf.get(from), partOf.get(to)];
    if (!one || !other || one === other) continue;
    after.get(one)!.set(other, (after.get(one)!.get(other) ?? 0) + 1);
    awaited.set(other, awaited.get(other)! + 1);
  }
  const order: ElkNode[] = [];
  while (awaited.size > 0) {
    const [next] = [...awaited].reduce((best, one) => (one[1] < best[1] ? one : best));
    awaited.delete(next);
    order.push(next);
    for (const [part, count] of after.get(next)!) if (awaited.has(part)) awaited.set(part, awaited.get(part)! - count);
  }
  return order;
}

/** The one of two layouts that is shown larger in a canvas: layers that reach through all groups unless rows are by far. */
export function larger(layers: ElkNode, rows: ElkNode, canvas: Size): ElkNode {
  const zoom = ({ width = 1, height = 1 }: ElkNode) => Math.min(1, canvas.width / width, canvas.height / height);
  return zoom(rows) > zoom(layers) * WORTH_LAYERS ? rows : layers;
}
