// The engine as a library in a page: the same built files that Node imports.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';
import type * as Library from '../../src/engine/index.ts';
import { expect, test } from './studio.ts';

const root = resolve(import.meta.dirname, '../..');
const built = mkdtempSync(join(tmpdir(), 'nepi-engine-'));

test.beforeAll(() =>
  build({
    root,
    configFile: join(root, 'vite.library.config.ts'),
    logLevel: 'error',
    build: { outDir: built, emptyOutDir: true },
  }),
);
test.afterAll(() => rmSync(built, { recursive: true }));

test('a page imports the engine and runs an experiment with a resource of its own', async ({ page }) => {
  await page.route('**/engine/*.mjs', (route) => route.fulfill({ path: join(built, basename(route.request().url())) }));
  await page.goto('/');
  const seen = await page.evaluate(async () => {
    const address = '/engine/engine.mjs';
    const library = (await import(address)) as typeof Library;
    class Sensor extends library.ResourceManager {
      static override readonly rtype = 'lab::Sensor';
      static readonly traces = ['log'];
      override *doStart() {
        yield 3_000_000;
        this.writeTrace('log', 'on\n');
        this.setStarted();
      }
    }
    const factory = new library.ResourceFactory(library.nepiCatalog);
    factory.registerTypes({ Sensor });
    const ec = new library.ExperimentController({ factory });
    const node = ec.registerResource('linux::Node');
    const sensor = ec.registerResource('lab::Sensor');
    ec.registerConnection(node, sensor);
    ec.enableTrace(sensor, 'log');
    ec.deploy();
    ec.waitStarted(sensor);
    return { types: factory.resourceTypes.length, state: ec.state(sensor), log: ec.trace(sensor, 'log') };
  });
  expect(seen).toEqual({ types: 183, state: 'STARTED', log: 'on\n' });
});
