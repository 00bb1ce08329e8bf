// The engine's benchmarks run in processes of their own, bundled as the engine is shipped.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { engineBenchmarks } from './engine.bench.ts';
import type { BenchResult } from './measure.ts';

/** @throws Error when the program breaks. */
export async function runEngineProgram(done: (result: BenchResult) => void): Promise<void> {
  const outDir = resolve(import.meta.dirname, '../../node_modules/.cache/bench');
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
      rolldownOptions: {
        input: { bench: resolve(import.meta.dirname, 'engine-program.ts') },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  for (const name of Object.keys(engineBenchmarks)) {
    const program = spawn(process.execPath, ['--expose-gc', `${outDir}/bench.mjs`, name], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(program, 'exit');
    for await (const line of createInterface({ input: program.stdout })) done(JSON.parse(line) as BenchResult);
    const [status] = await ended;
    if (status !== 0) throw new Error(`the engine's benchmark '${name}' broke off (${status})`);
  }
}
