import { expect, test } from 'vitest';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { createExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { keepCorner } from '../../../src/ui/graph/layout/auto-layout.ts';
import { elkGraph, placesOf } from '../../../src/ui/graph/layout/elk-graph.ts';
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

function graph(guids: readonly number[], reading: 'both' | 'connections' | 'conditions' = 'both') {
  const parts = { guids, reading, experiment, catalog: nepiCatalog, edges: edgeModels(experiment) };
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
