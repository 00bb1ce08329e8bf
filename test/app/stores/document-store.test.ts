import { expect, test } from 'vitest';
import { createDocumentStore } from '../../../src/app/stores/document-store.ts';
import type { Edit } from '../../../src/edit/edit.ts';
import { clients, resource } from '../../edit/experiments.ts';

const EDITS: readonly Edit[] = [
  { kind: 'add', resources: [resource(9)], connections: [[9, 1]] },
  { kind: 'remove', guids: [2] },
  { kind: 'remove', connections: [[1, 3]], conditions: [0] },
  { kind: 'move', positions: new Map([[1, { x: 7, y: 7 }]]) },
  { kind: 'set-label', guid: 3, label: 'client' },
  { kind: 'set-attribute', guids: [2, 3], name: 'command', value: 'ls' },
  { kind: 'set-trace', guids: [2], trace: 'stdout', enabled: true },
  { kind: 'set-behavior', guids: [4], change: { run: undefined, start: '1s' } },
  { kind: 'set-rtype', guids: [4], rtype: 'linux::Node' },
  { kind: 'connect', connections: [[2, 3]] },
  { kind: 'add-condition', condition: { resources: [4], action: 'STOP', group: [2], state: 'STARTED' } },
  { kind: 'change-condition', index: 0, condition: { resources: [3], action: 'START', group: [1], state: 'READY' } },
  { kind: 'set-script', script: [{ op: 'deploy' }] },
  { kind: 'set-simulation', simulation: { workers: 1 } },
  { kind: 'set-types', types: [{ rtype: 'my::Type' }] },
  { kind: 'set-id', id: 'renamed' },
  {
    kind: 'all',
    label: 'two things',
    edits: [
      { kind: 'set-id', id: 'renamed' },
      { kind: 'remove', guids: [1] },
    ],
  },
];

test.each(EDITS.map((edit) => [edit.kind, edit] as const))('%s is one step, undone and redone whole', (_, edit) => {
  const store = createDocumentStore(clients);
  const { temporal } = store;
  store.getState().apply(edit);
  const after = store.getState().experiment;
  expect(after).not.toEqual(clients);
  expect(temporal.getState().pastStates).toHaveLength(1);
  temporal.getState().undo();
  expect(store.getState().experiment).toBe(clients);
  temporal.getState().redo();
  expect(store.getState().experiment).toBe(after);
});

test('an edit that changes nothing is no step', () => {
  const store = createDocumentStore(clients);
  store.getState().apply({ kind: 'set-id', id: clients.id });
  expect(store.temporal.getState().pastStates).toEqual([]);
});

test('opening another experiment forgets the steps', () => {
  const store = createDocumentStore(clients);
  store.getState().apply({ kind: 'set-id', id: 'x' });
  store.getState().open(clients);
  expect(store.temporal.getState().pastStates).toEqual([]);
  expect(store.getState()).toMatchObject({ experiment: clients, lastEdit: '', opened: 1 });
});

test('an edit that could not be opened again changes nothing and is told', () => {
  const told: string[] = [];
  const store = createDocumentStore(clients, undefined, (reason) => told.push(reason));
  expect(store.getState().apply({ kind: 'add', resources: [resource(2)] })).toBe(false);
  expect(store.getState().experiment).toBe(clients);
  expect(store.temporal.getState().pastStates).toEqual([]);
  expect(told).toEqual([expect.stringMatching(/^Nothing was changed: .*guid 2 is taken/)]);
});
