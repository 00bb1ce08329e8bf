// The documentation of the library can be made: everything that a program can reach has a doc comment, which names its
// counterpart in NEPI where there is one.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

test('every entry is documented, and every name of NEPI is found (npm run docs)', () => {
  const root = resolve(import.meta.dirname, '..');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/docs/main.mjs', '--check'], {
    encoding: 'utf8',
    cwd: root,
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
}, 120_000);
