import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freePlace, pointedPlace } from '../../../src/ui/graph/scene/free-place.ts';
import type { Around } from '../../../src/ui/graph/scene/obstacles.ts';
import { cardAt } from '../../../src/ui/graph/scene/card-size.ts';
import { boundsOf, grow, overlaps, type Point } from '../../../src/ui/graph/scene/geometry.ts';

const at = (x: number, y: number) => ({ position: { x, y } });
const HERE = { x: 0, y: 0 };
const ONE = [HERE];

const place = (around: Around, taken = [at(0, 0)]) => cardAt(freePlace(taken, HERE, ONE, around));

describe('what is added', () => {
  test('stands in no frame of a group that it does not belong to', () => {
    const frame = { x: -20, y: -52, width: 240, height: 400 };
    expect(overlaps(place({ frames: [frame] }), frame)).toBe(false);
  });

  test('lies on no sentence where there is room beside', () => {
    const below = { x: 40, y: 150, width: 120, height: 20 };
    expect(overlaps(place({}), below)).toBe(true);
    expect(overlaps(place({ sentences: [below] }), below)).toBe(false);
  });

  test('stands where it can be seen, not under buttons', () => {
    const sight = { x: -500, y: -20, width: 1000, height: 230 };
    const buttons = { x: -100, y: 120, width: 600, height: 80 };
    const { x, y } = place({ sight, covered: [buttons] });
    expect({ x, y }).toEqual({ x: 240, y: 0 });
  });

  test('stands near, out of sight or on a sentence, where there is no better place', () => {
    const sight = { x: 0, y: 0, width: 200, height: 100 };
    expect(place({ sight })).toMatchObject({ x: 0, y: 120 });
    const everywhere = { x: -9000, y: -9000, width: 18_000, height: 18_000 };
    expect(place({ sentences: [everywhere] })).toMatchObject({ x: 0, y: 120 });
  });

  test('with a frame of its own keeps that off all others, too', () => {
    const ownFrames = [{ x: -20, y: -52, width: 240, height: 144 }];
    const frames = [{ x: -20, y: -52, width: 240, height: 144 }];
    const { x, y } = freePlace([at(0, 0)], HERE, ONE, { frames, ownFrames });
    expect(overlaps({ x: x - 20, y: y - 52, width: 240, height: 144 }, frames[0]!)).toBe(false);
  });
});

test('where somebody pointed it stands, on a sentence or close to a card; only not on a card or in a strange frame', () => {
  const sentences = [{ x: 0, y: 0, width: 100, height: 20 }];
  expect(pointedPlace([at(0, 80)], HERE, ONE, { sentences })).toEqual(HERE);
  expect(pointedPlace([at(0, 40)], HERE, ONE, { sentences })).not.toEqual(HERE);
  expect(pointedPlace([], HERE, ONE, { frames: [{ x: 100, y: 0, width: 300, height: 300 }] })).not.toEqual(HERE);
});

test('wherever it is put it covers nobody and stands in no frame', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 1200 }), y: fc.integer({ min: 0, max: 900 }) });
  const areas = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 1200 }),
      y: fc.integer({ min: 0, max: 900 }),
      width: fc.integer({ min: 50, max: 500 }),
      height: fc.integer({ min: 20, max: 400 }),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(fc.array(point, { maxLength: 8 }), point, areas, areas, (cards, wanted, frames, sentences) => {
      const block: readonly Point[] = [HERE, { x: 240, y: 0 }];
      const first = pointedPlace(
        cards.map(({ x, y }) => at(x, y)),
        wanted,
        block,
        { frames, sentences, sight: { x: 0, y: 0, width: 1400, height: 1000 } },
      );
      const added = block.map(({ x, y }) => cardAt({ x: first.x + x, y: first.y + y }));
      for (const card of added) {
        expect([...cards.map(cardAt), ...frames].some((other) => overlaps(card, other))).toBe(false);
      }
    }),
  );
});

test('a copy of any number of cards among any others covers none and stands in no frame, however full it is around', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }) });
  const toPixels = ({ x, y }: Point) => ({ x: x * 60, y: y * 40 });
  // A card in every cell of a square leaves no space until beyond it.
  const full = fc.integer({ min: 1, max: 12 }).map((side) =>
    Array.from({ length: side * side }, (_item, index) => ({
      x: (index % side) * 240,
      y: Math.floor(index / side) * 120,
    })),
  );
  const cards = fc.oneof(fc.array(point.map(toPixels), { minLength: 1, maxLength: 60 }), full);
  fc.assert(
    fc.property(cards, fc.array(point.map(toPixels), { maxLength: 40 }), fc.boolean(), (taken, others, framed) => {
      const block = taken.map(({ x, y }) => ({ x: x - taken[0]!.x, y: y - taken[0]!.y }));
      const all = [...taken, ...others];
      const frame = grow(boundsOf(taken.map(cardAt))!, 20);
      const around: Around = framed
        ? { frames: [frame], ownFrames: [{ ...frame, x: frame.x - taken[0]!.x, y: frame.y - taken[0]!.y }] }
        : {};
      const first = freePlace(
        all.map(({ x, y }) => at(x, y)),
        taken[0],
        block,
        around,
      );
      const added = block.map(({ x, y }) => cardAt({ x: first.x + x, y: first.y + y }));
      const inTheWay = [...all.map(cardAt), ...(around.frames ?? [])];
      expect(added.some((card) => inTheWay.some((other) => overlaps(card, other)))).toBe(false);
      const own = framed && { ...frame, x: frame.x - taken[0]!.x + first.x, y: frame.y - taken[0]!.y + first.y };
      expect(own && inTheWay.some((other) => overlaps(own, other))).toBe(false);
    }),
  );
});

test('a cross of cards, too large for a place in any ring, is copied beside itself', () => {
  const arms = Array.from({ length: 120 }, (_item, index) => index - 60);
  const cross = [...arms.map((step) => ({ x: step * 240, y: 0 })), ...arms.map((step) => ({ x: 0, y: step * 120 }))];
  const block = cross.map(({ x, y }) => ({ x: x - cross[0]!.x, y: y - cross[0]!.y }));
  const first = freePlace(
    cross.map(({ x, y }) => at(x, y)),
    cross[0],
    block,
  );
  const added = block.map(({ x, y }) => cardAt({ x: first.x + x, y: first.y + y }));
  expect(added.some((card) => cross.some((other) => overlaps(card, cardAt(other))))).toBe(false);
});
