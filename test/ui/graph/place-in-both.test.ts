import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Resource } from '../../../src/model/experiment.ts';
import { placeInBoth } from '../../../src/ui/graph/placing/place-in-both.ts';
import { resource } from '../../edit/experiments.ts';

const at = (guid: number, x: number, y: number, conditionsPosition?: Resource['conditionsPosition']) =>
  resource(guid, { position: { x, y }, ...(conditionsPosition && { conditionsPosition }) });

test('while both pictures are the same, one place is enough', () => {
  const added = [at(2, 300, 0)];
  expect(placeInBoth({ resources: [at(1, 0, 0)] }, added, 'conditionsPosition')).toBe(added);
});

test('what is put beside another stands near it in the other picture, too', () => {
  const resources = [at(1, 0, 0, { x: 2000, y: 0 }), at(2, 0, 5000, { x: 0, y: 0 })];
  const [inConditions] = placeInBoth({ resources }, [at(3, 2000, 150)], 'conditionsPosition');
  expect(inConditions).toMatchObject({ conditionsPosition: { x: 2000, y: 150 } });
  expect(Math.hypot(inConditions!.position!.x, inConditions!.position!.y)).toBeLessThan(400);
  const [inTopology] = placeInBoth({ resources }, [at(3, 0, 5150)], 'position');
  expect(inTopology).toMatchObject({ position: { x: 0, y: 5150 } });
  expect(Math.hypot(inTopology!.conditionsPosition!.x, inTopology!.conditionsPosition!.y)).toBeLessThan(400);
});

test('in the other picture nobody is covered, and a block stays one', () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 900 }) });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 6 }), place, (places, put) => {
      const resources = places.map(([one, other], index) => at(index + 1, one.x, one.y, other));
      const block = [at(10, put.x, put.y), at(11, put.x + 240, put.y)];
      const [a, b] = placeInBoth({ resources }, block, 'position').map(({ conditionsPosition }) => conditionsPosition!);
      expect({ x: b!.x - a!.x, y: b!.y - a!.y }).toEqual({ x: 240, y: 0 });
      for (const { conditionsPosition: other } of resources) {
        for (const mine of [a!, b!]) {
          expect(Math.abs(other!.x - mine.x) >= 240 || Math.abs(other!.y - mine.y) >= 112).toBe(true);
        }
      }
    }),
  );
});
