import fc from 'fast-check';
import ELK from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { createExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { keepCorner } from '../../../src/ui/graph/layout/auto-layout.ts';
import { elkGraph, placesOf } from '../../../src/ui/graph/layout/elk-graph.ts';
import { gatePairs } from '../../../src/ui/graph/scene/gate-pairs.ts';
import { radialGraph } from '../../../src/ui/graph/layout/radial-graph.ts';
import { cardAt } from '../../../src/ui/graph/scene/card-size.ts';
import { overlaps } from '../../../src/ui/graph/scene/geometry.ts';
import { edgeModels } from '../../../src/ui/graph/scene/edge-models.ts';

const experiment: Experiment = {
  ...createExperiment('test'),
  resources: ['linux::Node', 'linux::Application', 'linux::Application'].map((rtype, index) => ({
    guid: index + 1,
    rtype,
    attributes: {},
    traces: [],
  })),
  connections: [[2, 1]],
  conditions: [
    { resources: [3], group: [2], action: 'START', state: 'STARTED' },
    { resources: [2, 3], group: [1], action: 'STOP', state: 'STOPPED' },
  ],
};

function graph(
  guids: readonly number[],
  reading: 'both' | 'connections' | 'conditions' = 'both',
  gates: readonly (readonly [number, number])[] = [],
) {
  const parts = { guids, reading, experiment, catalog: nepiCatalog, edges: edgeModels(experiment), gates };
  return elkGraph('layered', parts, () => 200);
}
const ways = (given: ReturnType<typeof graph>) =>
  given.edges!.map(({ sources, targets }) => `${sources[0]!}>${targets[0]!}`);

test('what is needed comes before what needs it, however the connection is written', () => {
  expect(ways(graph([1, 2, 3], 'connections'))).toEqual(['1>2']);
});

test('who is waited for comes before who waits, each with each', () => {
  expect(ways(graph([1, 2, 3], 'conditions'))).toEqual(['2>3', '1>2', '1>3']);
});

test('a sentence gets room, once', () => {
  const labelled = graph([1, 2, 3]).edges!.filter(({ labels }) => labels);
  expect(labelled.map(({ id }) => id)).toEqual(['condition:0/2/3']);
});

test('edges that lead out of what is laid out are left out', () => {
  expect(ways(graph([2, 3]))).toEqual(['2>3']);
});

test('the upper left corner stays, on the grid', () => {
  const places = placesOf({
    id: 'x',
    children: [
      { id: '1', x: 12, y: 300 },
      { id: '2', x: 333, y: 12 },
    ],
  });
  const kept = keepCorner(places, { x: 105, y: 48 });
  expect([...kept]).toEqual([
    [1, { x: 100, y: 320 }],
    [2, { x: 420, y: 40 }],
  ]);
});

test('where connections are out of sight, gates still order who waits by itself', () => {
  const gates = gatePairs(experiment, nepiCatalog);
  expect(gates).toEqual([[1, 2]]);
  expect(ways(graph([1, 2, 3], 'conditions', gates))).toEqual(['2>3', '1>2', '1>3', '1>2']);
  expect(ways(graph([1, 2, 3], 'connections', gates))).toEqual(['1>2']);
});

test('rings: the best connected card is the middle of its part, and every card has a place to itself', async () => {
  const elk = new ELK();
  const star = [2, 3, 4, 5].map((leaf) => [1, leaf] as const);
  const laidOut = placesOf(await elk.layout(radialGraph([5, 4, 3, 2, 1, 6], star)));
  const leaves = [2, 3, 4, 5].map((leaf) => laidOut.get(leaf)!);
  const mean = (of: (place: { x: number; y: number }) => number) => leaves.reduce((sum, one) => sum + of(one), 0) / 4;
  expect(Math.hypot(mean(({ x }) => x) - laidOut.get(1)!.x, mean(({ y }) => y) - laidOut.get(1)!.y)).toBeLessThan(2);

  const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(some, async (pairs) => {
      const cards = Array.from({ length: 12 }, (_item, index) => index + 1);
      const places = placesOf(await elk.layout(radialGraph(cards, pairs)));
      expect([...places.keys()].sort((a, b) => a - b)).toEqual(cards);
      const boxes = [...places.values()].map(cardAt);
      for (const [index, box] of boxes.entries()) {
        expect(boxes.slice(index + 1).some((other) => overlaps(box, other))).toBe(false);
      }
    }),
    { numRuns: 30 },
  );
});
