// The experiment as the layout library wants it. Edges of all kinds lead from what comes first to what builds on it.
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { connectionRule } from '../../../catalog/connections.ts';
import { type Experiment, resourcesByGuid } from '../../../model/experiment.ts';
import type { Catalog } from '../../../model/rtype.ts';
import type { Guid } from '../../../model/units.ts';
import type { Reading } from '../../../app/view-store.ts';
import { CARD } from '../scene/card-size.ts';
import type { EdgeModel } from '../scene/edge-models.ts';
import type { Point } from '../scene/geometry.ts';

export type LayoutKind = 'layered' | 'organic';

/** A condition of more pairs than this is laid out by its first members only. */
const MOST_PAIRS = 64;

const OPTIONS: Readonly<Record<LayoutKind, Readonly<Record<string, string>>>> = {
  layered: {
    'elk.algorithm': 'layered',
    'elk.direction': 'RIGHT',
    'elk.spacing.nodeNode': '48',
    'elk.spacing.componentComponent': '80',
    'elk.layered.spacing.nodeNodeBetweenLayers': '80',
    'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
    'elk.edgeLabels.inline': 'true',
  },
  organic: {
    'elk.algorithm': 'stress',
    'elk.stress.desiredEdgeLength': '300',
    'elk.spacing.componentComponent': '120',
  },
};

/** Pushes cards apart that lie on each other, and leaves the rest of a picture as it is. */
export const SPREAD_OPTIONS: Readonly<Record<string, string>> = {
  'elk.algorithm': 'sporeOverlap',
  'elk.spacing.nodeNode': '40',
};

/** @param labelWidth how much room the sentence of a condition takes, px. */
export function elkGraph(
  kind: LayoutKind,
  parts: {
    readonly guids: readonly Guid[];
    readonly edges: readonly EdgeModel[];
    readonly reading: Reading;
    readonly experiment: Experiment;
    readonly catalog: Catalog;
  },
  labelWidth: (edge: EdgeModel) => number,
): ElkNode {
  const { guids, edges, reading, experiment, catalog } = parts;
  const inside = new Set(guids);
  const elkEdges: ElkExtendedEdge[] = [];
  for (const edge of edges) {
    if (reading !== 'both' && reading !== `${edge.kind}s`) continue;
    const pairs = edge.kind === 'connection' ? [inOrder(edge.ends, experiment, catalog)] : pairsOf(edge);
    const width = edge.kind === 'condition' && pairs.length === 1 && kind === 'layered' ? labelWidth(edge) : 0;
    for (const [from, to] of pairs) {
      if (from === to || !inside.has(from) || !inside.has(to)) continue;
      elkEdges.push({
        id: `${edge.id}/${from}/${to}`,
        sources: [String(from)],
        targets: [String(to)],
        ...(width > 0 && { labels: [{ text: '-', width, height: 24 }] }),
      });
    }
  }
  return {
    id: 'experiment',
    layoutOptions: { ...OPTIONS[kind] },
    children: guids.map((guid) => ({ id: String(guid), ...CARD })),
    edges: elkEdges,
  };
}

/** A connection, its ends so that the one that the other needs comes first. */
function inOrder([a, b]: readonly [Guid, Guid], experiment: Experiment, catalog: Catalog): readonly [Guid, Guid] {
  const byGuid = resourcesByGuid(experiment.resources);
  const needs = (one: Guid, other: Guid) => {
    const type = catalog.get(byGuid.get(one)?.rtype ?? '');
    const rule = type && connectionRule(catalog, type, byGuid.get(other)?.rtype ?? '');
    return (rule?.min ?? 0) > 0;
  };
  return needs(a, b) && !needs(b, a) ? [b, a] : [a, b];
}

function pairsOf({ from, to }: { readonly from: readonly Guid[]; readonly to: readonly Guid[] }) {
  if (from.length * to.length <= MOST_PAIRS) return from.flatMap((a) => to.map((b) => [a, b] as const));
  return [...from.map((a) => [a, to[0]!] as const), ...to.map((b) => [from[0]!, b] as const)];
}

/** Where the layout put the cards. */
export function placesOf({ children = [] }: ElkNode): ReadonlyMap<Guid, Point> {
  return new Map(children.map(({ id, x = 0, y = 0 }) => [Number(id), { x, y }]));
}
