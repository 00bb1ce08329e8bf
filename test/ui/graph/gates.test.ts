import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { createExperiment, type Resource } from '../../../src/model/experiment.ts';
import { createGateStore } from '../../../src/ui/graph/edges/gate-store.ts';
import { shapeGates } from '../../../src/ui/graph/edges/shape-gates.ts';
import { type CardPair, gatePairs } from '../../../src/ui/graph/scene/gate-pairs.ts';
import { grow, type Rect } from '../../../src/ui/graph/scene/geometry.ts';
import { entersRect, type Path } from '../../../src/ui/graph/scene/path.ts';
import { createScenes, groundOf } from '../../../src/ui/graph/scene/scene.ts';
import { nodesAt } from '../../support/nodes-at.ts';

function sceneOf(places: readonly (readonly [number, number])[]) {
  return createScenes()({ ...createExperiment('test'), resources: nodesAt(places) });
}

const passes = (path: Path, card: Rect) =>
  path.some((point, index) => index > 0 && entersRect(path[index - 1]!, point, grow(card, -0.5)));

/** A host and three of its applications in a row. */
const ROW = sceneOf([0, 280, 560, 840].map((x) => [x, 0] as const));
const TREE: readonly CardPair[] = [
  [1, 2],
  [1, 3],
  [1, 4],
];

test('a gate with nothing in its way is straight; one behind another card goes around that', () => {
  const [first, ...others] = shapeGates(TREE, groundOf(ROW, undefined), []);
  expect(first!.path).toEqual([
    { x: 200, y: 36 },
    { x: 280, y: 36 },
  ]);
  for (const { path, ends } of others) {
    expect([...ROW.boxes].filter(([card, box]) => !ends.includes(card) && passes(path, box))).toEqual([]);
  }
});

test('gates that lead from the same card leave it together', () => {
  const [, second, third] = shapeGates(TREE, groundOf(ROW, undefined), []).map(({ path }) => path);
  expect(second!.slice(0, 3)).toEqual(third!.slice(0, 3));
});

test('gates follow a drag in straight lines', () => {
  const { boxOf } = groundOf(ROW, new Map([[1, { x: 0, y: 400 }]]));
  expect(shapeGates(TREE, { boxOf }, []).map(({ path }) => path.length)).toEqual([2, 2, 2]);
});

test('a gate keeps its line while one pans', () => {
  const linesIn = createGateStore();
  const [first, ...others] = linesIn(ROW, TREE, { x: 0, y: 0, width: 240, height: 100 }, []);
  expect(others).toHaveLength(2);
  expect(linesIn(ROW, TREE, { x: 0, y: 0, width: 2000, height: 100 }, [])[0]).toBe(first);
  expect(linesIn(ROW, TREE, { x: 2000, y: 0, width: 200, height: 100 }, [])).toEqual([]);
});

test('among cards that leave room between them no gate passes one that it has nothing to do with', () => {
  const offset = fc.integer({ min: 0, max: 4 });
  const picture = fc.record({
    jitters: fc.array(fc.tuple(offset, offset), { minLength: 16, maxLength: 16 }),
    pairs: fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { minLength: 1, maxLength: 14 }),
  });
  fc.assert(
    fc.property(picture, ({ jitters, pairs }) => {
      const scene = sceneOf(
        jitters.map(([x, y], index) => [(index % 4) * 340 + x * 20, Math.floor(index / 4) * 200 + y * 20] as const),
      );
      const gates = pairs.flatMap(([a, b]): CardPair[] => (a === b ? [] : [[a + 1, b + 1]]));
      for (const { ends, path } of shapeGates(gates, groundOf(scene, undefined), [])) {
        expect([...scene.boxes].filter(([card, box]) => !ends.includes(card) && passes(path, box))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test('which gates there are is found anew only after an edit that they depend on', () => {
  const types = ['linux::Node', 'linux::Application'];
  const resources = types.map((rtype, index): Resource => ({ guid: index + 1, rtype, attributes: {}, traces: [] }));
  const before = { ...createExperiment('test'), resources, connections: [[2, 1]] as const };
  const pairs = gatePairs(before, nepiCatalog);
  expect(pairs).toEqual([[1, 2]]);
  const moved = { ...before, resources: resources.map((resource) => ({ ...resource, position: { x: 1, y: 1 } })) };
  expect(gatePairs(moved, nepiCatalog)).toBe(pairs);
  expect(gatePairs({ ...moved, conditions: [] }, nepiCatalog)).toBe(pairs);

  const others = [
    { ...before, connections: [] },
    { ...before, resources: resources.slice(0, 1) },
    { ...before, resources: resources.map((resource) => ({ ...resource, rtype: 'linux::Node' })) },
    { ...before, resources: resources.map((resource) => ({ ...resource, behavior: { requires: [] } })) },
  ];
  for (const other of others) expect(gatePairs(other, nepiCatalog)).toEqual([]);
});
