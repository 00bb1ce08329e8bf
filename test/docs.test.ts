// The documentation of the library can be made: everything that a program can reach has a doc comment, which names its
// counterpart in NEPI where there is one.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { nepiNames, ourName } from '../scripts/docs/nepi-names.mjs';

test('every entry is documented, and every name of NEPI is found (npm run docs)', () => {
  const root = resolve(import.meta.dirname, '..');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/docs/main.mjs', '--check'], {
    encoding: 'utf8',
    cwd: root,
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
}, 120_000);

test.each([
  ['experiment-design', 'ExperimentController'],
  ['controller-of', 'ExperimentController'],
  ['resource-base', 'ResourceManager'],
  ['resource-manager', 'ResourceManager'],
  ['resource-factory', 'ResourceFactory'],
])('the methods in %s stand in the order of the original', (file, owner) => {
  const source = readFileSync(resolve(import.meta.dirname, `../src/engine/nepi/api/${file}.ts`), 'utf8');
  const ours = [...source.matchAll(/^  (?:protected |get )?(\w+)\(/gm)].map(([, name]) => name!);
  const names = nepiNames
    .filter((each) => each.owner === owner)
    .map(({ name }) => ourName(name))
    .filter((name) => ours.includes(name));
  expect(names.length).toBeGreaterThan(3);
  expect(ours.filter((name, place) => names.includes(name) && ours.indexOf(name) === place)).toEqual(names);
});
