import { describe, expect, test } from 'vitest';
import { createExperiment, type Experiment, type Resource } from '../../../src/model/experiment.ts';
import { edgeModels } from '../../../src/ui/graph/scene/edge-models.ts';
import { overlaps } from '../../../src/ui/graph/scene/geometry.ts';
import { createScenes, groundOf } from '../../../src/ui/graph/scene/scene.ts';
import { gridExperiment } from '../../support/grid-experiment.ts';

const resource = (guid: number, position?: { x: number; y: number }): Resource => ({
  guid,
  rtype: 'linux::Node',
  attributes: {},
  traces: [],
  ...(position && { position }),
});

function experiment(part: Partial<Experiment>): Experiment {
  return { ...createExperiment('test'), ...part };
}

describe('a scene', () => {
  test('an edge of a condition has each end once, however often it is named', () => {
    const condition = {
      resources: Array(5000).fill(2),
      action: 'START',
      group: Array(5000).fill(1),
      state: 'READY',
    } as const;
    expect(edgeModels({ connections: [], conditions: [condition] })).toMatchObject([{ from: [1], to: [2] }]);
  });

  test('puts cards where the file says', () => {
    const scene = createScenes()(experiment({ resources: [resource(1, { x: 40, y: 60 })] }));
    expect(scene.boxes.get(1)).toEqual({ x: 40, y: 60, width: 200, height: 72 });
  });

  test('gives a place to resources without one, each to itself, and leaves the experiment alone', () => {
    const plain = gridExperiment(40);
    const unplaced = experiment({
      ...plain,
      resources: plain.resources.map(({ position: _position, ...rest }) => rest),
    });
    const before = structuredClone(unplaced);
    const boxes = [...createScenes()(unplaced).boxes.values()];
    expect(boxes).toHaveLength(40);
    for (const [index, box] of boxes.entries()) {
      expect(boxes.slice(index + 1).some((other) => overlaps(box, other))).toBe(false);
    }
    expect(unplaced).toEqual(before);
  });

  test('makes the same picture of the same experiment', () => {
    const resources = [1, 2, 3, 4, 5].map((guid) => resource(guid));
    const connections: [number, number][] = [
      [1, 2],
      [2, 3],
    ];
    const draw = () => createScenes()(experiment({ resources, connections })).boxes;
    expect([...draw()]).toEqual([...draw()]);
  });

  test('leaves unplaced cards where they are when another one is placed or added', () => {
    const scenes = createScenes();
    const first = experiment({ resources: [resource(1), resource(2), resource(3)] });
    const before = scenes(first).boxes;
    const after = scenes({
      ...first,
      resources: [resource(1), { ...resource(2), position: { x: 900, y: 900 } }, resource(3), resource(4)],
    }).boxes;
    expect(after.get(1)).toEqual(before.get(1));
    expect(after.get(3)).toEqual(before.get(3));
    expect(after.get(2)).toMatchObject({ x: 900, y: 900 });
    expect([...after].filter(([guid]) => guid !== 4).some(([, box]) => overlaps(box, after.get(4)!))).toBe(false);
  });

  test('keeps its cards when only edges change', () => {
    const scenes = createScenes();
    const first = experiment({ resources: [resource(1), resource(2)] });
    const before = scenes(first);
    expect(scenes({ ...first, connections: [[1, 2]] }).boxes).toBe(before.boxes);
  });
});

describe('the ground during a drag', () => {
  const scene = createScenes()(experiment({ resources: [resource(1, { x: 0, y: 0 }), resource(2, { x: 400, y: 0 })] }));

  test('has moved cards where they are now, and nothing where they were', () => {
    const ground = groundOf(scene, new Map([[1, { x: 1000, y: 0 }]]));
    expect(ground.boxOf(1)).toMatchObject({ x: 1000 });
    expect(ground.touches({ x: 0, y: 0, width: 50, height: 50 })).toBe(false);
    expect(ground.touches({ x: 1010, y: 0, width: 50, height: 50 })).toBe(true);
    expect(ground.covers({ x: 1050, y: 20 }, [])).toBe(true);
    expect(ground.covers({ x: 1050, y: 20 }, [1])).toBe(false);
  });

  test('always shows what is moved', () => {
    const ground = groundOf(scene, new Map([[1, { x: 9000, y: 0 }]]));
    expect(ground.within({ x: 390, y: 0, width: 10, height: 10 })).toEqual([1]);
  });
});

describe('edges', () => {
  const conditions = (list: [number, number][]) =>
    list.map(([waiting, group]) => ({
      resources: [waiting],
      group: [group],
      action: 'START' as const,
      state: 'STARTED' as const,
    }));

  test('are named by what they are of', () => {
    const edges = edgeModels({ connections: [[2, 1]], conditions: conditions([[1, 2]]) });
    expect(edges.map(({ id }) => id)).toEqual(['connection:1-2', 'condition:0']);
  });

  test('between the same two do not lie on each other, whatever their direction', () => {
    const edges = edgeModels({
      connections: [[1, 2]],
      conditions: conditions([
        [1, 2],
        [2, 1],
        [1, 2],
      ]),
    });
    // Turned to one direction, all lanes differ.
    const lanes = edges.map((edge) =>
      edge.kind === 'connection' || edge.from[0]! < edge.to[0]! ? edge.lane : -edge.lane,
    );
    expect(new Set(lanes.map((lane) => lane + 0)).size).toBe(4);
  });

  test('alone is straight', () => {
    expect(edgeModels({ connections: [], conditions: conditions([[1, 2]]) })[0]!.lane).toBe(0);
  });

  test('are the same objects as long as nothing changed', () => {
    const parts = { connections: [[1, 2]] as [number, number][], conditions: conditions([[1, 2]]) };
    expect(edgeModels({ ...parts })).toBe(edgeModels({ ...parts }));
  });
});
