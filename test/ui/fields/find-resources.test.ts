import { expect, test } from 'vitest';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { findResources } from '../../../src/ui/fields/find-resources.ts';
import { clients } from '../../edit/experiments.ts';

const found = (text: string) => findResources(clients, nepiCatalog, text).map(({ resource }) => resource.guid);

test.each([
  ['label', 'server', [2]],
  ['guid', '4', [4]],
  ['type', 'node', [1]],
  ['attribute value', 'iperf', [2]],
  ['attribute name and value', 'command=iperf', [2]],
  ['several words', 'application 3', [3]],
  ['nothing', 'nowhere', []],
])('finds by %s', (_by, text, guids) => {
  expect(found(text)).toEqual(guids);
});

test('no words find all', () => {
  expect(found('')).toHaveLength(4);
});
