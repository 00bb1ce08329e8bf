import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printBriefly, printCondition } from '../../../src/model/condition.ts';
import { createExperiment, type Condition, type Group } from '../../../src/model/experiment.ts';
import { labelBox } from '../../../src/ui/graph/edges/label-place.ts';
import { createShapeStore } from '../../../src/ui/graph/edges/shape-store.ts';
import { type EdgeShape, shapeEdges } from '../../../src/ui/graph/edges/shape-edges.ts';
import { frameAround } from '../../../src/ui/graph/scene/frame-rects.ts';
import type { EdgeModel } from '../../../src/ui/graph/scene/edge-models.ts';
import { contains, grow, overlaps, type Point, type Rect } from '../../../src/ui/graph/scene/geometry.ts';
import { entersRect, type Path, pointAlong } from '../../../src/ui/graph/scene/path.ts';
import { createScenes, groundOf } from '../../../src/ui/graph/scene/scene.ts';
import { nodesAt } from '../../support/nodes-at.ts';

const NAMES = ['', 'server', 'client', 'other', 'fourth'];

function textOf(model: EdgeModel) {
  if (model.kind === 'connection') return { full: '', brief: '', mark: '' };
  const { condition } = model;
  return {
    full: printCondition(condition, (guid) => NAMES[guid] ?? `r${guid}`),
    brief: printBriefly(condition),
    mark: 'START',
  };
}

function draw(
  places: readonly (readonly [number, number])[],
  conditions: readonly Condition[],
  connections: readonly (readonly [number, number])[] = [],
  groups: readonly Group[] = [],
) {
  const resources = nodesAt(places);
  const scene = createScenes()({ ...createExperiment('test'), resources, connections, conditions, groups });
  const ground = groundOf(scene, undefined);
  return { shapes: shapeEdges(scene.edges, ground, textOf), ground, boxes: [...scene.boxes.values()] };
}

const start = (resources: number[], group: number[], time?: string): Condition => ({
  resources,
  group,
  action: 'START',
  state: 'STARTED',
  ...(time && { time }),
});

const boxOfLabel = ({ label }: EdgeShape) => labelBox(label!);

const passes = (path: Path, card: Rect) =>
  path.some((point, index) => index > 0 && entersRect(path[index - 1]!, point, grow(card, -0.5)));

const onBorder = (card: Rect, point: Point) => contains(grow(card, 0.01), point) && !contains(grow(card, -0.01), point);

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
    expect(shapes[0]!.arrows[0]!.at(-1)!.x).toBeCloseTo(ground.boxOf(2)!.x, 3);
  });

  test('keeps its sentence off the cards, even where there is no room between them', () => {
    const { shapes, ground } = draw(
      [
        [0, 0],
        [230, 40],
      ],
      [start([2], [1], '5s')],
    );
    const box = boxOfLabel(shapes[0]!);
    expect(overlaps(box, ground.boxOf(1)!) || overlaps(box, ground.boxOf(2)!)).toBe(false);
  });

  test('is told briefly, and in whole words, where there is no room for all of it', () => {
    const { shapes } = draw(
      [
        [0, 0],
        [400, 0],
      ],
      [start([2], [1], '5s')],
    );
    expect(shapes[0]!.label).toMatchObject({
      text: 'START when STARTED + 5s',
      full: 'START when server is STARTED + 5s',
    });
  });

  test('between two cards that stand close is straight, its sentence right beside it', () => {
    const { shapes } = draw(
      [
        [0, 0],
        [300, 0],
      ],
      [start([2], [1], '5s')],
    );
    const { paths, stem, label } = shapes[0]!;
    expect(paths).toEqual([
      [
        { x: 200, y: 36 },
        { x: 300, y: 36 },
      ],
    ]);
    expect(Math.abs(label!.y - 36)).toBeLessThan(70);
    expect(stem).toEqual([
      { x: 250, y: 36 },
      { x: label!.x, y: label!.y },
    ]);
  });

  test('keeps its sentence off the states that hang below the cards in a run', () => {
    const { shapes } = draw(
      [
        [0, 0],
        [300, 0],
        [0, 130],
        [300, 130],
      ],
      [start([2], [1], '5s'), start([4], [3], '5s'), start([4], [2])],
    );
    for (const shape of shapes) {
      const { x, y, width } = boxOfLabel(shape);
      for (const left of [0, 300]) {
        for (const bottom of [72, 202]) {
          expect(overlaps({ x, y, width, height: 20 }, { x: left, y: bottom, width: 200, height: 11 })).toBe(false);
        }
      }
    }
  });

  test('keeps its sentence off the lines that cross its own aslant', () => {
    const { shapes } = draw(
      [
        [0, 0],
        [700, 0],
        [200, -200],
        [500, 200],
      ],
      [start([2], [1])],
      [[3, 4]],
    );
    const [connection, condition] = shapes;
    const [from, to] = connection!.paths[0]!;
    expect(entersRect(from!, to!, boxOfLabel(condition!))).toBe(false);
  });

  test('several between the same two keep their lines and their sentences apart', () => {
    const { shapes } = draw(
      [
        [0, 0],
        [600, 0],
      ],
      [start([2], [1]), start([1], [2]), start([2], [1], '9s')],
    );
    const boxes = shapes.map(boxOfLabel);
    boxes.forEach((box, index) => expect(boxes.slice(index + 1).some((other) => overlaps(box, other))).toBe(false));
    expect(new Set(shapes.map(({ paths }) => JSON.stringify(pointAlong(paths[0]!, 0.5)))).size).toBe(3);
  });

  test('with several on either side is one bundle with one sentence', () => {
    const { shapes, boxes } = draw(
      [
        [0, 0],
        [0, 300],
        [900, 0],
        [900, 300],
      ],
      [start([3, 4], [1, 2])],
    );
    expect(shapes).toHaveLength(1);
    const { paths, arrows, label } = shapes[0]!;
    expect(label!.text).toBe('START when server, client are STARTED');
    const isAt = (place: number) => (path: Path) => path.some((point) => onBorder(boxes[place]!, point));
    // A line from each that is waited for, an arrow to each that waits.
    for (const place of [0, 1]) expect(paths.filter(isAt(place))).toHaveLength(1);
    for (const place of [2, 3])
      expect(arrows.filter((arrow) => onBorder(boxes[place]!, arrow.at(-1)!))).toHaveLength(1);
  });

  test('that waits for itself goes round its corner', () => {
    const { shapes, ground } = draw([[0, 0]], [start([1], [1])]);
    expect(passes(shapes[0]!.paths[0]!, ground.boxOf(1)!)).toBe(false);
  });
});

test('an edge goes around a card that stands between its ends', () => {
  const { shapes, boxes } = draw(
    [
      [0, 0],
      [700, 0],
      [350, 0],
    ],
    [],
    [[1, 2]],
  );
  expect(passes(shapes[0]!.paths[0]!, boxes[2]!)).toBe(false);
});

test('a connection with nothing in its way is straight', () => {
  const { shapes } = draw(
    [
      [0, 0],
      [700, 0],
    ],
    [],
    [[1, 2]],
  );
  expect(pointAlong(shapes[0]!.paths[0]!, 0.5)).toEqual({ x: 450, y: 36 });
});

describe('among cards that leave room between them', () => {
  /** Cards on a loose grid, each somewhere in its cell: there is always a way between two of them. */
  const picture = fc
    .record({
      columns: fc.integer({ min: 2, max: 5 }),
      rows: fc.integer({ min: 2, max: 4 }),
      jitters: fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
        minLength: 20,
        maxLength: 20,
      }),
      pairs: fc.array(fc.tuple(fc.nat(19), fc.nat(19), fc.boolean()), { minLength: 1, maxLength: 12 }),
    })
    .map(({ columns, rows, jitters, pairs }) => {
      const count = columns * rows;
      const places = Array.from({ length: count }, (_, index): [number, number] => {
        const [x, y] = jitters[index]!;
        return [(index % columns) * 340 + x * 20, Math.floor(index / columns) * 200 + y * 20];
      });
      const joined = pairs
        .map(([a, b, isCondition]) => [(a % count) + 1, (b % count) + 1, isCondition] as const)
        .filter(([a, b]) => a !== b);
      return {
        places,
        conditions: joined.flatMap(([a, b, isCondition]) => (isCondition ? [start([a], [b])] : [])),
        connections: joined.flatMap(([a, b, isCondition]) => (isCondition ? [] : [[a, b] as const])),
      };
    });

  test('no edge passes a card that it has nothing to do with; it begins and ends at the borders of its own', () => {
    fc.assert(
      fc.property(picture, ({ places, conditions, connections }) => {
        const { shapes, boxes } = draw(places, conditions, connections);
        for (const { model, paths } of shapes) {
          const [a, b] = model.kind === 'connection' ? model.ends : [model.from[0]!, model.to[0]!];
          expect(paths).toHaveLength(1);
          const [path] = paths;
          expect(onBorder(boxes[a - 1]!, path!.at(0)!)).toBe(true);
          expect(onBorder(boxes[b - 1]!, path!.at(-1)!)).toBe(true);
          expect(boxes.filter((card) => passes(path!, card))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('no sentence lies on a card or on another one', () => {
    fc.assert(
      fc.property(picture, ({ places, conditions }) => {
        // Few enough for each to find a place.
        const { shapes, boxes } = draw(places, conditions.slice(0, 4));
        const labels = shapes.map(boxOfLabel);
        labels.forEach((label, index) => {
          expect([...boxes, ...labels.slice(index + 1)].some((other) => overlaps(label, other))).toBe(false);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('the same picture is always drawn alike', () => {
    fc.assert(
      fc.property(picture, ({ places, conditions, connections }) => {
        expect(draw(places, conditions, connections).shapes).toEqual(draw(places, conditions, connections).shapes);
      }),
      { numRuns: 20 },
    );
  });
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
  const text = () => ({ full: 'START when one is STARTED', brief: 'START when STARTED', mark: 'START' });
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

describe('a condition of a whole group', () => {
  const places = [
    [0, 0],
    [0, 120],
    [0, 240],
    [700, 0],
    [700, 120],
    [350, 600],
  ] as const; // prettier-ignore
  const groups = [
    { name: 'Paris', guids: [1, 2, 3] },
    { name: 'Lyon', guids: [4, 5] },
  ];

  test('is one arrow from frame to frame', () => {
    const { shapes, ground } = draw(places, [start([4, 5], [1, 2, 3], '5s')], [], groups);
    expect(shapes[0]!.paths).toHaveLength(1);
    const path = shapes[0]!.arrows[0]!;
    expect(onBorder(frameAround([1, 2, 3], ground.boxOf)!, path[0]!)).toBe(true);
    expect(onBorder(frameAround([4, 5], ground.boxOf)!, path.at(-1)!)).toBe(true);
  });

  test('is a straight arrow where their frames stand close, its sentence off their names', () => {
    const near = places.map(([x, y]) => [x === 700 ? 280 : x, y] as const);
    const { shapes, ground } = draw(near, [start([4, 5], [1, 2, 3], '5s')], [], groups);
    expect(shapes[0]!.paths.map(({ length }) => length)).toEqual([2]);
    for (const { guids } of groups) {
      const frame = frameAround(guids, ground.boxOf)!;
      for (const area of [{ ...frame, height: 32 }, ...guids.map((guid) => ground.boxOf(guid)!)])
        expect(overlaps(boxOfLabel(shapes[0]!), area)).toBe(false);
    }
  });

  test('leads to the cards of those who are not a group', () => {
    const { shapes, ground } = draw(places, [start([4, 6], [1, 2, 3])], [], groups);
    const { arrows, paths } = shapes[0]!;
    expect(paths).toHaveLength(3 - 1);
    expect([4, 6].every((guid) => arrows.some((path) => onBorder(ground.boxOf(guid)!, path.at(-1)!)))).toBe(true);
  });

  test('leads from its cards to one that stands among them', () => {
    const { shapes, ground } = draw(places, [start([3], [1, 2, 3])], [], groups);
    expect(shapes[0]!.arrows.every((path) => onBorder(ground.boxOf(3)!, path.at(-1)!))).toBe(true);
  });
});
