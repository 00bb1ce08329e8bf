import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldPicked, togglePicked } from '../../../src/ui/inspector/picked.ts';

const experiment = {
  groups: [
    { name: 'site', guids: [1, 2, 3] },
    { name: 'rack', guids: [4, 5] },
    { name: 'alone', guids: [6] },
  ],
};
const keys = (guids: readonly number[]) => foldPicked(experiment, guids).map(({ key }) => key);
const anyGuids = fc.uniqueArray(fc.integer({ min: 1, max: 8 }));

test('a group of which all are picked stands for them; one of a single resource does not', () => {
  expect(keys([7, 1, 4, 2, 3, 6])).toEqual(['7', 'group 0', '4', '6']);
  expect(keys([1, 2])).toEqual(['1', '2']);
});

test('picking several adds those that are missing, and takes all out when none is', () => {
  expect(togglePicked([7, 2], [1, 2, 3])).toEqual([7, 2, 1, 3]);
  expect(togglePicked([7, 2, 1, 3], [1, 2, 3])).toEqual([7]);
  expect(togglePicked([1, 2, 3], [2])).toEqual([1, 3]);
});

test('folding loses nobody', () => {
  fc.assert(
    fc.property(anyGuids, (guids) => {
      const unfolded = foldPicked(experiment, guids).flatMap((pick) => pick.guids);
      expect(unfolded).toHaveLength(guids.length);
      expect(new Set(unfolded)).toEqual(new Set(guids));
    }),
  );
});

test('what was picked twice is as it was, or not there', () => {
  fc.assert(
    fc.property(anyGuids, anyGuids, (picked, guids) => {
      const twice = togglePicked(togglePicked(picked, guids), guids);
      const hadAll = guids.every((guid) => picked.includes(guid));
      const others = picked.filter((guid) => !guids.includes(guid));
      expect(new Set(twice)).toEqual(new Set(hadAll ? picked : others));
    }),
  );
});
