import { describe, expect, test } from 'vitest';
import {
  createExperiment,
  freeGuids,
  nextGuid,
  resourceLabel,
  resourcesByGuid,
  type Resource,
} from '../../src/model/experiment.ts';
import { experimentFileSchema } from '../../src/model/schema.ts';
import { MAX_GUID } from '../../src/model/units.ts';

const resource = (guid: number, more: Partial<Resource> = {}): Resource => ({
  guid,
  rtype: 'linux::Node',
  attributes: {},
  traces: [],
  ...more,
});
const withGuids = (...guids: number[]) => ({
  ...createExperiment('x'),
  resources: guids.map((guid) => resource(guid)),
});

test('a new experiment is a sound one', () => {
  expect(experimentFileSchema.safeParse(createExperiment('new')).success).toBe(true);
});

describe('resourceLabel', () => {
  test.each([
    [resource(1), 'Node 1'],
    [resource(2, { rtype: 'Thing' }), 'Thing 2'],
    [resource(3, { label: 'server' }), 'server'],
    [resource(4, { label: '' }), 'Node 4'],
  ])('%j', (shown, label) => {
    expect(resourceLabel(shown)).toBe(label);
  });
});

describe('nextGuid', () => {
  test('is above all that are taken', () => {
    expect(nextGuid(withGuids())).toBe(1);
    expect(nextGuid(withGuids(3, 9, 2))).toBe(10);
  });

  test('is the lowest free one when the highest is taken', () => {
    expect(nextGuid(withGuids(1, 2, MAX_GUID))).toBe(3);
  });

  test('several are the lowest free ones where they don’t fit below the limit', () => {
    expect(freeGuids(withGuids(2, MAX_GUID - 2), 2)).toEqual([MAX_GUID - 1, MAX_GUID]);
    expect(freeGuids(withGuids(2, MAX_GUID - 2), 3)).toEqual([1, 3, 4]);
  });
});

test('resourcesByGuid is made once per list', () => {
  const { resources } = withGuids(4, 7);
  const index = resourcesByGuid(resources);
  expect(index.get(7)).toBe(resources[1]);
  expect(index.get(1)).toBeUndefined();
  expect(resourcesByGuid(resources)).toBe(index);
  expect(resourcesByGuid([...resources])).not.toBe(index);
});
