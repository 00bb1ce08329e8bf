// Measures the canvas beside plain React Flow, both built for production, in one run of one browser, turn by turn:
//   node test/bench/graph/measure.mjs [--rounds 3] [--only 'zoomed in']
// Prints medians and their ratios beside the bars below. Absolute times only say the order of size.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { chromiumArgs } from '../../../scripts/chromium-args.mjs';
import { ensureChromium } from '../../../scripts/find-chromium.mjs';

const option = (name) => process.argv[process.argv.indexOf(name) + 1];
const rounds = process.argv.includes('--rounds') ? Number(option('--rounds')) : 3;
const only = process.argv.includes('--only') ? option('--only') : '';
const FRAMES = 40;
const root = resolve(import.meta.dirname, '../../..');
const outDir = mkdtempSync(join(tmpdir(), 'graph-bench-'));

/** Moves the pointer, in the page: both pages' listeners hear it as they hear a hand. */
function move(frame) {
  const clientX = window.startX + Math.sin(frame / 6) * 120;
  const clientY = window.startY + Math.cos(frame / 6) * 60 - 60;
  const options = {
    bubbles: true,
    view: window,
    clientX,
    clientY,
    buttons: window.panWith === 1 ? 4 : 1,
    isPrimary: true,
    pointerId: 1,
    pointerType: 'mouse',
  };
  window.dispatchEvent(new PointerEvent('pointermove', options));
  window.dispatchEvent(new MouseEvent('mousemove', options));
}

/** What is measured: `bar` is the ratio that must not be exceeded. */
const CASES = [
  { name: 'pan at fit view, 1,000: frame', nodes: 1000, run: panFit, of: 'frame', bar: 1 / 2 },
  { name: 'pan at fit view, 2,500: frame', nodes: 2500, run: panFit, of: 'frame', bar: 1 / 3 },
  { name: 'pan zoomed in, 2,500: frame', nodes: 2500, visible: true, run: panNear, of: 'frame', bar: 1.05 },
  { name: 'pan zoomed in, 2,500: main thread', nodes: 2500, visible: true, run: panNear, of: 'task', bar: 1 },
  { name: 'drag one zoomed in, 2,500: main thread', nodes: 2500, visible: true, run: dragNear, of: 'task', bar: 1 },
  { name: 'pan at fit view, 10,000: main thread', nodes: 10_000, run: panFit, of: 'task', bar: 1 / 10 },
  { name: 'drag one at fit view, 10,000: main thread', nodes: 10_000, run: dragFit, of: 'task', bar: 1 / 10 },
  { name: 'ten changes of state a frame, 10,000: main thread', nodes: 10_000, run: replay, of: 'task', bar: 1 / 50 },
  { name: 'open, 10,000: main thread', nodes: 10_000, run: async (_page, opened) => opened, of: 'task', bar: 1 / 5 },
  { name: 'heap, 10,000: MB', nodes: 10_000, run: heap, of: 'heap', bar: 1 / 4 },
];

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 5000,
    rollupOptions: { input: ['plain-flow', 'studio-canvas'].map((name) => join(import.meta.dirname, `${name}.html`)) },
  },
});
const server = await preview({ root, configFile: false, logLevel: 'warn', build: { outDir }, preview: { port: 4189 } });
const origin = server.resolvedUrls.local[0].replace(/\/$/, '');
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: [...chromiumArgs, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
});

let failed = false;
try {
  for (const one of CASES.filter(({ name }) => name.includes(only))) {
    const [plain, ours] = [[], []];
    for (let round = 0; round < rounds; round++) {
      plain.push((await measure(one, `plain-flow.html?nodes=${one.nodes}${one.visible ? '&visible' : ''}`))[one.of]);
      ours.push((await measure(one, `studio-canvas.html?nodes=${one.nodes}`))[one.of]);
    }
    const ratio = median(ours) / median(plain);
    const ok = ratio <= one.bar;
    failed ||= !ok;
    console.log(
      `${ok ? 'ok  ' : 'OVER'} ${one.name.padEnd(52)} plain ${show(median(plain))}  ours ${show(median(ours))}  ratio ${ratio.toFixed(3)} (bar ${one.bar.toFixed(3)})`,
    );
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

function show(value) {
  return value.toFixed(value < 10 ? 2 : 1).padStart(8);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function measure({ run }, path) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    await page.goto(`${origin}/test/bench/graph/${path}`);
    await page.waitForFunction(() => window.bench?.isDrawn(), undefined, { timeout: 180_000 });
    await settle(page);
    const opened = { task: await taskTime(client) };
    return await run(page, opened, client);
  } finally {
    await page.close();
  }
}

/** Milliseconds of main-thread work since the page began. */
async function taskTime(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Waits until the page has drawn and has nothing more to do. */
async function settle(page) {
  await page.evaluate(async () => {
    for (let quiet = 0; quiet < 5; ) {
      const start = performance.now();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      quiet = performance.now() - start < 40 ? quiet + 1 : 0;
    }
  });
}

/** Does something once a frame; gives the median time between frames and the mean main-thread time of one. */
async function frames(page, client, prepare, step) {
  await page.evaluate(prepare);
  await settle(page);
  const before = await taskTime(client);
  await page.addScriptTag({ content: `window.step = ${step.toString()}` });
  const frame = await page.evaluate(async (count) => {
    const times = [];
    let last = await new Promise(requestAnimationFrame);
    for (let frame = 0; frame < count; frame++) {
      window.step(frame);
      const now = await new Promise(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  }, FRAMES);
  return { frame, task: ((await taskTime(client)) - before) / FRAMES };
}

function press(x, y, button) {
  window.startX = x;
  window.startY = y;
  window.panWith = button;
  const target = document.elementFromPoint(x, y);
  const options = {
    bubbles: true,
    cancelable: true,
    view: window,
    clientX: x,
    clientY: y,
    button,
    buttons: button === 1 ? 4 : 1,
    isPrimary: true,
    pointerId: 1,
    pointerType: 'mouse',
  };
  target.dispatchEvent(new PointerEvent('pointerdown', options));
  target.dispatchEvent(new MouseEvent('mousedown', options));
}

async function panFit(page, _opened, client) {
  await page.addScriptTag({ content: press.toString() });
  return frames(page, client, () => window.press(3, 3, window.bench.panButton), move);
}

async function near(page) {
  await page.addScriptTag({ content: press.toString() });
  await page.evaluate(() => window.bench.zoomTo(1, { x: 280 * 20, y: 140 * 20 }));
  await page.waitForFunction(() => document.querySelectorAll('.react-flow__node').length > 10);
  await settle(page);
}

async function panNear(page, _opened, client) {
  await near(page);
  return frames(page, client, () => window.press(240, 3, window.bench.panButton), move);
}

async function dragNear(page, _opened, client) {
  await near(page);
  return frames(
    page,
    client,
    () => {
      const nodes = [...document.querySelectorAll('.react-flow__node')].map((node) => node.getBoundingClientRect());
      const box = nodes.find(({ left, top }) => left > 300 && top > 200);
      window.press(box.left + 90, box.top + 12, 0);
    },
    move,
  );
}

async function dragFit(page, _opened, client) {
  await page.addScriptTag({ content: press.toString() });
  return frames(
    page,
    client,
    () => {
      const { x, y } = window.bench.toPage({ x: 280 * 50 + 100, y: 140 * 50 + 36 });
      window.press(x, y, 0);
    },
    move,
  );
}

async function replay(page, _opened, client) {
  await page.evaluate(() => window.bench.changeStates(0));
  return frames(
    page,
    client,
    () => {},
    (frame) => window.bench.changeStates(frame + 1),
  );
}

async function heap(page) {
  const used = await page.evaluate(async () => {
    for (let turn = 0; turn < 4; turn++) {
      window.gc();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return performance.memory.usedJSHeapSize;
  });
  return { heap: used / 1e6 };
}
