import { expect, test } from 'vitest';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import type { Requirement } from '../../../src/model/experiment.ts';
import { requirementSchema } from '../../../src/model/schema.ts';
import {
  NEW_REQUIREMENT,
  ownRequirements,
  pathOf,
  printRequirement,
  readAtLeast,
  readStep,
  requiredStates,
  withPhase,
  withStep,
} from '../../../src/ui/inspector/requirement-change.ts';

const gate: Requirement = { before: 'start', type: 'linux::Node', state: 'READY', atLeast: 1 };

test('one type is connected directly, several are a path; the file takes either', () => {
  const direct = withStep(NEW_REQUIREMENT, 0, 'ns3::Node');
  expect(direct).toEqual({ before: 'start', type: 'ns3::Node', state: 'READY', atLeast: 1 });
  const path = withStep(direct, 1, 'ns3::Node');
  expect(pathOf(path)).toEqual(['ns3::Node', 'ns3::Node']);
  for (const made of [direct, path, withStep(path, 0, '')])
    expect(requirementSchema.safeParse(made).success).toBe(true);
  expect(withStep(path, 0, '')).toEqual(direct);
});

test('a gate without a type is no gate', () => {
  expect(requirementSchema.safeParse(NEW_REQUIREMENT).success).toBe(false);
  expect(readStep(nepiCatalog, '', true)).toHaveProperty('error');
  expect(readStep(nepiCatalog, '', false)).toEqual({ value: '' });
  expect(readStep(nepiCatalog, ' linux::Node ', true)).toEqual({ value: 'linux::Node' });
  expect(readStep(nepiCatalog, 'linux::Nod', true)).toHaveProperty('error');
});

test('before the release nobody is counted, and RELEASED can be asked for', () => {
  expect(withPhase(gate, 'release')).toEqual({ before: 'release', type: 'linux::Node', state: 'READY' });
  expect(requiredStates({ ...gate, before: 'release' })).toContain('RELEASED');
  expect(requiredStates(gate)).not.toContain('RELEASED');
  expect(requiredStates({ ...gate, state: 'FAILED' })).toContain('FAILED');
});

test('a least number is whole; none and 0 are the same', () => {
  expect(readAtLeast('2')).toEqual({ value: 2 });
  for (const text of ['', '0']) expect(readAtLeast(text)).toEqual({ value: undefined });
  for (const text of ['-1', '1.5', 'two', '9'.repeat(20)]) expect(readAtLeast(text)).toHaveProperty('error');
});

test('a list like the inherited one is inherited; an empty one is the own decision to wait for nothing', () => {
  expect(ownRequirements([gate], [gate])).toBeUndefined();
  expect(ownRequirements([], [gate])).toEqual([]);
  expect(ownRequirements([], [])).toBeUndefined();
});

test('a gate as a sentence', () => {
  expect(printRequirement(gate)).toBe('Before start: every connected linux::Node is READY, and there is one');
  expect(printRequirement(withStep({ ...gate, atLeast: 3 }, 1, 'linux::Interface'))).toBe(
    'Before start: every linux::Interface reached over linux::Node is READY, and there are at least 3',
  );
});
