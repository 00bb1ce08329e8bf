import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExperiment, printExperiment } from '../../src/format/json.ts';

const HEAD = '"format": "nepi-studio.experiment", "version": 1, "id": "numbers"';

function saved(text: string): string {
  const parsed = parseExperiment(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return printExperiment(parsed.experiment);
}

/** Any number that JSON's grammar allows. */
const numberText = fc.stringMatching(/^-?(0|[1-9][0-9]{0,40})(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,5})?$/);

describe('a number in a field that we do not know', () => {
  test('is saved with the digits that it was opened with', () => {
    fc.assert(
      fc.property(numberText, (number) => {
        const text = saved(
          `{${HEAD}, "resources": [{ "guid": 1, "rtype": "linux::Node", "x-n": ${number}, "position": {"x": 1, "y": 2, "z": ${number}} }], "x-list": [[${number}]]}`,
        );
        expect(text).toContain(`"x-n": ${number}\n`);
        expect(text).toContain(`"z": ${number} }`);
        expect(text).toContain(`"x-list": [[${number}]]\n`);
        expect(saved(text)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a number in a field that we know', () => {
  /** An experiment with numbers wherever there may be some. */
  const fields = (number: string) =>
    [
      `"resources": [{ "guid": ${number}, "rtype": "a" }]`,
      `"resources": [{ "guid": 1, "rtype": "a", "position": { "x": ${number}, "y": 0 } }]`,
      `"resources": [{ "guid": 1, "rtype": "a", "attributes": { "n": ${number} } }]`,
      `"resources": [{ "guid": 1, "rtype": "a", "behavior": { "run": { "dist": "lognormal", "median": "1s", "sigma": ${number} } } }]`,
      `"resources": [{ "guid": 1, "rtype": "a", "behavior": { "failure": { "run": ${number} } } }]`,
      `"resources": [], "simulation": { "seed": ${number} }`,
      `"resources": [], "connections": [[1, ${number}]]`,
      `"resources": [], "types": [{ "rtype": "a", "attributes": [{ "name": "n", "type": "INTEGER", "range": [0, ${number}] }] }]`,
      `"resources": [], "types": [{ "rtype": "a", "attributes": [{ "name": "n", "type": "ENUM", "allowed": [${number}] }] }]`,
    ].map((field) => `{${HEAD},\n ${field}}`);

  test.each([
    ['9007199254740993', 'the number 9007199254740993 would become 9007199254740992 here'],
    ['0.12345678901234567890', 'the number 0.12345678901234567890 would become 0.12345678901234568 here'],
    ['1e-400', 'the number 1e-400 would become 0 here'],
    ['1e400', 'the number 1e400 is too large'],
  ])('is refused when it would change: %s', (number, message) => {
    for (const text of fields(number)) {
      const parsed = parseExperiment(text);
      const column = text.split('\n')[1]!.indexOf(number) + 1;
      expect(parsed).toMatchObject({
        ok: false,
        recognized: true,
        problems: [{ line: 2, column, message: expect.stringContaining(message) }],
      });
    }
  });

  test('is not quoted where it may be a secret', () => {
    const file = (field: string) => `{${HEAD}, "resources": [{ "guid": 1, "rtype": "a", "attributes": {${field}} }]}`;
    for (const field of ['"password": 9007199254740993', '"password": 007']) {
      const parsed = parseExperiment(file(field));
      expect(JSON.stringify(parsed)).not.toMatch(/900719925474099|007/);
      expect(parsed).toMatchObject({
        ok: false,
        problems: [{ line: 1, message: expect.stringMatching(/^this (number|is not)/) }],
      });
    }
  });

  test('is taken when it says the same in another way, -0 too', () => {
    const text = (x: string, y: string) =>
      `{${HEAD}, "resources": [{ "guid": 1.0, "rtype": "a", "position": { "x": ${x}, "y": ${y} } }]}`;
    expect(saved(text('1.50', '-0'))).toContain('"position": { "x": 1.5, "y": -0 }');
    expect(saved(text('1e2', '25E-1'))).toContain('"position": { "x": 100, "y": 2.5 }');
    expect(saved(text('1e2', '25E-1'))).toContain('"guid": 1,');
  });
});
