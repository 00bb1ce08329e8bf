import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExperiment, parseSteps, printExperiment, printSteps, type FileProblem } from '../../src/format/json.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import { experimentFileSchema } from '../../src/model/schema.ts';
import { experiment as anyExperiment } from './arbitrary-experiment.ts';

const HEAD = { format: 'nepi-studio.experiment', version: 1, id: 'test' };
const NODE = { guid: 7, rtype: 'linux::Node', label: 'server' };

function read(file: unknown): Experiment {
  const result = parseExperiment(typeof file === 'string' ? file : JSON.stringify(file));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.experiment;
}

function problems(file: unknown): readonly FileProblem[] {
  const result = parseExperiment(typeof file === 'string' ? file : JSON.stringify(file));
  expect(result.ok).toBe(false);
  return result.ok ? [] : result.problems;
}

/** The problems as `path: message`. */
const told = (file: unknown) => problems(file).map(({ path, message }) => `${path}: ${message}`);

describe('parseExperiment never throws', () => {
  test('for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        expect(parseExperiment(text).ok).toBe(false);
      }),
    );
  });

  test('for any JSON, alone or inside an experiment', () => {
    const field = fc.constantFrom(
      'types',
      'resources',
      'connections',
      'conditions',
      'script',
      'simulation',
      'id',
      'version',
      'other',
    );
    fc.assert(
      fc.property(
        fc.jsonValue(),
        field,
        fc.array(fc.constantFrom('guid', 'rtype', 'behavior', 'attributes', 'op', 'run', 'requires', 'traces')),
        (value, name, around) => {
          const nested = around.reduce<unknown>((inner, key) => ({ [key]: inner }), value);
          const messages = [value, [value], nested, [nested]].flatMap((put) => {
            const result = parseExperiment(JSON.stringify({ ...HEAD, resources: [NODE], [name]: put }));
            return result.ok ? [] : result.problems.map(({ message }) => message);
          });
          expect(messages.filter((message) => /Invalid|undefined|see the description/.test(message))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('for any experiment with one value replaced', () => {
    fc.assert(
      fc.property(anyExperiment, fc.nat(), fc.jsonValue({ maxDepth: 1 }), (experiment, at, put) => {
        let count = 0;
        const text = JSON.stringify(experiment, (_key, value: unknown) => (count++ === at % 60 ? put : value));
        const result = parseExperiment(text ?? '');
        const again = result.ok ? parseExperiment(printExperiment(result.experiment)) : result;
        expect(again).toEqual(result);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is refused, and how', () => {
  test('a truncated file', () => {
    const text = printExperiment(read({ ...HEAD, resources: [NODE] }));
    const cut = text.slice(0, text.indexOf('linux'));
    expect(problems(cut)).toEqual([
      {
        path: 'resources[0].rtype',
        line: 8,
        column: 17,
        message: 'the file ends too early, the object that begins in line 6 is not closed: it was probably cut off',
      },
    ]);
  });

  test.each([
    [[], ': this is not a NEPI Studio experiment: an empty list is no object'],
    [5, ': this is not a NEPI Studio experiment: 5 is no object'],
    [
      {},
      'format: this is not a NEPI Studio experiment: its format is missing, where an experiment has "nepi-studio.experiment"',
    ],
    [
      { format: 'clab' },
      'format: this is not a NEPI Studio experiment: its format is "clab", where an experiment has "nepi-studio.experiment"',
    ],
    [
      { ...HEAD, version: 2, resources: 'new' },
      'version: this file was written by a newer NEPI Studio (version 2); this one reads version 1: open it with the newer one',
    ],
    [{ ...HEAD, version: '1' }, 'version: the version is "1"; this NEPI Studio reads version 1'],
    [{ format: HEAD.format }, 'version: the version is missing; this NEPI Studio reads version 1'],
    [HEAD, 'resources: is missing: a list, in [ ], is needed here'],
    [
      { ...HEAD, resources: [{ ...NODE, behavior: { provision: '2m30s' } }] },
      'resources[0].behavior.provision: "2m30s" does not fit (guid 7, "server"): a time is one number and one unit (h, m, s, ms or us), such as 150s, 2.5m or 0.25s',
    ],
    [
      { ...HEAD, resources: [{ ...NODE, behavior: { start: { dist: 'uniform', min: '2m30s', max: '3m' } } }] },
      'resources[0].behavior.start.min: "2m30s" does not fit (guid 7, "server"): a time is one number and one unit (h, m, s, ms or us), such as 150s, 2.5m or 0.25s',
    ],
    [
      { ...HEAD, resources: [{ ...NODE, behavior: { start: { dist: 'weibull' } } }] },
      'resources[0].behavior.start.dist: "weibull" does not fit (guid 7, "server"): one of "uniform", "triangular", "normal", "lognormal", "exponential" is needed here',
    ],
    [
      { ...HEAD, resources: [{ ...NODE, behavior: { failure: { explode: 1 } } }] },
      'resources[0].behavior.failure.explode: 1 does not fit (guid 7, "server"): no field of this name is known here: check its spelling',
    ],
    [{ ...HEAD, resources: [{ rtype: 'linux::Node' }] }, 'resources[0].guid: is missing: a guid is a whole number'],
    [
      { ...HEAD, resources: [{ ...NODE, attributes: { hostname: null } }] },
      'resources[0].attributes.hostname: null does not fit (guid 7, "server"): an attribute is text, a number, true or false; to leave it unset, remove it',
    ],
    [
      { ...HEAD, resources: [NODE, { guid: 9, rtype: 'linux::Ping' }, { guid: 7, rtype: 'linux::Node' }] },
      'resources[2].guid: guid 7 is taken by resources[0]; guids are unique: give this resource another, such as 10',
    ],
    [
      { ...HEAD, resources: [NODE], connections: [[7, 8]] },
      'connections[0][1]: no resource has the guid 8: add it to resources, or take it out of this connection',
    ],
    [
      {
        ...HEAD,
        resources: [NODE],
        conditions: [{ resources: [7], action: 'START', group: [7, 3], state: 'STARTED' }],
      },
      'conditions[0].group[1]: no resource has the guid 3: add it to resources, or take it out of this condition',
    ],
    [
      { ...HEAD, resources: [NODE], script: [{ op: 'deploy' }, { op: 'waitFinished', resources: [1] }] },
      'script[1].resources[0]: no resource has the guid 1: add it to resources, or take it out of this step',
    ],
    [
      { ...HEAD, resources: [], types: [{ rtype: 'a' }, { rtype: 'a' }] },
      "types[1].rtype: the type 'a' is declared twice: rename or remove one of the two",
    ],
    [
      { ...HEAD, resources: [], script: [{ op: 'dance' }] },
      'script[0].op: "dance" does not fit: one of "deploy", "setWithConditions", "waitDeployed", "waitStarted", "waitFinished", "waitReleased", "set", "start", "stop", "sleep", "release", "shutdown" is needed here',
    ],
    [
      JSON.stringify({ ...HEAD, resources: [NODE] }).replace('"rtype"', '"attributes":{"__proto__":{"a":1}},"rtype"'),
      'resources[0].attributes.__proto__: this object does not fit (guid 7, "server"): an attribute is text, a number, true or false; to leave it unset, remove it',
    ],
    [
      JSON.stringify({ ...HEAD, resources: [NODE] }).replace(
        '"rtype"',
        '"behavior":{"failure":{"__proto__":1}},"rtype"',
      ),
      'resources[0].behavior.failure.__proto__: 1 does not fit (guid 7, "server"): no field of this name is known here: check its spelling',
    ],
    [
      { ...HEAD, resources: [{ ...NODE, position: { x: 1e20, y: 0 } }] },
      'resources[0].position.x: 100000000000000000000 does not fit (guid 7, "server"): a position is a number from -10000000 to 10000000, in pixels',
    ],
  ])('%j', (file, message) => {
    expect(told(file)).toEqual([message]);
  });

  test('a newer file is refused for its version only, whatever else is in it', () => {
    expect(problems({ ...HEAD, version: 7, resources: [{ guid: 'a' }] })).toHaveLength(1);
  });

  test('lines and columns lead to the fault', () => {
    const text = `{
  "format": "nepi-studio.experiment", "version": 1, "id": "x",
  "resources": [
    {"guid": 1, "rtype": "a"},
    {"guid": 2, "rtype": "a",
     "behavior": {"run": "2m30s"}}
  ],
  "simulation": {"workers": -1}
}`;
    expect(problems(text)).toMatchObject([
      { path: 'resources[1].behavior.run', line: 6, column: 26 },
      { path: 'simulation.workers', line: 8, column: 29 },
    ]);
  });

  test('lists twenty problems and counts the others', () => {
    const connections = Array.from({ length: 30 }, () => [7, 8]);
    const lines = told({ ...HEAD, resources: [NODE], connections });
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe(': and 10 more problems');
  });
});

describe('what is kept', () => {
  const file = {
    future: { a: [1], resources: { attributes: {} } },
    ...HEAD,
    types: [{ rtype: 'my::Type', color: 'red', attributes: [{ name: 'a', type: 'BOOL', unit: 's' }] }],
    resources: [
      {
        ...NODE,
        attributes: { constructor: 'x', toString: 5 },
        traces: [],
        position: { x: 1, y: 2, z: 3 },
        behavior: { run: { dist: 'uniform', min: '1s', max: '2s', note: 'n' }, boil: '5s' },
      },
    ],
    connections: [],
    conditions: [{ resources: [7], action: 'START', group: [7], state: 'READY', why: 'because' }],
    script: [{ op: 'deploy', comment: 'all' }],
    simulation: { engine: 'fast' },
    groups: [{ name: 'Paris', guids: [7], colour: 'red' }],
  };

  test('unknown fields at every level', () => {
    expect(read(file)).toEqual(file);
    expect(read(printExperiment(read(file)))).toEqual(file);
  });

  test("fields called like parts of JavaScript's objects are plain fields", () => {
    const [resource] = read(file).resources;
    expect(Object.keys(resource?.attributes ?? {})).toEqual(['constructor', 'toString']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('lists left out are filled in', () => {
    expect(read({ ...HEAD, resources: [NODE] })).toEqual({
      ...HEAD,
      types: [],
      resources: [{ ...NODE, attributes: {}, traces: [] }],
      connections: [],
      conditions: [],
      simulation: {},
      groups: [],
    });
  });

  test('a file may begin with a byte order mark', () => {
    expect(read(`\ufeff${JSON.stringify({ ...HEAD, resources: [] })}`).id).toBe('test');
  });
});

describe('printExperiment', () => {
  test('reading it back gives an equal experiment, and the same text again', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const text = printExperiment(experiment);
        const again = read(text);
        expect(again).toEqual(experiment);
        expect(printExperiment(again)).toBe(text);
        expect(experimentFileSchema.safeParse(JSON.parse(text)).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the order of fields in the file does not matter, but for unknown ones', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const known = Object.entries(experiment).filter(([name]) => Object.hasOwn(experimentFileSchema.shape, name));
        const plain = Object.fromEntries(known);
        const turned = Object.fromEntries(known.toReversed());
        expect(printExperiment(turned as unknown as Experiment)).toBe(printExperiment(plain as unknown as Experiment));
      }),
      { numRuns: 50 },
    );
  });

  test('is laid out for people', () => {
    const printed = printExperiment(
      read({
        more: 'kept',
        simulation: { seed: 5 },
        resources: [
          { position: { y: 40, x: 20 }, rtype: 'linux::Node', guid: 1, attributes: {}, traces: ['a', 'b'] },
          { guid: 2, rtype: 'linux::Ping', behavior: { run: { max: '9s', min: '1s', dist: 'uniform' }, start: '1s' } },
        ],
        connections: [[1, 2]],
        conditions: [{ group: [1], state: 'STARTED', time: '5s', resources: [2], action: 'START' }],
        script: [{ op: 'deploy' }, { resources: Array.from({ length: 40 }, () => 1), op: 'waitStarted' }],
        types: [],
        ...HEAD,
      }),
    );
    expect(printed).toBe(`{
  "format": "nepi-studio.experiment",
  "version": 1,
  "id": "test",
  "resources": [
    {
      "guid": 1,
      "rtype": "linux::Node",
      "position": { "x": 20, "y": 40 },
      "traces": ["a", "b"]
    },
    {
      "guid": 2,
      "rtype": "linux::Ping",
      "behavior": { "start": "1s", "run": { "dist": "uniform", "min": "1s", "max": "9s" } }
    }
  ],
  "connections": [
    [1, 2]
  ],
  "conditions": [
    { "resources": [2], "action": "START", "group": [1], "state": "STARTED", "time": "5s" }
  ],
  "script": [
    { "op": "deploy" },
    {
      "op": "waitStarted",
      "resources": [
${Array.from({ length: 40 }, () => '        1').join(',\n')}
      ]
    }
  ],
  "simulation": { "seed": 5 },
  "more": "kept"
}
`);
  });
});

const golden = join(import.meta.dirname, '../golden');
const goldenNames = readdirSync(golden).filter((name) => name.endsWith('.json') && !name.endsWith('.trace.json'));

test.each(goldenNames)('golden %s opens and prints to itself', (name) => {
  const experiment = read(readFileSync(join(golden, name), 'utf8'));
  expect(read(printExperiment(experiment))).toEqual(experiment);
});

test('what is printed and read in steps is the same', () => {
  function inSteps<Result>(work: Generator<void, Result>): Result {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
    }
  }
  fc.assert(
    fc.property(anyExperiment, (experiment) => {
      // A copy, so that no text of its parts is remembered.
      const text = inSteps(printSteps(structuredClone(experiment)));
      expect(text).toBe(printExperiment(experiment));
      expect(inSteps(parseSteps(text))).toEqual(parseExperiment(text));
    }),
  );
});
