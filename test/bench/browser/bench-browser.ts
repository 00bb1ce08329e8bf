// The pages that benchmarks measure, built for production and served, and the browser that shows them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { type CDPSession, chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { chromiumArgs } from '../../../scripts/chromium-args.mjs';
import { ensureChromium } from '../../../scripts/find-chromium.mjs';
import { openSession } from './main-thread.ts';

export interface BenchBrowser {
  /** Shows a page (as it was named, and what follows it in the address), does something with it, and closes it. */
  readonly visit: <T>(address: string, act: (page: Page, session: CDPSession) => Promise<T>) => Promise<T>;
}

const root = resolve(import.meta.dirname, '../../..');

/**
 * Builds the pages, opens a browser, and when all is measured closes it.
 * @param pages HTML files, from the repository's root.
 * @param args more of the browser's own.
 */
export async function withBenchBrowser(
  pages: readonly string[],
  measure: (bench: BenchBrowser) => Promise<void>,
  args: readonly string[] = [],
): Promise<void> {
  const outDir = mkdtempSync(join(tmpdir(), 'studio-bench-'));
  const config = { root, configFile: false, logLevel: 'error', base: './' } as const;
  await build({
    ...config,
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: pages.map((page) => join(root, page)) },
    },
  });
  const server = await preview({ ...config, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const origin = server.resolvedUrls!.local[0]!;
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [...chromiumArgs, '--enable-precise-memory-info', '--js-flags=--expose-gc', ...args],
  });
  try {
    await measure({
      async visit(address, act) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        try {
          // Something that is broken would be waited for in vain, or be very fast.
          const broken = new Promise<never>((_resolve, reject) => page.on('pageerror', reject));
          broken.catch(() => {});
          const session = await openSession(page);
          await page.goto(origin + address);
          return await Promise.race([act(page, session), broken]);
        } finally {
          await page.close();
        }
      },
    });
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}
