import { expect, test } from 'vitest';
import type { AttributeDefinition, UserType } from '../../../src/model/experiment.ts';
import { createCatalog } from '../../../src/model/rtype.ts';
import {
  changeKind,
  limitsText,
  newUserType,
  readAttributeName,
  readDefault,
  readLimits,
  readParent,
  readTraces,
  readTypeName,
  withList,
} from '../../../src/ui/inspector/user-type.ts';

const catalog = createCatalog([{ rtype: 'Resource' }, { rtype: 'linux::Application' }]);
const types: readonly UserType[] = [
  { rtype: 'a', extends: 'linux::Application' },
  { rtype: 'b', extends: 'a' },
];
const count: AttributeDefinition = { name: 'count', type: 'INTEGER', default: 5 };

test('a new type gets a name that is free', () => {
  const first = newUserType(types, catalog);
  expect(newUserType([...types, first], catalog).rtype).not.toBe(first.rtype);
});

test('names must be there, without spaces, and free', () => {
  expect(readTypeName(types, 0, ' c ')).toEqual({ value: 'c' });
  expect(readTypeName(types, 0, 'a')).toEqual({ value: 'a' });
  for (const bad of ['', 'b', 'my type']) expect(readTypeName(types, 0, bad)).toHaveProperty('error');
  expect(readAttributeName([count, { name: 'x', type: 'BOOL' }], 1, 'count')).toHaveProperty('error');
});

test('a type extends what is known, never itself, not even around a corner', () => {
  expect(readParent(types, 1, catalog, 'linux::Application')).toEqual({ value: 'linux::Application' });
  expect(readParent(types, 0, catalog, 'b')).toEqual({ error: 'b extends this type itself' });
  expect(readParent(types, 0, catalog, 'zebra')).toEqual({ error: 'zebra is not a type' });
  expect(readParent(types, 0, catalog, '')).toEqual({ value: 'Resource' });
});

test('another kind keeps a default that still suits', () => {
  expect(changeKind(count, 'DOUBLE')).toEqual({ name: 'count', type: 'DOUBLE', default: 5 });
  expect(changeKind(count, 'BOOL')).toEqual({ name: 'count', type: 'BOOL' });
  expect(changeKind({ ...count, range: [1, 9] }, 'STRING')).toEqual({ name: 'count', type: 'STRING' });
});

test('limits and default must agree', () => {
  expect(readLimits(count, '1 to 10')).toEqual({ value: { ...count, range: [1, 10] } });
  expect(readLimits(count, '6 to 10')).toHaveProperty('error');
  expect(readLimits(count, '10 to 1')).toHaveProperty('error');
  expect(readDefault({ ...count, range: [1, 10] }, '11')).toHaveProperty('error');
  expect(readDefault(count, '')).toEqual({ value: { name: 'count', type: 'INTEGER' } });
  const speed = readLimits({ name: 'speed', type: 'ENUM' }, 'low, high');
  expect(speed).toEqual({ value: { name: 'speed', type: 'ENUM', allowed: ['low', 'high'] } });
  expect(limitsText({ name: 'speed', type: 'ENUM', allowed: ['low', 'high'] })).toBe('low, high');
});

test('empty lists go', () => {
  expect(withList({ rtype: 'a', traces: ['x'] }, 'traces', [])).toEqual({ rtype: 'a' });
  expect(readTraces('log, log')).toHaveProperty('error');
  expect(readTraces('log, stats')).toEqual({ value: ['log', 'stats'] });
});
