import { expect, test } from 'vitest';
import { nepiCatalog } from '../../../src/catalog/catalog.ts';
import { createExperiment, type Experiment } from '../../../src/model/experiment.ts';
import { outlineRows, walk } from '../../../src/ui/outline/outline-rows.ts';

const resource = (guid: number, rtype: string, label: string, attributes = {}) => ({
  guid,
  rtype,
  label,
  attributes,
  traces: [],
});
const experiment: Experiment = {
  ...createExperiment('e'),
  resources: [
    resource(1, 'linux::Node', 'server', { hostname: 'example.org' }),
    resource(2, 'linux::Ping', 'ping'),
    resource(3, 'linux::Node', 'client'),
  ],
  connections: [[1, 2]],
  conditions: [{ resources: [2], action: 'START', group: [1], state: 'STARTED', time: '5s' }],
};
const open = (...keys: string[]) =>
  outlineRows(experiment, { filter: '', isOpen: (key) => keys.includes(key), catalog: nepiCatalog });
const texts = (rows: ReturnType<typeof open>) => rows.map(({ level, text }) => `${' '.repeat(level - 1)}${text}`);

test('types, their resources and these resources’ edges unfold one by one', () => {
  expect(texts(open())).toEqual(['linux::Node', 'linux::Ping']);
  expect(texts(open('type/linux::Node', 'type/linux::Ping', 'resource/2'))).toEqual([
    'linux::Node',
    ' server',
    ' client',
    'linux::Ping',
    ' ping',
    '  connected to server',
    '  START when server is STARTED + 5s',
  ]);
});

test('rows know their place among their siblings, and whether anything is below them', () => {
  const [, server, client] = open('type/linux::Node');
  expect(server).toMatchObject({ place: 1, siblings: 2, open: false });
  expect(client).toMatchObject({ place: 2, siblings: 2, open: undefined });
});

test('a filter looks at labels, types and attributes, and unfolds what it finds', () => {
  const found = (filter: string) =>
    texts(outlineRows(experiment, { filter, isOpen: () => false, catalog: nepiCatalog }));
  expect(found('example')).toEqual(['linux::Node', ' server']);
  expect(found('node client')).toEqual(['linux::Node', ' client']);
  expect(found('zebra')).toEqual([]);
});

test('arrow keys walk, unfold and go back to the parent', () => {
  const rows = open('type/linux::Node');
  expect(walk(rows, 0, 'ArrowDown')).toEqual({ to: 1 });
  expect(walk(rows, 1, 'ArrowRight')).toEqual({ toggle: 'resource/1' });
  expect(walk(rows, 1, 'ArrowLeft')).toEqual({ to: 0 });
  expect(walk(rows, 0, 'ArrowLeft')).toEqual({ toggle: 'type/linux::Node' });
  expect(walk(rows, 3, 'ArrowDown')).toEqual({ to: 3 });
  expect(walk(rows, 0, 'x')).toBeUndefined();
});

test('groups come first, with their resources in place of their types', () => {
  const grouped: Experiment = { ...experiment, groups: [{ name: 'Paris', guids: [3, 2], collapsed: true }] };
  const rows = outlineRows(grouped, {
    filter: '',
    isOpen: (key) => !key.startsWith('resource/'),
    catalog: nepiCatalog,
  });
  expect(texts(rows)).toEqual(['Paris', ' ping', ' client', 'linux::Node', ' server']);
  expect(rows[0]).toMatchObject({ kind: 'group', group: 0, collapsed: true, guids: [2, 3], place: 1, siblings: 2 });
});

test('equal labels have their guid; what can’t be seen is shown as what it is', () => {
  const odd: Experiment = {
    ...createExperiment('odd'),
    resources: [
      resource(1, 'linux::Node\u202e', 'job', { hostname: 'a\u001bb' }),
      resource(2, 'linux::Node\u202e', 'job'),
      resource(3, 'linux::Ping', '\u0007'),
      resource(4, 'linux::Ping', 'Zoë'),
    ],
    groups: [{ name: 'all\n', guids: [3, 4] }],
  };
  const rows = outlineRows(odd, { filter: '', isOpen: () => true, catalog: nepiCatalog });
  expect(rows.map(({ text }) => text)).toEqual(['all␊', 'Ping 3', 'Zoë', 'linux::Node\\u{202e}', 'job (1)', 'job (2)']);
  expect(rows.find((row) => row.kind === 'resource' && row.guid === 1)).toMatchObject({ summary: 'hostname=a␛b' });
  const found = outlineRows(odd, { filter: 'zoe', isOpen: () => true, catalog: nepiCatalog });
  expect(found.map(({ text }) => text)).toEqual(['all␊', 'Zoë']);
});
