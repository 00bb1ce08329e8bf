import { defineConfig } from 'vite';

// The engine as a library: one file for Node and for browsers alike, so nothing of either is in it. Its types: tsconfig.library.json.
export default defineConfig({
  publicDir: false,
  build: {
    lib: { entry: 'src/engine/index.ts', formats: ['es'], fileName: () => 'engine.mjs' },
    outDir: 'dist-engine',
    target: 'es2022',
    minify: false,
  },
});
