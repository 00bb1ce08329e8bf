import { describe, expect, test } from 'vitest';
import { experimentFileSchema, experimentJsonSchema, FORMAT, VERSION } from '../../src/model/schema.ts';
import { MAX_GUID } from '../../src/model/units.ts';

const file = (more: object) => ({ format: FORMAT, version: VERSION, id: 'x', resources: [], ...more });
const node = (more: object) => file({ resources: [{ guid: 1, rtype: 'Node', ...more }] });
const behavior = (more: object) => node({ behavior: more });
const gate = (more: object) => behavior({ requires: [{ before: 'start', state: 'READY', ...more }] });
const fits = (value: unknown) => experimentFileSchema.safeParse(value).success;

describe('the schema takes', () => {
  test.each([
    file({}),
    file({ future: [{ any: 'thing' }] }),
    node({ guid: MAX_GUID }),
    node({ attributes: { a: '', b: 0, c: false } }),
    behavior({ run: { dist: 'triangular', min: '1s', mode: '2s', max: '3s' } }),
    behavior({ run: { dist: 'lognormal', median: '1s', sigma: 0 } }),
    behavior({ failure: { run: 1, stop: 0 } }),
    gate({ type: 'Node', atLeast: 2 }),
    gate({ path: ['Interface', 'Node'] }),
    file({ connections: [[1, 1]] }),
    file({ script: [] }),
    file({ script: [{ op: 'deploy', group: 0, waitAllReady: false }] }),
    file({ simulation: { workers: 0, seed: -5 } }),
    file({ groups: [{ name: 'Paris', guids: [1], collapsed: true, colour: 'red' }] }),
  ])('%j', (value) => {
    expect(fits(value)).toBe(true);
  });
});

describe('the schema refuses', () => {
  test.each([
    file({ version: 2 }),
    file({ groups: [{ name: '', guids: [1] }] }),
    file({ groups: [{ name: 'Paris', guids: [] }] }),
    file({ groups: [{ name: 'Paris', guids: [1], collapsed: 'no' }] }),
    file({ id: 5 }),
    node({ guid: 0 }),
    node({ guid: 1.5 }),
    node({ guid: '1' }),
    node({ guid: MAX_GUID + 1 }),
    node({ rtype: '' }),
    node({ attributes: { a: null } }),
    node({ position: { x: 1 } }),
    behavior({ run: '2m30s' }),
    behavior({ run: 5 }),
    behavior({ run: { dist: 'uniform', min: '1s' } }),
    behavior({ run: { dist: 'lognormal', median: '1s', sigma: -1 } }),
    behavior({ failure: { run: 1.1 } }),
    behavior({ failure: { run: -0.1 } }),
    behavior({ failure: { explode: 1 } }),
    gate({}),
    gate({ type: 'Node', path: ['Node'] }),
    gate({ path: [] }),
    gate({ type: 'Node', before: 'run' }),
    file({ connections: [[1, 2, 3]] }),
    file({ conditions: [{ resources: [], action: 'START', group: [1], state: 'READY' }] }),
    file({ conditions: [{ resources: [1], action: 'RELEASE', group: [1], state: 'READY' }] }),
    file({ script: [{ op: 'dance' }] }),
    file({ script: [{ op: 'sleep' }] }),
    file({ simulation: { workers: -1 } }),
    file({ simulation: { horizon: '1 day' } }),
  ])('%j', (value) => {
    expect(fits(value)).toBe(false);
  });
});

test('the JSON Schema leaves room for fields of later versions', () => {
  expect(JSON.stringify(experimentJsonSchema())).not.toContain('"additionalProperties":false');
});
