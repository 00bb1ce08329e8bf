import { expect, test } from 'vitest';
import { applyEdit, type Edit } from '../../src/edit/edit.ts';
import { changeProblem } from '../../src/format/change-problem.ts';
import { MAX_POSITION } from '../../src/model/place.ts';
import { clients, resource } from '../edit/experiments.ts';

const problemOf = (edit: Edit) => changeProblem(clients, applyEdit(clients, edit));

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
const with_ = (field: unknown) => ({ ...resource(9), more: field }) as ReturnType<typeof resource>;

test.each<[string, Edit, string]>([
  ['a guid that is taken', { kind: 'add', resources: [resource(2)] }, 'guid 2 is taken'],
  ['a guid beyond the limit', { kind: 'add', resources: [resource(2 ** 32)] }, 'a guid is at most 4294967295'],
  [
    'a type that is declared twice',
    { kind: 'set-types', types: [{ rtype: 'a' }, { rtype: 'a' }] },
    "the type 'a' is declared twice",
  ],
  [
    'a position beyond the limit',
    { kind: 'move', positions: new Map([[3, { x: MAX_POSITION + 1, y: 0 }]]) },
    'position.x: 10000001 does not fit (guid 3): a position is a number from -10000000 to 10000000',
  ],
  [
    'a position that is no number',
    { kind: 'move', positions: new Map([[3, { x: 0, y: Number.NaN }]]), field: 'conditionsPosition' },
    'or hold what is no JSON',
  ],
  [
    'a time that is too long',
    { kind: 'set-behavior', guids: [4], change: { run: '99999999h' } },
    'behavior.run: "99999999h" does not fit (guid 4): this time is too long',
  ],
  ['a seed beyond the limit', { kind: 'set-simulation', simulation: { seed: 2 ** 53 } }, 'simulation.seed'],
  ['an unknown guid in a step', { kind: 'set-script', script: [{ op: 'start', resources: [7] }] }, 'the guid 7'],
  ['an unknown guid in a connection', { kind: 'connect', connections: [[1, 7]] }, 'the guid 7'],
  [
    'an unknown guid in a condition',
    { kind: 'add-condition', condition: { resources: [1], action: 'START', group: [7], state: 'READY' } },
    'the guid 7',
  ],
  ['an unknown guid in a group', { kind: 'group', groups: [{ name: 'a', guids: [7] }] }, 'the guid 7'],
  ['a group twice over', { kind: 'group', groups: [{ name: 'a', guids: [2, 2] }] }, 'stands twice in this group'],
  ['an empty name', { kind: 'set-trace', guids: [2], trace: '', enabled: true }, 'traces[0]'],
  ['nesting', { kind: 'add', resources: [with_(nested(250))] }, 'nested more than 200 levels'],
  ['endless nesting', { kind: 'add', resources: [with_(nested(3000))] }, 'nested more than 200 levels'],
])('%s is told', (_, edit, says) => {
  expect(problemOf(edit)).toContain(says);
});

test('what the limits allow passes', () => {
  for (const edit of [
    { kind: 'add', resources: [resource(2 ** 32 - 1), with_(nested(197))] },
    { kind: 'move', positions: new Map([[3, { x: MAX_POSITION, y: -MAX_POSITION }]]) },
    { kind: 'set-attribute', guids: [2], name: '__proto__', value: 'x' },
    { kind: 'remove', guids: [1, 2] },
  ] satisfies Edit[]) {
    expect(problemOf(edit)).toBeUndefined();
  }
});

test('a resource that was removed in an odd way leaves no mention behind', () => {
  const after = { ...clients, resources: clients.resources.slice(1) };
  expect(changeProblem(clients, after)).toContain('no resource has the guid 1');
});

test('only what changed is looked at', () => {
  const guarded = new Proxy(clients.resources[0]!, {
    ownKeys() {
      throw new Error('looked at');
    },
  });
  const before = { ...clients, resources: [guarded, ...clients.resources.slice(1)] };
  expect(changeProblem(before, applyEdit(before, { kind: 'set-label', guid: 3, label: 'c' }))).toBeUndefined();
});
