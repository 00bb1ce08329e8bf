// The library as it is shipped: packed with its types, which need no others, and imported by its name.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const shipped = mkdtempSync(join(tmpdir(), 'nepi-studio-'));
const tsc = join(root, 'node_modules/typescript/bin/tsc');

function run(program: string, ...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, argv, { encoding: 'utf8', cwd: shipped });
  return { status, stdout, stderr };
}

beforeAll(async () => {
  for (const name of ['package.json', 'bin', 'examples', '.gitignore']) {
    cpSync(join(root, name), join(shipped, name), { recursive: true });
  }
  await build({
    root,
    configFile: join(root, 'vite.library.config.ts'),
    logLevel: 'error',
    build: { outDir: join(shipped, 'dist-engine'), emptyOutDir: true },
  });
  const types = run(
    process.execPath,
    tsc,
    '-p',
    join(root, 'tsconfig.library.json'),
    '--outDir',
    join(shipped, 'dist-engine/types'),
  );
  if (types.status !== 0) throw new Error(types.stdout);
}, 120_000);
afterAll(() => rmSync(shipped, { recursive: true }));

test('what is packed has the engine, its types and the command line, and no tests', () => {
  const { stdout } = run('npm', 'pack', '--dry-run', '--ignore-scripts', '--json');
  const [{ files }] = JSON.parse(stdout) as [{ files: readonly { path: string }[] }];
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'bin/nepi-studio.mjs',
      'dist-engine/engine.mjs',
      'dist-engine/types/engine/index.d.ts',
      'examples/ping.ts',
    ]),
  );
  expect(paths.filter((path) => /^(src|test)\//.test(path))).toEqual([]);
});

const PROGRAM = `
import { type AttributeDefinition, type Blocking, ExperimentController, ResourceFactory, ResourceManager } from 'nepi-studio/engine';

class Node extends ResourceManager {
  static override readonly rtype: string = 'lab::Node';
  static readonly attributes: readonly AttributeDefinition[] = [{ name: 'cores', type: 'INTEGER', default: 4 }];
  override *doDeploy(): Blocking {
    yield 2_000_000;
    this.setReady();
  }
}
class Board extends Node {
  static override readonly rtype: string = 'lab::Board';
  static override readonly attributes: readonly AttributeDefinition[] = [{ name: 'pins', type: 'INTEGER', range: [1, 64] }];
}
const factory = new ResourceFactory();
factory.registerTypes({ Board, Node });
const ec = new ExperimentController({ factory, horizon: '1h' });
const board = ec.registerResource('lab::Board');
ec.set(board, 'pins', 8);
ec.schedule('1s', () => {
  ec.set(board, 'cores', 2);
});
ec.deploy();
ec.waitDeployed(board);
console.log(ec.state(board), ec.now, ec.get(board, 'cores'), ec.get(board, 'pins'));
`;

test.each(['nodenext', 'esnext'])(
  'a program with module %s is checked against the types, and runs in Node',
  (module) => {
    writeFileSync(join(shipped, 'program.ts'), PROGRAM);
    const options = ['--strict', '--exactOptionalPropertyTypes', '--noImplicitOverride', '--target', 'es2022'];
    const resolution = module === 'esnext' ? ['--moduleResolution', 'bundler'] : [];
    const checked = run(
      process.execPath,
      tsc,
      'program.ts',
      '--ignoreConfig',
      '--module',
      module,
      ...resolution,
      ...options,
    );
    expect(checked).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(run(process.execPath, 'program.js')).toEqual({ status: 0, stdout: 'READY 2000000 2 8\n', stderr: '' });
  },
);
