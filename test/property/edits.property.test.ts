// Whatever is done to an experiment, by any edit and any paste, with any values: what comes of it can be opened again, or
// nothing is done and a sentence says why.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocumentStore } from '../../src/app/stores/document-store.ts';
import { copyResources, pasteResources } from '../../src/edit/clipboard.ts';
import { parseClipboard, printClipboard } from '../../src/edit/clipboard-text.ts';
import { applyEdit, type Edit } from '../../src/edit/edit.ts';
import { changeProblem } from '../../src/format/change-problem.ts';
import { parseExperiment, printExperiment } from '../../src/format/json.ts';
import type { Experiment, Resource } from '../../src/model/experiment.ts';
import { MAX_POSITION } from '../../src/model/place.ts';
import { ACTIONS, PHASES, STATES } from '../../src/model/state.ts';
import { MAX_GUID } from '../../src/model/units.ts';
import { experiment as anyExperiment, INHERITED_NAMES } from '../format/arbitrary-experiment.ts';

/** Mostly what a file can hold, so that many edits are made, and some that it can't. */
const mostly = <T>(usual: fc.Arbitrary<T>, extreme: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: extreme });

const number = mostly(
  fc.constantFrom(0, 1, -0, MAX_POSITION),
  fc.constantFrom(-1, 0.5, 1e20, 1e308, -1e308, Number.NaN, Infinity, 2 ** 53, 2 ** 53 - 1, MAX_POSITION + 1),
);
const name = mostly(
  fc.oneof(fc.constantFrom('\u0000', '\ud800', 'a'.repeat(5000), ...INHERITED_NAMES), fc.string({ minLength: 1 })),
  fc.constant(''),
);
const value = fc.oneof(name, number, fc.boolean());
const time = mostly(
  fc.constantFrom('1s', '0us', '2500000h', '.5ms'),
  fc.constantFrom('99999999h', '1e3s', '2m30s', '', '-1s'),
);
const nested = mostly(fc.constantFrom(0, 1, 100), fc.constantFrom(196, 197, 198, 199, 250, 3000)).map((levels) => {
  let inner: unknown = 1;
  for (let level = 0; level < levels; level++) inner = level % 2 === 0 ? [inner] : { inner };
  return inner;
});
/** Few enough that many are in the experiment, and some that can't be. */
const guidOf = ({ resources }: Experiment) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...resources.map(({ guid }) => guid)) },
    { weight: 1, arbitrary: fc.constantFrom(0, -1, 1.5, 7, MAX_GUID, MAX_GUID + 1, Number.NaN) },
  );
const spec = fc.oneof(time, fc.record({ dist: fc.constant('lognormal' as const), median: time, sigma: number }));
const behavior = fc.record(
  {
    run: spec,
    provision: spec,
    requires: fc.array(
      fc.record({
        before: fc.constant('start' as const),
        type: name,
        state: fc.constantFrom(...STATES),
        atLeast: number,
      }),
      { maxLength: 2 },
    ),
    failure: fc.dictionary(fc.constantFrom(...PHASES), number, { maxKeys: 2, noNullPrototype: true }),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const point = fc.record({ x: number, y: number }, { noNullPrototype: true });
const place = fc.integer({ min: -1, max: 3 });

type EditOf<Kind extends Edit['kind']> = Extract<Edit, { readonly kind: Kind }>;

/** For each kind of edit, all that can be made. A kind that is missing here doesn't compile. */
function editsOf(experiment: Experiment): { readonly [Kind in Edit['kind']]: fc.Arbitrary<EditOf<Kind>> } {
  const guid = guidOf(experiment);
  const guids = fc.array(guid, { maxLength: 3 });
  const pair = fc.tuple(guid, guid);
  const condition = fc.record(
    { resources: guids, action: fc.constantFrom(...ACTIONS), group: guids, state: fc.constantFrom(...STATES), time },
    { requiredKeys: ['resources', 'action', 'group', 'state'], noNullPrototype: true },
  );
  const group = fc.record({ name, guids });
  const type = fc.record(
    { rtype: name, traces: fc.array(name, { maxLength: 2 }), behavior },
    { noNullPrototype: true },
  );
  const resource = fc.record(
    {
      guid: mostly(fc.integer({ min: 100_001, max: MAX_GUID }), guid),
      rtype: name,
      label: name,
      position: point,
      attributes: fc.dictionary(name, value, { maxKeys: 2, noNullPrototype: true }),
      traces: fc.array(name, { maxLength: 2 }),
      behavior,
      more: nested,
    },
    { requiredKeys: ['guid', 'rtype', 'attributes', 'traces'], noNullPrototype: true },
  ) as fc.Arbitrary<Resource>;
  const step = fc.oneof(
    fc.record({ op: fc.constantFrom('start', 'stop', 'waitStarted', 'release'), resources: guids }),
    fc.record({ op: fc.constant('sleep' as const), time }),
    fc.record({ op: fc.constant('deploy' as const), group: number }),
    fc.record({ op: fc.constant('set' as const), resources: guids, attribute: name, value }),
  );
  const simulation = fc.record(
    { workers: number, seed: number, horizon: time, rescheduleDelay: time },
    { requiredKeys: [] },
  );
  const positions = fc.array(fc.tuple(guid, point), { maxLength: 3 }).map((entries) => new Map(entries));
  const kinds = {
    add: fc.record(
      {
        resources: fc.array(resource, { maxLength: 2 }),
        connections: fc.array(pair, { maxLength: 2 }),
        conditions: fc.array(condition, { maxLength: 1 }),
        types: fc.array(type, { maxLength: 2 }),
        groups: fc.array(group, { maxLength: 1 }),
        into: place,
      },
      { requiredKeys: ['resources'] },
    ),
    'put-back': fc.record(
      {
        resources: fc.array(resource, { maxLength: 1 }),
        connections: fc.array(pair, { maxLength: 1 }),
        types: fc.array(type, { maxLength: 1 }),
        conditions: fc.array(condition, { maxLength: 1 }),
        groups: fc.array(group, { maxLength: 1 }),
        script: fc.array(step, { maxLength: 1 }),
      },
      { requiredKeys: ['resources', 'connections', 'types', 'conditions', 'groups'] },
    ),
    remove: fc.record(
      { guids, connections: fc.array(pair, { maxLength: 2 }), conditions: fc.array(place, { maxLength: 2 }) },
      { requiredKeys: [] },
    ),
    move: fc.record(
      { positions, field: fc.constantFrom('position', 'conditionsPosition'), others: positions },
      { requiredKeys: ['positions'] },
    ),
    'set-label': fc.record({ guid, label: name }),
    'set-attribute': fc.record({ guids, name, value: fc.option(value, { nil: undefined }) }),
    'set-trace': fc.record({ guids, trace: name, enabled: fc.boolean() }),
    'set-behavior': fc.record({ guids, change: behavior }),
    'set-rtype': fc.record({ guids, rtype: name }),
    connect: fc.record({ connections: fc.array(pair, { maxLength: 2 }) }),
    'add-condition': fc.record({ condition }),
    'change-condition': fc.record({ index: place, condition }),
    'set-script': fc.record({ script: fc.option(fc.array(step, { maxLength: 2 }), { nil: undefined }) }),
    'set-simulation': fc.record({ simulation }),
    'set-types': fc.record({ types: fc.array(type, { maxLength: 2 }) }),
    'set-id': fc.record({ id: name }),
    group: fc.record({ groups: fc.array(group, { maxLength: 2 }) }),
    ungroup: fc.record({ groups: fc.array(place, { maxLength: 2 }) }),
    'rename-group': fc.record({ index: place, name }),
    'collapse-groups': fc.record({ groups: fc.array(place, { maxLength: 2 }), collapsed: fc.boolean() }),
  };
  const simple = Object.fromEntries(
    Object.entries(kinds).map(([kind, fields]) => [
      kind,
      (fields as fc.Arbitrary<object>).map((made) => ({ ...made, kind })),
    ]),
  ) as unknown as { readonly [Kind in keyof typeof kinds]: fc.Arbitrary<EditOf<Kind>> };
  const several = fc.array(fc.oneof(...(Object.values(simple) as fc.Arbitrary<Edit>[])), { maxLength: 3 });
  return { ...simple, all: several.map((edits) => ({ kind: 'all', label: 'several', edits })) };
}

function expectReadBack(experiment: Experiment): void {
  const read = parseExperiment(printExperiment(experiment));
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  expect(read.experiment).toEqual(experiment);
}

const KINDS = fc.sample(anyExperiment, 1).flatMap((experiment) => Object.keys(editsOf(experiment)) as Edit['kind'][]);

test.each(KINDS)('%s: what it makes can be read back, or is refused', (kind) => {
  let applied = 0;
  fc.assert(
    fc.property(
      anyExperiment.chain((experiment) =>
        fc.tuple(fc.constant(experiment), editsOf(experiment)[kind] as fc.Arbitrary<Edit>),
      ),
      ([experiment, edit]) => {
        const told: string[] = [];
        const { getState } = createDocumentStore(experiment, undefined, (reason) => told.push(reason));
        if (getState().apply(edit)) {
          expectReadBack(getState().experiment);
          applied += 1;
        } else {
          expect(getState().experiment).toBe(experiment);
          expect(told).toEqual([expect.stringMatching(/^Nothing was changed: .+\.$/s)]);
        }
      },
    ),
    { numRuns: 100 },
  );
  expect(applied).toBeGreaterThan(0);
});

test('a paste of any text: what it makes can be read back, or is refused', () => {
  let pasted = 0;
  const texts = fc.tuple(anyExperiment, anyExperiment).chain(([source, target]) => {
    const all = new Set(source.resources.map(({ guid }) => guid));
    const copy = JSON.parse(printClipboard(copyResources(source, all))) as { resources: object[]; types: object[] };
    const extreme = fc.record(
      { guid: guidOf(source), position: point, more: nested, label: name, rtype: name },
      { requiredKeys: [], noNullPrototype: true },
    );
    const changed = fc.tuple(extreme, fc.boolean()).map(([fields, twice]) => ({
      ...copy,
      resources: copy.resources.map((resource, index) => (index === 0 ? { ...resource, ...fields } : resource)),
      types: twice ? [...copy.types, ...copy.types] : copy.types,
    }));
    return fc.tuple(
      fc.constant(target),
      fc.oneof(fc.constant(copy), changed).map((content) => JSON.stringify(content)),
    );
  });
  fc.assert(
    fc.property(texts, ([target, text]) => {
      const copy = parseClipboard(text);
      if (!copy?.ok) {
        expect(copy?.problem).toMatch(/./);
        return;
      }
      const after = applyEdit(target, pasteResources(target, copy.content).edit);
      if (changeProblem(target, after) !== undefined) return;
      pasted += 1;
      expectReadBack(after);
    }),
    { numRuns: 200 },
  );
  expect(pasted).toBeGreaterThan(0);
});
