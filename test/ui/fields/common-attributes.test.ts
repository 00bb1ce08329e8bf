import { expect, test } from 'vitest';
import type { Resource } from '../../../src/model/experiment.ts';
import { createCatalog } from '../../../src/model/rtype.ts';
import { sharedAttributes, sharedTraces } from '../../../src/ui/fields/common-attributes.ts';

const catalog = createCatalog([
  { rtype: 'Resource', attributes: [{ name: 'critical', type: 'BOOL', default: true }] },
  {
    rtype: 'a',
    attributes: [
      { name: 'port', type: 'INTEGER', range: [1, 100] },
      { name: 'name', type: 'STRING' },
    ],
    traces: ['stdout', 'log'],
  },
  {
    rtype: 'b',
    attributes: [
      { name: 'port', type: 'INTEGER', range: [50, 200] },
      { name: 'name', type: 'INTEGER' },
    ],
    traces: ['stdout'],
  },
]);
const resource = (rtype: string, attributes: Resource['attributes'] = {}): Resource => ({
  guid: 1,
  rtype,
  attributes,
  traces: [],
});

test('what all have with the same kind of value is shared, each definition kept', () => {
  const shared = sharedAttributes([resource('a'), resource('b')], catalog);
  expect(shared.map(({ definition }) => definition.name)).toEqual(['critical', 'port']);
  expect(shared[1]!.definitions.map(({ range }) => range)).toEqual([
    [1, 100],
    [50, 200],
  ]);
});

test('values that differ are mixed', () => {
  const [critical, port] = sharedAttributes([resource('a', { port: 5 }), resource('b', { port: 60 })], catalog);
  expect(port).toMatchObject({ mixed: true, value: undefined });
  expect(critical).toMatchObject({ mixed: false, value: undefined });
  expect(sharedAttributes([resource('a', { port: 60 }), resource('b', { port: 60 })], catalog)[1]).toMatchObject({
    mixed: false,
    value: 60,
  });
});

test('a type nobody knows shares nothing', () => {
  expect(sharedAttributes([resource('a'), resource('zebra')], catalog)).toEqual([]);
  expect(sharedTraces([resource('a'), resource('b')], catalog)).toEqual(['stdout']);
});
