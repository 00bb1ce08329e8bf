import { defineConfig } from 'vite';

// The command line, for plain Node. Everything but node: modules is bundled in.
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist-node',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { cli: 'src/cli/main.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' },
    },
  },
});
