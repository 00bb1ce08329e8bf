// The command line as it is shipped: built into one folder, started by bin/, with nothing else beside it.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printSchema } from '../../src/format/json-schema.ts';

const root = resolve(import.meta.dirname, '../..');
const shipped = mkdtempSync(join(tmpdir(), 'nepi-studio-'));
const bin = join(shipped, 'bin/nepi-studio.mjs');
const ping = join(root, 'test/golden/ping.json');

beforeAll(async () => {
  cpSync(join(root, 'bin'), join(shipped, 'bin'), { recursive: true });
  await build({
    root,
    configFile: join(root, 'vite.node.config.ts'),
    logLevel: 'error',
    build: { outDir: join(shipped, 'dist-node'), emptyOutDir: true },
  });
});
afterAll(() => rmSync(shipped, { recursive: true }));

function start(argv: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], {
    encoding: 'utf8',
    input,
    cwd: shipped,
  });
  return { status, stdout, stderr };
}

test('it starts from anywhere and gives its exit code', () => {
  expect(start(['schema'])).toEqual({ status: 0, stdout: printSchema(), stderr: '' });
  expect(start(['check', ping])).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(start(['check', '-'], '{').status).toBe(2);
});

test('it reads the standard input', () => {
  const { status, stdout } = start(['simulate', '--json', '-'], readFileSync(ping, 'utf8'));
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ finished: true, end: 55_000_000 });
});

test('a reader that leaves early is no error', async () => {
  const child = spawn(process.execPath, [bin, 'simulate', '--json', ...Array<string>(200).fill(ping)]);
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((settle) => child.on('close', settle));
  expect({ status, complaint }).toEqual({ status: 0, complaint: '' });
});
