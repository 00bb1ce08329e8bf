import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { printSchema } from '../../src/format/json-schema.ts';
import { run } from './test-terminal.ts';

test('--version is that of the package', async () => {
  expect(await run(['--version'])).toEqual({ exit: 0, out: `${packageJson.version}\n`, err: '' });
});

test('--help names the commands and the exit codes', async () => {
  const { exit, out, err } = await run(['--help']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  for (const word of ['simulate', 'check', 'schema', 'Exit codes']) expect(out).toContain(word);
});

test('each command has help of its own', async () => {
  const { exit, out } = await run(['simulate', '--help']);
  expect(exit).toBe(0);
  for (const word of ['--json', '--seed', '--horizon', 'file']) expect(out).toContain(word);
});

test('schema prints the JSON Schema', async () => {
  expect(await run(['schema'])).toEqual({ exit: 0, out: printSchema(), err: '' });
});

describe('a command line that is not understood ends with 2 and says why', () => {
  test.each([
    [['dance'], "unknown command 'dance'"],
    [['check'], "missing required argument 'file'"],
    [['simulate', '--loud', 'x.json'], "unknown option '--loud'"],
    [['simulate', '--seed', 'pi', 'x.json'], 'A seed is a whole number.'],
    [['simulate', '--horizon', '2m30s', 'x.json'], 'one number and one unit'],
  ])('%j', async (argv, message) => {
    const { exit, out, err } = await run(argv);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(message);
  });

  test('no arguments at all: the help', async () => {
    const { exit, err } = await run([]);
    expect(exit).toBe(2);
    expect(err).toContain('Usage: nepi-studio');
  });
});
