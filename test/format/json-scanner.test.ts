import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locate, placeAt, printPath } from '../../src/format/json-positions.ts';
import { scanJson, type WrittenNumber } from '../../src/format/json-scanner.ts';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Text that is nearly JSON: valid JSON with a stretch cut out, doubled or replaced. */
const nearlyJson = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.nat(),
    fc.nat(8),
    fc.constantFrom('', ',', '"', '}', ']', '\\', '-', '1', ':', '{', '\n', 'u00'),
  )
  .map(([json, at, length, put]) => {
    const start = at % (json.length + 1);
    return json.slice(0, start) + put + json.slice(start + length);
  });

describe('scanJson', () => {
  test('refuses whatever JSON.parse refuses, and takes what it takes', () => {
    // What JSON.parse takes and we refuse on purpose.
    const ours = /twice/;
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), nearlyJson), (text) => {
        const fault = scanJson(text);
        fc.pre(!(fault && ours.test(fault.message)));
        expect(fault === undefined).toBe(parses(text));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['', 'the file is empty'],
    [' \n', 'the file is empty'],
    ['<experiment/>', 'XML or HTML'],
    ['{"a": 1', 'the object that begins in line 1 is not closed'],
    ['{\n"a": [1,', 'the list that begins in line 2 is not closed'],
    ['{\n"a": "tex', 'the object that begins in line 1 is not closed'],
    ['{"a": tru', 'ends too early'],
    ['{"a": "\\u00', 'ends too early'],
    ['{"a"', 'ends too early'],
    ['{"a": 1,}', 'remove the comma'],
    ['[1,]', 'remove the comma'],
    ["{'a': 1}", 'the name of a field must stand in double quotes'],
    ['{a: 1}', 'the name of a field must stand in double quotes'],
    ['{"a": \'b\'}', 'double quotes'],
    ['{"a": b}', "'b' must stand in double quotes"],
    ['{"a": 01}', "'01' is not a number in JSON: write 1"],
    ['{"a": .5}', 'write 0.5'],
    ['{"a": -5.}', 'write -5'],
    ['{"a": +5e3}', 'write 5e3'],
    ['{"a": 0x10}', 'write it in decimal, 16'],
    ['{"a": 10s}', 'put it in double quotes'],
    ['{"a": True}', "'True' must be written true in JSON"],
    ['{"a": FALSE}', 'must be written false'],
    ['{"a": None}', "JSON has no 'None': leave the field out, or write null"],
    ['{"a": undefined}', "JSON has no 'undefined'"],
    ['{"a": NaN}', "JSON has no 'NaN': write a number"],
    ['{"a": -Infinity}', "JSON has no '-Infinity': write a number"],
    ['{"a": “b”}', 'straight double quotes'],
    ['{"a": 1 // one\n}', 'JSON has no comments'],
    ['{"a": /* one */ 1}', 'JSON has no comments'],
    ['{"a" /* one */: 1}', 'JSON has no comments'],
    ['{"a": 1, # one\n"b": 2}', 'JSON has no comments'],
    ['{"a": 1}\n// the end', 'JSON has no comments'],
    ['{"a" 1}', "a colon is missing after the name 'a'"],
    ['{"a": 1 "b": 2}', "a comma or '}' is missing"],
    ['[1 2]', "a comma or ']' is missing"],
    ['{"a": 1} {', 'more text after the end'],
    ['// hello\n{}', 'no comments'],
    ['{"a": "x\ny"}', 'line break'],
    ['{"a": "C:\\dir"}', 'backslash'],
    ['{"a": 1, "a": 2}', "'a' stands here twice"],
    ['{"a": 1, "\\u0061": 2}', "'a' stands here twice"],
    ['['.repeat(100_000), 'nested more than 200 levels'],
  ])('%j: %s', (text, message) => {
    expect(scanJson(text)?.message).toContain(message);
  });

  test('collects the numbers that would not be printed as they are written', () => {
    const numbers: WrittenNumber[] = [];
    const text = '{"a": [1, 1.0, -0, -0.0, 9007199254740993], "b": {"c": 1e400, "d": 1.5e-7}, "e": 1e2}';
    expect(scanJson(text, undefined, numbers)).toBeUndefined();
    expect(numbers).toEqual([
      { path: ['a', 1], text: '1.0' },
      { path: ['a', 3], text: '-0.0' },
      { path: ['a', 4], text: '9007199254740993' },
      { path: ['b', 'c'], text: '1e400' },
      { path: ['e'], text: '1e2' },
    ]);
  });

  test('says where', () => {
    const text = '{\n  "resources": [\n    {"guid": 1},\n    {"guid": 2, "guid": 3}\n  ]\n}';
    const fault = scanJson(text);
    expect(fault?.path).toEqual(['resources', 1, 'guid']);
    expect(placeAt(text, fault?.offset ?? -1)).toEqual({ line: 4, column: 17 });
  });
});

test('an object may have many fields, each once', () => {
  const fields = Array.from({ length: 500 }, (_, index) => `"f${index}": ${index}`);
  expect(scanJson(`{${fields.join(',')}}`)).toBeUndefined();
  expect(scanJson(`{${[...fields, '"f400": 1'].join(',')}}`)?.message).toContain("'f400' stands here twice");
});

test('locate finds values, and what is around those that are missing', () => {
  const text = '{\n  "a": [1, {"b":\n "c"}],\n  "d": {}\n}';
  expect(locate(text, [[], ['a', 1, 'b'], ['a', 0], ['d', 'e', 'f'], ['z']])).toEqual([
    { line: 1, column: 1 },
    { line: 3, column: 2 },
    { line: 2, column: 9 },
    { line: 4, column: 8 },
    { line: 1, column: 1 },
  ]);
});

test('printPath quotes names that are not plain words', () => {
  expect(printPath(['resources', 3, 'attributes', 'a b', 'c'])).toBe('resources[3].attributes["a b"].c');
  expect(printPath([])).toBe('');
});
