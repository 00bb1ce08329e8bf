import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldByType, foldPicked, togglePicked } from '../../../src/ui/fields/picked.ts';

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

const ascending = (a: number, b: number) => a - b;
const rtypeOf = (guid: number) => (guid % 2 === 0 ? 'linux::Ping' : 'linux::Node');
const byType = (guids: readonly number[]) => foldByType(foldPicked(experiment, guids), rtypeOf);

test('of many, those of a type stand together; groups and few stay as they are', () => {
  expect(byType([7, 8, 9, 10, 11, 12]).map(({ key }) => key)).toEqual(['7', '8', '9', '10', '11', '12']);
  expect(byType([1, 2, 3, 8, 10, 12, 14, 16, 7])).toEqual([
    { key: 'group 0', guids: [1, 2, 3], group: 'site' },
    { key: 'type linux::Ping', guids: [8, 10, 12, 14, 16], rtype: 'linux::Ping' },
    { key: '7', guids: [7] },
  ]);
});

test('folding by type loses nobody either', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 20 })), (guids) => {
      expect(
        byType(guids)
          .flatMap((pick) => pick.guids)
          .toSorted(ascending),
      ).toEqual(guids.toSorted(ascending));
    }),
  );
});
