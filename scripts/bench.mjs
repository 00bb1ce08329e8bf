// Measures the engine and prints a table; with --json one object a line. Exits 1 when a bar is not kept.
// It is bundled first, as it is shipped, and then run in a process of its own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const outDir = fileURLToPath(new URL('../node_modules/.cache/bench', import.meta.url));
await build({
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { input: { bench: 'test/bench/main.ts' }, output: { entryFileNames: '[name].mjs' } },
  },
});
const { status } = spawnSync(process.execPath, ['--expose-gc', `${outDir}/bench.mjs`, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
