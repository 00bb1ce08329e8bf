import { describe, expect, test } from 'vitest';
import { nepiCatalog } from '../../../../src/catalog/catalog.ts';
import { createExperiment, type Experiment, type Resource } from '../../../../src/model/experiment.ts';
import { edgeText } from '../../../../src/ui/graph/scene/edge-text.ts';
import { groupCard, groupPlace, isGroupCard } from '../../../../src/ui/graph/scene/folds.ts';
import { frameAround } from '../../../../src/ui/graph/scene/frame-rects.ts';
import { summariseStates, summariseTypes } from '../../../../src/ui/graph/groups/summarise.ts';
import { gatesBetweenCards } from '../../../../src/ui/graph/scene/gate-pairs.ts';
import { CARD } from '../../../../src/ui/graph/scene/card-size.ts';
import { createScenes, groundOf, placesOf, spreadMoves } from '../../../../src/ui/graph/scene/scene.ts';

const resource = (guid: number, x: number, y: number, rtype = 'linux::Node'): Resource => ({
  guid,
  rtype,
  position: { x, y },
  attributes: {},
  traces: [],
});
const experiment: Experiment = {
  ...createExperiment('e'),
  resources: [resource(1, 0, 0), resource(2, 400, 100), resource(3, 300, 200), resource(4, 900, 0)],
  connections: [
    [1, 2],
    [3, 1],
    [2, 3],
    [3, 4],
  ],
  conditions: [
    { resources: [2], action: 'START', group: [1], state: 'STARTED' },
    { resources: [3], action: 'START', group: [1], state: 'STARTED' },
    { resources: [3], action: 'START', group: [1], state: 'STARTED', time: '5s' },
    { resources: [2], action: 'STOP', group: [3], state: 'STOPPED' },
    { resources: [4], action: 'START', group: [2, 3], state: 'READY' },
  ],
  groups: [
    { name: 'Oslo', guids: [4] },
    { name: 'Paris', guids: [2, 3], collapsed: true },
  ],
};
const PARIS = groupCard(1);
const sceneOf = (made = experiment) => createScenes()(made);
const nameOf = (card: number) => (isGroupCard(card) ? experiment.groups[groupPlace(card)]!.name : `r${card}`);

test('a collapsed group has one card, in its upper left corner, in place of its resources', () => {
  const { boxes, folds } = sceneOf();
  expect([...boxes.keys()]).toEqual([1, PARIS, 4]);
  expect(boxes.get(PARIS)).toEqual({ x: 300, y: 100, ...CARD });
  expect([1, 2, 3, 4].map(folds.cardOf)).toEqual([1, PARIS, PARIS, 4]);
  expect(folds.guidsOf(PARIS)).toEqual([2, 3]);
});

test('edges go to the card; alike ones become one, those inside are not drawn', () => {
  const { edges, folds } = sceneOf();
  expect(edges.map((edge) => edgeText(edge, nameOf, { ...folds, groups: experiment.groups }).full)).toEqual([
    '2 connections',
    '1 connection',
    'START when r1 is STARTED (2 conditions)',
    'START of 1 of 2 when r1 is STARTED + 5s',
    'START when Paris is READY',
  ]);
  expect(edges.map(({ merged }) => merged)).toEqual([['1-2', '1-3'], undefined, [0, 1], undefined, undefined]);
});

test('a group is called by its name on an edge, whether it is collapsed or not', () => {
  const groups = [{ name: 'Paris', guids: [2, 3] }];
  const { edges, folds } = sceneOf({ ...experiment, groups });
  const texts = edges
    .filter(({ kind }) => kind === 'condition')
    .map((edge) => edgeText(edge, nameOf, { ...folds, groups }).full);
  expect(texts.at(-1)).toBe('START when Paris is READY');
  expect(texts[3]).toBe('STOP when r3 is STOPPED');
});

test('a condition of some of a group says of how many, on either side', () => {
  const text = (resources: readonly number[], group: readonly number[]) => {
    const conditions = [
      { resources: [...resources], action: 'START' as const, group: [...group], state: 'READY' as const },
    ];
    const groups = [{ name: 'Paris', guids: [1, 2, 3], collapsed: true }];
    const { edges, folds } = sceneOf({ ...experiment, connections: [], conditions, groups });
    const name = (card: number) => (isGroupCard(card) ? 'Paris' : `r${card}`);
    return edges.map((edge) => edgeText(edge, name, { ...folds, groups }).full);
  };
  expect(text([1], [4])).toEqual(['START of 1 of 3 when r4 is READY']);
  expect(text([1, 3], [4])).toEqual(['START of 2 of 3 when r4 is READY']);
  expect(text([1, 2, 3], [4])).toEqual(['START when r4 is READY']);
  expect(text([4], [2])).toEqual(['START when 1 of 3 in Paris is READY']);
  expect(text([4], [2, 3])).toEqual(['START when 2 of 3 in Paris are READY']);
  expect(text([4], [1, 2, 3])).toEqual(['START when Paris is READY']);
});

test('a scene without collapsed groups has the edges as they are', () => {
  const open = { ...experiment, groups: [experiment.groups[0]!] };
  const scene = createScenes()(open);
  expect(scene.edges.every(({ folded, merged }) => folded === undefined && merged === undefined)).toBe(true);
  expect(scene.boxes.size).toBe(4);
});

test('collapsing makes a new picture, expanding brings the places back', () => {
  const of = createScenes();
  const open = { ...experiment, groups: [] };
  expect(of(experiment).boxes.has(2)).toBe(false);
  expect(of(open).boxes.get(2)).toMatchObject({ x: 400, y: 100 });
});

describe('moving', () => {
  test('a collapsed group takes its resources along', () => {
    const moves = spreadMoves(sceneOf(), new Map([[PARIS, { x: 310, y: 80 }]]));
    expect([...moves]).toEqual([
      [2, { x: 410, y: 80 }],
      [3, { x: 310, y: 180 }],
    ]);
  });

  test('while its resources move, the card and its edges follow', () => {
    const scene = sceneOf();
    const moved = new Map([...placesOf(scene, [2, 3])].map(([guid, { x, y }]) => [guid, { x: x + 50, y }]));
    const ground = groundOf(scene, moved);
    expect(ground.boxOf(PARIS)).toMatchObject({ x: 350, y: 100 });
    expect(ground.boxOf(3)).toEqual(ground.boxOf(PARIS));
    expect(ground.within({ x: 5000, y: 5000, width: 1, height: 1 })).toEqual([PARIS]);
  });
});

test('a frame stands around the cards, with room for its name above', () => {
  const { boxes } = sceneOf();
  expect(frameAround([1], (guid) => boxes.get(guid))).toEqual({ x: -20, y: -52, width: 240, height: 144 });
  expect(frameAround([99], (guid) => boxes.get(guid))).toBeUndefined();
});

describe('what a collapsed group says', () => {
  test.each([
    [['STARTED', 'STARTED'], { state: 'STARTED', text: 'STARTED' }],
    [['STARTED', 'READY', 'STARTED'], { state: undefined, text: '2 STARTED, 1 READY' }],
    [['STARTED', 'FAILED', 'NEW'], { state: 'FAILED', text: '1 FAILED, 1 STARTED, 1 NEW' }],
    [['FAILED', 'FAILED'], { state: 'FAILED', text: 'FAILED' }],
  ] as const)('of the states %j', (states, summary) => {
    expect(summariseStates(states)).toEqual(summary);
  });

  test('of the types', () => {
    expect(summariseTypes(experiment.resources)).toBe('4 × Node');
    expect(summariseTypes([resource(1, 0, 0), resource(2, 0, 0, 'linux::Ping')])).toBe('2 resources, 2 types');
  });
});

test('gates go to the card, each once; those inside are not drawn', () => {
  const apps = [2, 3].map((guid) => resource(guid, 0, 0, 'linux::Application'));
  const made = (group: readonly number[]): Experiment => ({
    ...createExperiment('gates'),
    resources: [resource(1, 0, 0), ...apps],
    connections: [
      [2, 1],
      [3, 1],
    ],
    groups: [{ name: 'Paris', guids: [...group], collapsed: true }],
  });
  expect(gatesBetweenCards(sceneOf(made([2, 3])), nepiCatalog)).toEqual([[1, groupCard(0)]]);
  expect(gatesBetweenCards(sceneOf(made([1, 2, 3])), nepiCatalog)).toEqual([]);
});
