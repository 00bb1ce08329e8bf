// The experiment as the layout library wants it. Edges of all kinds lead from what comes first to what builds on it.
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { connectionRule } from '../../../catalog/connections.ts';
import { type Experiment, resourcesByGuid } from '../../../model/experiment.ts';
import type { Catalog } from '../../../model/rtype.ts';
import type { Guid } from '../../../model/units.ts';
import type { Reading } from '../../../app/stores/view-store.ts';
import type { CardId } from '../scene/folds.ts';
import { CARD } from '../scene/card-size.ts';
import type { EdgeModel } from '../scene/edge-models.ts';
import type { Point } from '../scene/geometry.ts';
import { framedCards, nestGroups } from './nest-groups.ts';
import { organicGraph } from './organic-graph.ts';
import { radialGraph } from './radial-graph.ts';

/** In the order of what waits for what; by closeness; in rings around what has the most neighbours. */
export type LayoutKind = 'layered' | 'organic' | 'radial';

/** A condition of more pairs than this is laid out by its first members only. */
const MOST_PAIRS = 64;

const LAYERED: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.spacing.nodeNode': '48',
  'elk.spacing.componentComponent': '80',
  'elk.layered.spacing.nodeNodeBetweenLayers': '80',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.edgeLabels.inline': 'true',
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
    /** Who is waited for, who waits: the order that gates ask for where connections are out of sight. */
    readonly gates: readonly (readonly [CardId, CardId])[];
  },
  labelWidth: (edge: EdgeModel) => number,
): ElkNode {
  const { guids, edges, reading, experiment, catalog, gates } = parts;
  const inside = new Set(guids);
  const elkEdges: ElkExtendedEdge[] = [];
  const add = (id: string, [from, to]: readonly [CardId, CardId], width: number, goesBack = false) => {
    if (from === to || !inside.has(from) || !inside.has(to)) return;
    elkEdges.push({
      id: `${id}/${from}/${to}`,
      sources: [String(from)],
      targets: [String(to)],
      // Where edges go round in a circle, one that leads back is turned, not one that leads on.
      ...(!goesBack && { layoutOptions: { 'elk.layered.priority.direction': '10' } }),
      ...(width > 0 && { labels: [{ text: '-', width, height: 24 }] }),
    });
  };
  for (const edge of edges) {
    if (reading !== 'both' && reading !== `${edge.kind}s`) continue;
    const pairs = edge.kind === 'connection' ? [inOrder(edge.ends, experiment, catalog)] : pairsOf(edge);
    const width = edge.kind === 'condition' && pairs.length === 1 && kind === 'layered' ? labelWidth(edge) : 0;
    const stops = edge.kind === 'condition' && edge.condition.action === 'STOP';
    for (const pair of pairs) add(edge.id, pair, width, stops);
  }
  if (reading === 'conditions') for (const pair of gates) add('gate', pair, 0);
  const framed = framedCards(experiment.groups, guids);
  if (kind === 'radial') return radialGraph(guids, elkEdges.map(endsOf), framed);
  if (kind === 'organic') return organicGraph(guids, elkEdges, framed);
  const graph: ElkNode = {
    id: 'experiment',
    layoutOptions: { ...LAYERED },
    children: guids.map((guid) => ({ id: String(guid), ...CARD })),
    edges: elkEdges,
  };
  return nestGroups(graph, framed);
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

const endsOf = ({ sources, targets }: ElkExtendedEdge) => [Number(sources[0]), Number(targets[0])] as const;

/** Where the layout put the cards; those in a part of the picture stand where the part does. */
export function placesOf({ children = [] }: ElkNode): ReadonlyMap<CardId, Point> {
  return new Map(
    children.flatMap((node) => {
      const { id, x = 0, y = 0 } = node;
      if (!node.children) return [[Number(id), { x, y }] as const];
      return [...placesOf(node)].map(([card, place]) => [card, { x: x + place.x, y: y + place.y }] as const);
    }),
  );
}
