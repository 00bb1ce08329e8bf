import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyResources, pasteResources } from '../../src/edit/clipboard.ts';
import { parseClipboard, printClipboard } from '../../src/edit/clipboard-text.ts';
import { applyEdit } from '../../src/edit/edit.ts';
import { createExperiment } from '../../src/model/experiment.ts';
import { MAX_POSITION, placeIn } from '../../src/model/place.ts';
import { MAX_GUID } from '../../src/model/units.ts';
import { anyExperiment, clients, resource } from './experiments.ts';

const copy = (guids: number[]) => copyResources(clients, new Set(guids));

test('a copy holds what lies inside the selection', () => {
  const content = copy([2, 3, 4]);
  expect(content.resources.map(({ guid }) => guid)).toEqual([2, 3, 4]);
  expect(content.connections).toEqual([]);
  expect(content.conditions).toEqual(clients.conditions);
  expect(content.outside.connections).toHaveLength(3);
});

test('a paste has guids of its own and stands 20 px off', () => {
  const { edit, guids } = pasteResources(clients, copy([1, 2]));
  const after = applyEdit(clients, edit);
  expect(guids).toEqual([5, 6]);
  expect(after.resources.slice(4)).toEqual([
    resource(5, { rtype: 'linux::Node', position: { x: 20, y: 20 } }),
    resource(6, { label: 'server', position: { x: 120, y: 20 }, attributes: { command: 'iperf -s' } }),
  ]);
  expect(after.connections.slice(3)).toEqual([[5, 6]]);
  expect(after.conditions).toEqual(clients.conditions);
});

test('pasting again does not cover the paste before', () => {
  const content = copy([1]);
  const once = applyEdit(clients, pasteResources(clients, content).edit);
  const twice = applyEdit(once, pasteResources(once, content).edit);
  expect(twice.resources.slice(4).map(({ position }) => position)).toEqual([
    { x: 20, y: 20 },
    { x: 40, y: 40 },
  ]);
});

test('no card of a paste stands exactly where another does, in either picture', () => {
  const place = fc.record({ x: fc.constantFrom(0, 20, 40), y: fc.constantFrom(0, 20, 40) });
  const places = fc.array(fc.tuple(place, fc.option(place, { nil: undefined })), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(places, fc.nat({ max: 7 }), (all, more) => {
      const resources = all.map(([position, conditionsPosition], index) =>
        resource(index + 1, { position, ...(conditionsPosition && { conditionsPosition }) }),
      );
      const start = { ...createExperiment('places'), resources };
      const content = copyResources(start, new Set(resources.slice(0, 1 + more).map(({ guid }) => guid)));
      const after = applyEdit(start, pasteResources(start, content).edit).resources;
      for (const field of ['position', 'conditionsPosition'] as const) {
        const keyOf = (one: (typeof after)[number]) => JSON.stringify(placeIn(one, field));
        const taken = new Set(resources.map(keyOf));
        expect(after.slice(resources.length).filter((pasted) => taken.has(keyOf(pasted)))).toEqual([]);
      }
    }),
  );
});

test('a whole group is pasted beside what stands there, however often', () => {
  const start = { ...clients, groups: [{ name: 'Paris', guids: [2, 3, 4] }] };
  const content = copyResources(start, new Set([2, 3, 4]));
  const once = applyEdit(start, pasteResources(start, content).edit);
  const twice = applyEdit(once, pasteResources(once, content).edit);
  expect(twice.resources.slice(4).map(({ position }) => position)).toEqual([
    { x: 380, y: 0 },
    { x: 380, y: 100 },
    { x: 380, y: 200 },
    { x: 660, y: 0 },
    { x: 660, y: 100 },
    { x: 660, y: 200 },
  ]);
});

test('a paste at a point has its middle there', () => {
  const { edit } = pasteResources(clients, copy([2, 4]), { at: { x: 500, y: 500 } });
  const pasted = applyEdit(clients, edit).resources.slice(4);
  expect(pasted.map(({ position }) => position)).toEqual([
    { x: 500, y: 400 },
    { x: 500, y: 600 },
  ]);
});

test('a paste with the ties to outside keeps them where the others still are', () => {
  const { edit } = pasteResources(clients, copy([3]), { withOutside: true });
  const after = applyEdit(clients, edit);
  expect(after.connections.at(-1)).toEqual([1, 5]);
  expect(after.conditions.slice(2)).toEqual([
    { resources: [5, 4], action: 'START', group: [2], state: 'STARTED', time: '2s' },
    { resources: [2], action: 'STOP', group: [5, 4], state: 'STOPPED' },
  ]);
  const elsewhere = { ...createExperiment('other'), resources: [resource(1)] };
  const pasted = applyEdit(elsewhere, pasteResources(elsewhere, copy([3]), { withOutside: true }).edit);
  expect(pasted.connections).toEqual([]);
  expect(pasted.conditions).toEqual([]);
});

test("the user's own types travel along, once", () => {
  const types = [{ rtype: 'my::Base' }, { rtype: 'my::App', extends: 'my::Base' }, { rtype: 'my::Other' }];
  const source = { ...createExperiment('own'), types, resources: [resource(1, { rtype: 'my::App' })] };
  const content = copyResources(source, new Set([1]));
  const target = createExperiment('target');
  const once = applyEdit(target, pasteResources(target, content).edit);
  const twice = applyEdit(once, pasteResources(once, content).edit);
  expect(twice.types.map(({ rtype }) => rtype)).toEqual(['my::Base', 'my::App']);
});

test('text that is no clipboard of ours is none', () => {
  const good = printClipboard(copy([1, 2]));
  expect(parseClipboard(good)).toEqual({ ok: true, content: copy([1, 2]) });
  for (const other of ['', 'hello', 'nepi-studio.clipboard', '{"format":"nepi-studio.clipboard 2"}', `[${good}]`]) {
    expect(parseClipboard(other)).toBeUndefined();
  }
});

describe('a copy that can’t be pasted says why', () => {
  const all = copy([1, 2, 3, 4]);
  const [first] = all.resources;
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const with_ = (changes: object) => JSON.stringify({ ...JSON.parse(printClipboard(all)), ...changes });
  const deep = (levels: number) => with_({ resources: [{ ...first, x: 'DEEP' }] }).replace('"DEEP"', nested(levels));
  test.each([
    ['it is cut off', '{"format":"nepi-studio.clipboard"', 'the file ends too early'],
    ['another version', with_({ version: 2 }), 'another version'],
    ['a wrong guid', with_({ resources: [{ ...first, guid: -1 }] }), 'resources[0].guid: -1 does not fit'],
    ['a missing type', with_({ resources: [{ guid: 1 }] }), 'resources[0].rtype: is missing'],
    ['a guid twice', with_({ resources: [first, first] }), 'guid 1 is taken by resources[0]'],
    ['a type twice', with_({ types: [{ rtype: 'a' }, { rtype: 'a' }] }), "the type 'a' is declared twice"],
    [
      'a far position',
      with_({ resources: [{ ...first, position: { x: 1e308, y: 0 } }] }),
      'a position is a number from',
    ],
    ['a connection to none of it', with_({ connections: [[1, 99]] }), 'no resource has the guid 99'],
    ['a wrong tie', with_({ outside: { connections: [[1]], conditions: [] } }), 'connections[0]'],
    ['250 levels', deep(250), 'nested more than 200 levels'],
    ['3,000 levels', deep(3000), 'nested more than 200 levels'],
  ])('%s', (_, text, says) => {
    const read = parseClipboard(text);
    expect(read).toMatchObject({ ok: false, problem: expect.stringContaining(says) });
  });
});

test('a paste takes free guids below the limit', () => {
  const top = { ...createExperiment('top'), resources: [resource(1), resource(MAX_GUID - 1)] };
  const { guids, edit } = pasteResources(top, copyResources(top, new Set([1, MAX_GUID - 1])));
  expect(guids).toEqual([2, 3]);
  expect(applyEdit(top, edit).resources.map(({ guid }) => guid)).toEqual([1, MAX_GUID - 1, 2, 3]);
});

test('a paste at the end of the canvas keeps its shape', () => {
  const at = (x: number) => ({ position: { x, y: 0 } });
  const end = {
    ...createExperiment('end'),
    resources: [resource(1, at(MAX_POSITION - 100)), resource(2, at(MAX_POSITION - 5))],
  };
  const { edit } = pasteResources(end, copyResources(end, new Set([1, 2])));
  const pasted = applyEdit(end, edit).resources.slice(2);
  expect(pasted.map(({ position }) => position)).toEqual([
    { x: MAX_POSITION - 95, y: 20 },
    { x: MAX_POSITION, y: 20 },
  ]);
});

test('copying all and pasting gives each part once more, and its text reads back as itself', () => {
  fc.assert(
    fc.property(anyExperiment, (experiment) => {
      const content = copyResources(experiment, new Set(experiment.resources.map(({ guid }) => guid)));
      expect(parseClipboard(printClipboard(content))).toEqual({ ok: true, content });
      const after = applyEdit(experiment, pasteResources(experiment, content).edit);
      expect(after.resources).toHaveLength(experiment.resources.length * 2);
      expect(after.connections).toHaveLength(experiment.connections.length * 2);
      expect(after.conditions).toHaveLength(experiment.conditions.length * 2);
      expect(new Set(after.resources.map(({ guid }) => guid)).size).toBe(after.resources.length);
    }),
  );
});

test('a copy keeps the digits of numbers in unknown fields, and is refused where a known one would lose some', () => {
  const file = (x: string, outside = '1') => `{"format": "nepi-studio.clipboard", "version": 1, "id": "a", "types": [],
    "resources": [{"guid": 1, "rtype": "linux::Node", "x-n": 12345678901234567890, "position": {"x": ${x}, "y": -0}}],
    "connections": [], "conditions": [], "outside": {"connections": [[1, ${outside}]], "conditions": []}}`;
  const reading = parseClipboard(file('1.50'));
  if (!reading?.ok) throw new Error(JSON.stringify(reading));
  const again = printClipboard(reading.content);
  expect(again).toContain('"x-n": 12345678901234567890');
  expect(again).toContain('"position": { "x": 1.5, "y": -0 }');
  expect(parseClipboard(again)).toEqual(reading);
  expect(parseClipboard(file('0.12345678901234567890'))).toMatchObject({
    ok: false,
    problem: expect.stringContaining('would become 0.12345678901234568'),
  });
  expect(parseClipboard(file('1', '9007199254740993'))).toMatchObject({ ok: false });
});
