import { describe, expect, test } from 'vitest';
import { printCondition } from '../../../src/model/condition.ts';
import { createExperiment, type Condition, type Resource } from '../../../src/model/experiment.ts';
import { createShapeStore } from '../../../src/ui/graph/edges/shape-store.ts';
import { LABEL_HEIGHT } from '../../../src/ui/graph/edges/label-size.ts';
import { type EdgeShape, shapeEdges } from '../../../src/ui/graph/edges/shape-edges.ts';
import { overlaps, pointOn } from '../../../src/ui/graph/scene/geometry.ts';
import { createScenes, groundOf } from '../../../src/ui/graph/scene/scene.ts';

const NAMES = ['', 'server', 'client', 'other', 'fourth'];

function draw(
  places: readonly (readonly [number, number])[],
  conditions: readonly Condition[],
  connections: [number, number][] = [],
) {
  const resources = places.map(
    ([x, y], index): Resource => ({
      guid: index + 1,
      rtype: 'linux::Node',
      position: { x, y },
      attributes: {},
      traces: [],
    }),
  );
  const scene = createScenes()({ ...createExperiment('test'), resources, connections, conditions });
  const ground = groundOf(scene, undefined);
  const shapes = shapeEdges(scene.edges, ground, (model) =>
    model.kind === 'condition' ? printCondition(model.condition, (guid) => NAMES[guid]!) : '',
  );
  return { shapes, ground };
}

const start = (resources: number[], group: number[], time?: string): Condition => ({
  resources,
  group,
  action: 'START',
  state: 'STARTED',
  ...(time && { time }),
});

function labelBox({ label }: EdgeShape) {
  return { x: label!.x - label!.width / 2, y: label!.y - LABEL_HEIGHT / 2, width: label!.width, height: LABEL_HEIGHT };
}

describe('a condition', () => {
  test('says its sentence, and its arrow ends at who waits', () => {
    const { shapes, ground } = draw(
      [
        [0, 0],
        [600, 0],
      ],
      [start([2], [1], '5s')],
    );
    expect(shapes[0]!.label!.text).toBe('START when server is STARTED + 5s');
    expect(shapes[0]!.arrows[0]!.to.x).toBeCloseTo(ground.boxOf(2)!.x, 3);
  });

  test('keeps its sentence off the cards, even where there is no room between them', () => {
    const { shapes, ground } = draw(
      [
        [0, 0],
        [230, 40],
      ],
      [start([2], [1], '5s')],
    );
    const box = labelBox(shapes[0]!);
    expect(overlaps(box, ground.boxOf(1)!) || overlaps(box, ground.boxOf(2)!)).toBe(false);
  });

  test('several between the same two keep their sentences apart', () => {
    const { shapes } = draw(
      [
        [0, 0],
        [600, 0],
      ],
      [start([2], [1]), start([1], [2]), start([2], [1], '9s')],
    );
    const boxes = shapes.map(labelBox);
    boxes.forEach((box, index) => expect(boxes.slice(index + 1).some((other) => overlaps(box, other))).toBe(false));
  });

  test('with several on either side is one bundle with one sentence', () => {
    const { shapes } = draw(
      [
        [0, 0],
        [0, 300],
        [900, 0],
        [900, 300],
      ],
      [start([3, 4], [1, 2])],
    );
    expect(shapes).toHaveLength(1);
    expect(shapes[0]!.curves).toHaveLength(4);
    expect(shapes[0]!.arrows).toHaveLength(2);
    expect(shapes[0]!.label!.text).toBe('START when server, client are STARTED');
  });

  test('that waits for itself goes round its corner', () => {
    const { shapes, ground } = draw([[0, 0]], [start([1], [1])]);
    const middle = pointOn(shapes[0]!.curves[0]!, 0.5);
    expect(ground.covers(middle, [])).toBe(false);
  });
});

test('an edge goes around a card that stands between its ends', () => {
  const { shapes, ground } = draw(
    [
      [0, 0],
      [700, 0],
      [350, 0],
    ],
    [],
    [[1, 2]],
  );
  for (let t = 0.05; t < 1; t += 0.05) expect(ground.covers(pointOn(shapes[0]!.curves[0]!, t), [1, 2])).toBe(false);
});

test('an edge with nothing in its way is straight', () => {
  const { shapes } = draw(
    [
      [0, 0],
      [700, 0],
    ],
    [],
    [[1, 2]],
  );
  expect(pointOn(shapes[0]!.curves[0]!, 0.5)).toEqual({ x: 450, y: 36 });
});

describe('the shapes in sight', () => {
  const resources = [1, 2, 3].map((guid) => ({
    guid,
    rtype: 'x',
    position: { x: guid * 500, y: 0 },
    attributes: {},
    traces: [],
  }));
  const experiment = { ...createExperiment('test'), resources, conditions: [start([2], [1]), start([3], [2])] };
  const text = () => 'START when one is STARTED';
  const all = { x: -1000, y: -1000, width: 9000, height: 9000 };

  test('are made as they come, and kept while one pans', () => {
    const shapesIn = createShapeStore();
    const scene = createScenes()(experiment);
    const [first, ...others] = shapesIn(scene, 'both', { x: 0, y: 0, width: 600, height: 200 }, text);
    expect(others).toEqual([]);
    expect(shapesIn(scene, 'both', all, text)[0]).toBe(first);
    expect(shapesIn(scene, 'connections', all, text)).toEqual([]);
  });

  test('are the same objects after an edit that leaves them as they were', () => {
    const shapesIn = createShapeStore();
    const scenes = createScenes();
    const before = shapesIn(scenes(experiment), 'both', all, text);
    const moved = resources.with(2, { ...resources[2]!, position: { x: 1600, y: 100 } });
    const after = shapesIn(scenes({ ...experiment, resources: moved }), 'both', all, text);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });
});
