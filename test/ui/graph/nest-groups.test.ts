import fc from 'fast-check';
import ELK from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { createExperiment, type Experiment, type Group } from '../../../src/model/experiment.ts';
import { frameAround } from '../../../src/ui/graph/scene/frame-rects.ts';
import { elkGraph, type LayoutKind, placesOf } from '../../../src/ui/graph/layout/elk-graph.ts';
import { groupsInRows, larger } from '../../../src/ui/graph/layout/group-rows.ts';
import { laterPasses } from '../../../src/ui/graph/layout/organic-graph.ts';
import { cardAt } from '../../../src/ui/graph/scene/card-size.ts';
import { edgeModels } from '../../../src/ui/graph/scene/edge-models.ts';
import { boundsOf, centreOf, distance, overlaps, type Rect } from '../../../src/ui/graph/scene/geometry.ts';

const CARDS = Array.from({ length: 12 }, (_item, index) => index + 1);
const elk = new ELK();

async function layOut(
  kind: LayoutKind | 'rows',
  experiment: Experiment,
  guids: readonly number[] = CARDS,
): Promise<ReadonlyMap<number, Rect>> {
  const parts = { guids, edges: edgeModels(experiment), reading: 'both', experiment, gates: [] } as const;
  const whole = elkGraph(kind === 'rows' ? 'layered' : kind, { ...parts, catalog: nepiCatalog }, () => 200);
  const graph = (kind === 'rows' && groupsInRows(whole, { width: 1000, height: 600 })) || whole;
  let laidOut = await elk.layout(graph);
  if (kind === 'organic') for (const pass of laterPasses(graph)) laidOut = await elk.layout(pass(laidOut));
  return new Map([...placesOf(laidOut)].map(([card, place]) => [card, cardAt(place)]));
}

/** Each card in one of two groups, or in none. */
const someGroups = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 12 }).map((places) =>
  [1, 2].flatMap((place): Group[] => {
    const guids = CARDS.filter((_guid, index) => places[index] === place);
    return guids.length > 0 ? [{ name: `site ${place}`, guids }] : [];
  }),
);
const somePairs = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 12 })), {
  maxLength: 16,
  selector: String,
});

test.each(['layered', 'rows', 'organic', 'radial'] as const)(
  'laid out %s, the frames of groups lie neither on each other nor on cards of others',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(someGroups, somePairs, async (groups, connections) => {
        const resources = CARDS.map((guid) => ({ guid, rtype: 'linux::Node', attributes: {}, traces: [] }));
        const boxes = await layOut(kind, { ...createExperiment('test'), resources, connections, groups });
        expect([...boxes.keys()].sort((a, b) => a - b)).toEqual(CARDS);
        const grouped = new Set(groups.flatMap(({ guids }) => guids));
        const things = [
          ...groups.map(({ guids }) => frameAround(guids, (guid) => boxes.get(guid))!),
          ...CARDS.filter((guid) => !grouped.has(guid)).map((guid) => boxes.get(guid)!),
        ];
        for (const [index, thing] of things.entries()) {
          expect(things.slice(index + 1).some((other) => overlaps(thing, other))).toBe(false);
        }
      }),
      { numRuns: 20 },
    );
  },
);

test('by closeness four sites of five stand compactly, those that have to do with each other side by side', async () => {
  const groups = [0, 1, 2, 3].map((site) => ({
    name: `site ${site}`,
    guids: [1, 2, 3, 4, 5].map((guid) => guid + site * 5),
  }));
  const guids = groups.flatMap((group) => group.guids);
  const experiment: Experiment = {
    ...createExperiment('test'),
    resources: guids.map((guid) => ({ guid, rtype: 'linux::Node', attributes: {}, traces: [] })),
    connections: [
      ...groups.flatMap(({ guids: [host, ...others] }) => others.map((other) => [host!, other] as const)),
      [1, 16],
    ],
    groups,
  };
  const boxes = await layOut('organic', experiment, guids);
  const frames = groups.map((group) => frameAround(group.guids, (guid) => boxes.get(guid))!);
  const { width, height } = boundsOf(frames)!;
  // All of it can be read on a large screen.
  expect(width).toBeLessThan(1900);
  expect(height).toBeLessThan(1300);
  const apart = (one: number, other: number) => distance(centreOf(frames[one]!), centreOf(frames[other]!));
  expect(apart(0, 3)).toBeLessThan(Math.max(apart(0, 1), apart(0, 2)));
});

test('laid out in layers, groups that wait for each other stand in rows where they would be too small in one chain', async () => {
  const sites = [1, 6, 11, 16].map((first) => [first, first + 1, first + 2, first + 3, first + 4]);
  const guids = sites.flat();
  const START = { action: 'START', state: 'STARTED', time: '2s' } as const;
  const experiment: Experiment = {
    ...createExperiment('sites'),
    resources: guids.map((guid) => ({
      guid,
      rtype: guid % 5 === 1 ? 'linux::Node' : 'linux::Application',
      attributes: {},
      traces: [],
    })),
    connections: sites.flatMap(([node, ...others]) => others.map((guid) => [guid, node!] as const)),
    conditions: [
      ...sites.map(([, server, ...clients]) => ({ ...START, resources: clients, group: [server!] })),
      ...sites.slice(1).map((site, index) => ({ ...START, resources: site, group: sites[index]! })),
    ],
    // Last comes first: that they are put in order is the layout's doing.
    groups: sites.map((site, index) => ({ name: `site ${index}`, guids: site })).reverse(),
  };
  const parts = { guids, edges: edgeModels(experiment), reading: 'both', experiment, gates: [] } as const;
  const graph = () => elkGraph('layered', { ...parts, catalog: nepiCatalog }, () => 160);
  const canvas = { width: 720, height: 410 };
  const layers = await elk.layout(graph());
  const rows = await elk.layout(groupsInRows(graph(), canvas)!);
  const chosen = larger(layers, rows, canvas);
  expect(layers.width).toBeGreaterThan(3000);
  expect(chosen.width).toBeLessThan(2000);
  expect(chosen.height).toBeLessThan(1200);

  const boxes = new Map([...placesOf(chosen)].map(([card, place]) => [card, cardAt(place)]));
  const frames = sites.map((site) => frameAround(site, (guid) => boxes.get(guid))!);
  for (const [index, frame] of frames.entries()) {
    const later = frames.slice(index + 1);
    expect(later.some((other) => overlaps(frame, other))).toBe(false);
    // As one reads: to the right or in a row below.
    expect(later.every((other) => other.x > frame.x || other.y > frame.y)).toBe(true);
  }
  // Where the canvas is wide enough layers go on through all groups.
  expect(larger(layers, rows, { width: 8000, height: 1000 })).toBe(layers);
});
