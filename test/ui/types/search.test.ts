import { expect, test } from 'vitest';
import { rankTypes } from '../../../src/ui/types/search.ts';

const type = (rtype: string, help = '') => ({ rtype, help });
const types = [
  type('linux::Node', 'A host reached over SSH'),
  type('linux::NPing'),
  type('linux::Ping', 'Sends echo requests'),
  type('ns3::Ping6'),
  type('ns3::V4Ping'),
  type('linux::UdpTunnel'),
  type('ns3::YansWifiPhy'),
  type('linux::CCNPingServer'),
  type('ns3::Node'),
];
const found = (query: string) => rankTypes(types, query).map(({ rtype }) => rtype);

test('the start of the name ranks before the middle', () => {
  expect(found('pin')).toEqual(['linux::Ping', 'ns3::Ping6', 'ns3::V4Ping', 'linux::NPing', 'linux::CCNPingServer']);
});

test('an exact name comes first, whatever the case', () => {
  expect(found('PING')[0]).toBe('linux::Ping');
  expect(found('ns3::v4ping')[0]).toBe('ns3::V4Ping');
});

test('every word must match', () => {
  expect(found('ns3 node')).toEqual(['ns3::Node']);
  expect(found('linux zebra')).toEqual([]);
});

test('help words and letters in order are found last', () => {
  expect(found('ssh')).toEqual(['linux::Node']);
  expect(found('ywp')).toEqual(['ns3::YansWifiPhy']);
});

test('an empty query keeps all in order', () => {
  expect(found('  ')).toEqual(types.map(({ rtype }) => rtype));
});
