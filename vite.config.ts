import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The site, and how the tests in Node run. The command line: vite.node.config.ts; the engine as a library: vite.library.config.ts.
export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1000 },
  // Found late by the scanner (lazy or worker only); without this the dev server reloads the page mid-use.
  optimizeDeps: { include: ['elkjs/lib/elk-api.js'] },
  test: {
    // The examples import the engine as a library, by the package's name; the tests don't need it built.
    alias: { 'nepi-studio/engine': new URL('src/engine/index.ts', import.meta.url).pathname },
    environment: 'node',
    // Generous: a busy machine is no failure, and no test measures time.
    testTimeout: 60_000,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['node_modules', 'dist', 'test/browser/**'],
  },
});
