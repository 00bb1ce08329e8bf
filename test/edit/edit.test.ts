import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeEdit } from '../../src/edit/describe.ts';
import { applyEdit, connectionKey, type Edit, sameConnection } from '../../src/edit/edit.ts';
import { resourcesByGuid } from '../../src/model/experiment.ts';
import { anyExperiment, clients, resource } from './experiments.ts';

const get = (guid: number, edit: Edit) => resourcesByGuid(applyEdit(clients, edit).resources).get(guid);

test('what an edit does not touch stays identical', () => {
  const after = applyEdit(clients, { kind: 'set-label', guid: 2, label: 'iperf' });
  expect(after.resources[1]).toEqual({ ...clients.resources[1], label: 'iperf' });
  expect(after.resources.filter((r, i) => r === clients.resources[i])).toHaveLength(3);
  expect(after.connections).toBe(clients.connections);
  expect(after.conditions).toBe(clients.conditions);
  expect(after.script).toBe(clients.script);
});

test.each<[string, Edit]>([
  ['a move to where it is', { kind: 'move', positions: new Map([[1, { x: 0, y: 0 }]]) }],
  ['connecting the connected', { kind: 'connect', connections: [[2, 1]] }],
  ['connecting one to itself', { kind: 'connect', connections: [[2, 2]] }],
  ['the same id', { kind: 'set-id', id: 'clients' }],
  ['the same label', { kind: 'set-label', guid: 2, label: 'server' }],
  ['no label where none is', { kind: 'set-label', guid: 3, label: '' }],
  ['the same attribute', { kind: 'set-attribute', guids: [2], name: 'command', value: 'iperf -s' }],
  [
    'taking back an attribute that is not set',
    { kind: 'set-attribute', guids: [1], name: 'command', value: undefined },
  ],
  ['the same type', { kind: 'set-rtype', guids: [2], rtype: 'linux::Application' }],
  ['enabling what is enabled', { kind: 'set-trace', guids: [3], trace: 'stdout', enabled: true }],
  ['the same behavior', { kind: 'set-behavior', guids: [4], change: { run: '5s' } }],
  ['removing nothing', { kind: 'remove' }],
  ['no edits at all', { kind: 'all', label: 'nothing', edits: [] }],
])('%s changes nothing, so leaves no undo step', (_, edit) => {
  expect(applyEdit(clients, edit)).toBe(clients);
});

test('attributes, traces, behavior, label and type of a resource', () => {
  expect(get(2, { kind: 'set-attribute', guids: [2], name: 'command', value: undefined })?.attributes).toEqual({});
  expect(get(3, { kind: 'set-trace', guids: [3], trace: 'stdout', enabled: false })?.traces).toEqual([]);
  expect(get(3, { kind: 'set-trace', guids: [3], trace: 'stderr', enabled: true })?.traces).toEqual([
    'stdout',
    'stderr',
  ]);
  expect(get(4, { kind: 'set-behavior', guids: [4], change: { run: undefined } })).toEqual(
    resource(4, { position: { x: 100, y: 200 } }),
  );
  expect(get(2, { kind: 'set-label', guid: 2, label: '' })).not.toHaveProperty('label');
  expect(get(2, { kind: 'set-rtype', guids: [2], rtype: 'linux::Iperf' })?.rtype).toBe('linux::Iperf');
});

test('an attribute named __proto__ is an attribute like any other', () => {
  const set = get(2, { kind: 'set-attribute', guids: [2], name: '__proto__', value: 'x' })!;
  expect(Object.entries(set.attributes)).toContainEqual(['__proto__', 'x']);
  expect(Object.getPrototypeOf(set.attributes)).toBe(Object.prototype);
});

test('several resources at once', () => {
  const edit: Edit = { kind: 'set-attribute', guids: [3, 4], name: 'sudo', value: true };
  expect([get(3, edit), get(4, edit), get(2, edit)].map((r) => r?.attributes['sudo'])).toEqual([true, true, undefined]);
});

test('removing a resource removes every mention of it', () => {
  const after = applyEdit(clients, { kind: 'remove', guids: [3] });
  expect(after.connections).toEqual([
    [1, 2],
    [4, 1],
  ]);
  expect(after.conditions.map(({ resources, group }) => [resources, group])).toEqual([
    [[4], [2]],
    [[2], [4]],
  ]);
  // A step that loses its last resource stays, for the rules to tell of: nothing of the program goes unseen.
  expect(after.script).toEqual([
    { op: 'deploy', resources: [1, 2] },
    { op: 'deploy', resources: [] },
    { op: 'waitFinished', resources: [4] },
    { op: 'setWithConditions', resources: [], attribute: 'command', value: 'x', group: [4], state: 'STOPPED' },
    { op: 'shutdown' },
  ]);
});

test('removing the last of a group removes the condition', () => {
  expect(applyEdit(clients, { kind: 'remove', guids: [2] }).conditions).toEqual([]);
});

test('removing edges leaves the resources', () => {
  const after = applyEdit(clients, { kind: 'remove', connections: [[2, 1]], conditions: [0] });
  expect(after.connections).toEqual([
    [1, 3],
    [4, 1],
  ]);
  expect(after.conditions).toEqual([clients.conditions[1]]);
  expect(after.resources).toEqual(clients.resources);
});

test('nothing is left dangling, whatever is removed', () => {
  fc.assert(
    fc.property(anyExperiment, fc.nat(), (experiment, pick) => {
      const { guid } = experiment.resources[pick % experiment.resources.length]!;
      const after = applyEdit(experiment, { kind: 'remove', guids: [guid] });
      const left = new Set(after.resources.map((r) => r.guid));
      expect(left.has(guid)).toBe(false);
      expect(after.connections.flat().every((g) => left.has(g))).toBe(true);
      for (const { resources, group } of after.conditions) {
        expect(resources.length && group.length).toBeGreaterThan(0);
        expect([...resources, ...group].every((g) => left.has(g))).toBe(true);
      }
    }),
  );
});

test('several edits as one', () => {
  const after = applyEdit(clients, {
    kind: 'all',
    label: 'add client',
    edits: [
      { kind: 'add', resources: [resource(5)] },
      { kind: 'connect', connections: [[5, 1]] },
    ],
  });
  expect(after.resources).toHaveLength(5);
  expect(after.connections).toHaveLength(4);
});

test('script, simulation, types, conditions and id', () => {
  expect(applyEdit(clients, { kind: 'set-script', script: undefined })).not.toHaveProperty('script');
  expect(applyEdit(clients, { kind: 'set-simulation', simulation: { seed: 7 } }).simulation).toEqual({ seed: 7 });
  expect(applyEdit(clients, { kind: 'set-types', types: [{ rtype: 'my::A' }] }).types).toEqual([{ rtype: 'my::A' }]);
  expect(applyEdit(clients, { kind: 'set-id', id: 'other' }).id).toBe('other');
  const condition = { resources: [2], action: 'START', group: [1], state: 'READY' } as const;
  expect(applyEdit(clients, { kind: 'add-condition', condition }).conditions).toHaveLength(3);
  expect(applyEdit(clients, { kind: 'change-condition', index: 1, condition }).conditions[1]).toBe(condition);
});

test('a connection has no direction', () => {
  expect(sameConnection([1, 2], [2, 1])).toBe(true);
  expect(sameConnection([1, 2], [1, 3])).toBe(false);
  expect(connectionKey([2, 1])).toBe(connectionKey([1, 2]));
});

test.each<[Edit, string]>([
  [{ kind: 'add', resources: [resource(9)] }, 'add linux::Application'],
  [{ kind: 'add', resources: [resource(8), resource(9)] }, 'add 2 resources'],
  [{ kind: 'remove', guids: [1] }, 'delete resource'],
  [{ kind: 'remove', connections: [[1, 2]] }, 'delete connection'],
  [{ kind: 'remove', conditions: [0, 1] }, 'delete 2 conditions'],
  [{ kind: 'remove', connections: [[1, 2]], conditions: [0] }, 'delete 2 edges'],
  [{ kind: 'move', positions: new Map([[1, { x: 1, y: 1 }]]) }, 'move resource'],
  [{ kind: 'set-attribute', guids: [1], name: 'hostname', value: undefined }, 'reset hostname'],
  [{ kind: 'all', label: 'cut 2 resources', edits: [] }, 'cut 2 resources'],
])('%j reads "%s"', (edit, words) => {
  expect(describeEdit(edit)).toBe(words);
});
