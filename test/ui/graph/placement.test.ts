import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { frameAround } from '../../../src/ui/graph/scene/frame-rects.ts';
import { cardAt } from '../../../src/ui/graph/scene/card-size.ts';
import { overlaps, type Rect } from '../../../src/ui/graph/scene/geometry.ts';
import { createScenes } from '../../../src/ui/graph/scene/scene.ts';
import { resource } from '../../edit/experiments.ts';

/** Resources of which some are in groups and some have positions, connected at random. */
const anyGrouped = fc
  .record({
    groupOf: fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 1, maxLength: 30 }),
    links: fc.array(fc.tuple(fc.nat({ max: 29 }), fc.nat({ max: 29 })), { maxLength: 40 }),
    placed: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
  })
  .map(({ groupOf, links, placed }) => {
    const count = groupOf.length;
    const groups = [0, 1, 2, 3, 4].flatMap((place) => {
      const guids = groupOf.flatMap((of, index) => (of === place ? [index + 1] : []));
      return guids.length > 0 ? [{ name: `site ${place}`, guids }] : [];
    });
    const connections = links.flatMap(([a, b]) => (a !== b && a < count && b < count ? [[a + 1, b + 1] as const] : []));
    return { count, groups, connections, placed };
  });

function draw(experiment: Experiment) {
  const { boxes } = createScenes()(experiment);
  const frames = experiment.groups.map(({ guids }) => frameAround(guids, (guid) => boxes.get(guid))!);
  return { boxes, frames };
}

const pairs = <Item>(items: readonly Item[]) =>
  items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const));

describe('groups without positions', () => {
  test('stand apart: no frame lies on another, or on a card of others', () => {
    fc.assert(
      fc.property(anyGrouped, ({ count, groups, connections }) => {
        const resources = Array.from({ length: count }, (_item, index) => resource(index + 1));
        const { boxes, frames } = draw({ ...createExperiment('e'), resources, groups, connections });
        expect(pairs(frames).filter(([a, b]) => overlaps(a, b))).toEqual([]);
        expect(pairs([...boxes.values()]).filter(([a, b]) => overlaps(a, b))).toEqual([]);
        groups.forEach(({ guids }, place) => {
          const others = [...boxes].filter(([card]) => !guids.includes(card));
          expect(others.filter(([, box]) => overlaps(box, frames[place]!))).toEqual([]);
        });
      }),
    );
  });

  test('whose others have one come beside these, on nothing', () => {
    fc.assert(
      fc.property(anyGrouped, ({ count, groups, connections, placed }) => {
        const grid = (index: number) => ({ x: (index % 6) * 260, y: Math.floor(index / 6) * 140 });
        const resources = Array.from({ length: count }, (_item, index) =>
          resource(index + 1, placed[index] ? { position: grid(index) } : {}),
        );
        const { boxes } = draw({ ...createExperiment('e'), resources, groups, connections });
        expect(boxes.size).toBe(count);
        expect(pairs([...boxes.values()]).filter(([a, b]) => overlaps(a, b))).toEqual([]);
      }),
    );
  });

  test('of which one has a position gather around it', () => {
    const resources = [resource(1, { position: { x: 5000, y: 5000 } }), resource(2), resource(3), resource(4)];
    const { boxes, frames } = draw({
      ...createExperiment('e'),
      resources,
      groups: [{ name: 'Paris', guids: [1, 2, 3] }],
    });
    const within = (box: Rect) => overlaps(box, frames[0]!);
    expect([...boxes.values()].filter(within)).toHaveLength(3);
    expect(frames[0]!.width).toBeLessThan(1500);
    expect(boxes.get(1)).toEqual(cardAt({ x: 5000, y: 5000 }));
  });
});
