import { expect, test } from 'vitest';
import { namePieces, orderAttributes } from '../../../src/ui/inspector/names.ts';

test('a name breaks before its capitals', () => {
  expect(namePieces('simulatorImplementationType')).toEqual(['simulator', 'Implementation', 'Type']);
  expect(namePieces('hostname')).toEqual(['hostname']);
  expect(namePieces('BSAntennaHeight').join('')).toBe('BSAntennaHeight');
});

test('set attributes come first when asked for, order kept otherwise', () => {
  const isSet = (name: string) => name === 'c';
  expect(orderAttributes(['a', 'b', 'c'], isSet, { filter: '', setFirst: true })).toEqual(['c', 'a', 'b']);
  expect(orderAttributes(['a', 'b', 'c'], isSet, { filter: '', setFirst: false })).toEqual(['a', 'b', 'c']);
  expect(orderAttributes(['host', 'HostKey', 'key'], isSet, { filter: 'host', setFirst: false })).toEqual([
    'host',
    'HostKey',
  ]);
});
