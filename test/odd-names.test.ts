// Names that every JavaScript object has of itself are names like any other, from the file to the record and the exports.
import { expect, test } from 'vitest';
import { nepiCatalog } from '../src/catalog/catalog.ts';
import { parseExperiment, printExperiment } from '../src/format/json.ts';
import { type Experiment, resourceLabel } from '../src/model/experiment.ts';
import { printCsv } from '../src/record/csv.ts';
import { sharedAttributes } from '../src/ui/fields/common-attributes.ts';
import { groupTypes } from '../src/ui/types/palette-groups.ts';
import { familyOf } from '../src/ui/types/resource-family.ts';
import { withUserTypes } from '../src/model/rtype.ts';
import { run } from './cli/test-terminal.ts';
import { INHERITED_NAMES as NAMES } from './format/arbitrary-experiment.ts';
import { makeRecord } from './support/make-chunk.ts';

const text = JSON.stringify({
  format: 'nepi-studio.experiment',
  version: 1,
  id: '__proto__',
  ['__proto__']: { kept: [1] },
  types: NAMES.map((rtype) => ({
    rtype,
    extends: 'linux::Application',
    attributes: NAMES.map((name) => ({ name, type: 'STRING' })),
    traces: NAMES,
    ['__proto__']: 'of a type',
  })),
  resources: [
    ...NAMES.map((rtype, index) => ({
      guid: index + 1,
      rtype,
      label: rtype,
      ['__proto__']: 'of a resource',
      attributes: { ['__proto__']: 'set', toString: 'set too' },
      traces: NAMES,
      behavior: { run: '5s', ['__proto__']: 'of a behavior' },
    })),
    { guid: 9, rtype: 'linux::Node', attributes: { hostname: 'h' } },
  ],
  connections: NAMES.map((_name, index) => [index + 1, 9]),
  conditions: [{ resources: [2], action: 'START', group: [1], state: 'STARTED', ['__proto__']: 1 }],
  script: [
    { op: 'deploy' },
    { op: 'set', resources: [1], attribute: '__proto__', value: 'later' },
    { op: 'waitFinished', resources: [1] },
    { op: 'shutdown' },
  ],
});

function read(file: string): Experiment {
  const parsed = parseExperiment(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.experiment;
}

test('all of them survive reading and writing', () => {
  expect(JSON.parse(printExperiment(read(text)))).toEqual(JSON.parse(text));
  expect(Object.getPrototypeOf(read(text).resources[0])).toBe(Object.prototype);
});

test('fields that a resource leaves out are filled in beside one called __proto__', () => {
  const bare = read(text.replaceAll(/"traces":\[[^\]]*\],"behavior"/g, '"behavior"')).resources[0]!;
  expect(bare.traces).toEqual([]);
  expect(Object.hasOwn(bare, '__proto__')).toBe(true);
});

test('the palette and the inspector take them for names', () => {
  const experiment = read(text);
  const types = withUserTypes(nepiCatalog, experiment.types);
  const own = groupTypes(types).find(({ key }) => key === 'own');
  expect(own?.types.map(({ rtype }) => rtype).toSorted()).toEqual(NAMES.toSorted());
  const values = sharedAttributes([experiment.resources[0]!], types).map(({ definition, value }) => [
    definition.name,
    value,
  ]);
  expect(values).toContainEqual(['__proto__', 'set']);
  expect(values).toContainEqual(['valueOf', undefined]);
  for (const rtype of NAMES) expect(familyOf({ rtype, lineage: [rtype] })).toBe('other');
});

test('the command line checks and runs them', async () => {
  const checked = await run(['check', '-'], text);
  expect(checked).toMatchObject({ exit: 0, err: '' });
  const { exit, out } = await run(['simulate', '--json', '-'], text);
  expect(exit).toBe(0);
  const set = (JSON.parse(out) as { events: unknown[][] }).events.find((event) => event.includes('set'));
  expect(JSON.stringify(set)).toContain('["__proto__","later"]');
});

test('a run’s table names them', () => {
  const record = makeRecord({
    events: [{ time: 5, guid: 1, what: 'set' }],
    details: [{ event: 0, set: ['__proto__', 'later'] }],
    now: 9,
  });
  const { resources } = read(text);
  const table = printCsv(record, (guid) => resourceLabel(resources[guid - 1]!));
  expect(table).toContain('__proto__');
  expect(table).not.toContain('[native code]');
});
