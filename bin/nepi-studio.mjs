#!/usr/bin/env node
// Starts the command line. In a checkout that was never built, builds it first, so that `npx nepi-studio` just works.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
if (!existsSync(at('../dist-node/cli.mjs'))) {
  const vite = at('../node_modules/vite/bin/vite.js');
  const built = existsSync(vite)
    ? spawnSync(process.execPath, [vite, 'build', '-c', 'vite.node.config.ts', '--logLevel', 'error'], {
        cwd: at('..'),
        stdio: ['ignore', 'ignore', 'inherit'],
      })
    : { status: 1 };
  if (built.status !== 0) {
    console.error('nepi-studio is not built yet. In its folder run: npm ci && npm run build');
    process.exit(2);
  }
}
const { main } = await import('../dist-node/cli.mjs');
process.exitCode = await main(process.argv.slice(2));
