// What the page costs while a run streams in: the site itself, used as a person would.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { printExperiment } from '../../../src/format/json.ts';
import { type BenchBrowser, withBenchBrowser } from '../browser/bench-browser.ts';
import { longestTask } from '../browser/main-thread.ts';
import { type BenchResult, median } from '../measure.ts';
import { copying } from './copying.ts';
import { openStudio, placedExperiment } from './studio-page.ts';

const ROUNDS = 5;
/** Ms after Play at which a run of a hundred thousand is cancelled: early, midway, late. */
const CANCEL_AFTER = [600, 750, 900, 1050, 1200];

/** Presses Play, from within the page: Playwright's own work is not to be measured. */
async function play(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-tour="play"]')!.click());
}

/** From the click on Play to the first frame on screen in which a lane of the timeline has a segment, ms. */
async function firstPixels(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const begin = performance.now();
        const look = () => {
          const canvas = document.querySelector<HTMLCanvasElement>('canvas[role="slider"]');
          // The axis, the labels and empty lanes are of few colours; a lane's segments are dark at their edges.
          if (canvas && Number(canvas.ariaValueMax) > 0 && hasSegments(canvas)) resolve(performance.now() - begin);
          else requestAnimationFrame(look);
        };
        const hasSegments = (canvas: HTMLCanvasElement) => {
          const top = 30 * devicePixelRatio;
          const left = 210 * devicePixelRatio;
          const { data } = canvas
            .getContext('2d')!
            .getImageData(left, top, Math.max(1, canvas.width - left), Math.max(1, canvas.height - top));
          // Looking must cost little: it happens in the very frames that are measured.
          const colours = new Set<number>();
          let before = -1;
          for (const pixel of new Uint32Array(data.buffer)) {
            if (pixel === before) continue;
            colours.add((before = pixel));
            if (colours.size > 12) return true;
          }
          return false;
        };
        document.querySelector<HTMLElement>('[data-tour="play"]')!.click();
        look();
      }),
  );
}

/** Waits until the run has come to its end. */
async function runOver(page: Page): Promise<void> {
  await page.waitForFunction(
    () => [...document.querySelectorAll('[role="status"][title]')].some((status) => status.textContent !== ''),
    undefined,
    { timeout: 120_000, polling: 250 },
  );
}

/** From a click on Cancel to the first frame on screen that says so, ms; undefined: the run was over before. */
async function cancelAfter(page: Page, delay: number): Promise<number | undefined> {
  const place = await page.evaluate(
    (wait) =>
      new Promise<{ x: number; y: number } | undefined>((resolve) => {
        document.querySelector<HTMLElement>('[data-tour="play"]')!.click();
        setTimeout(() => {
          const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel');
          if (!button) return resolve(undefined);
          const { x, y, width, height } = button.getBoundingClientRect();
          window.addEventListener(
            'pointerdown',
            // The time at which the browser had the click, however long it waited for the page.
            ({ timeStamp }) => {
              const look = () => {
                const says = [...document.querySelectorAll('[role="status"][title]')];
                if (says.some(({ textContent }) => /cancel/i.test(textContent!))) {
                  document.documentElement.dataset['answered'] = String(performance.now() - timeStamp);
                } else requestAnimationFrame(look);
              };
              requestAnimationFrame(look);
            },
            { capture: true, once: true },
          );
          resolve({ x: x + width / 2, y: y + height / 2 });
        }, wait);
      }),
    delay,
  );
  if (!place) return undefined;
  await page.mouse.click(place.x, place.y);
  const answered = await page.waitForFunction(() => document.documentElement.dataset['answered']);
  return Number(await answered.jsonValue());
}

async function playThousand(bench: BenchBrowser, file: string): Promise<BenchResult> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(
      await bench.visit('index.html', async (page) => {
        await openStudio(page, file);
        return firstPixels(page);
      }),
    );
  }
  return {
    name: 'from Play to the first pixels of the timeline, 1,000 resources',
    measured: `median of ${list(times)} ms`,
    ratio: median(times),
    unit: 'ms',
    bar: { atMost: 100 },
  };
}

async function streaming(bench: BenchBrowser, file: string): Promise<BenchResult> {
  const longest = [];
  for (let round = 0; round < ROUNDS; round++) {
    longest.push(
      await bench.visit('index.html', async (page, session) => {
        await openStudio(page, file);
        return longestTask(page, session, async () => {
          await play(page);
          await runOver(page);
        });
      }),
    );
  }
  const wall = longest.map((task) => task.wall);
  return {
    name: 'longest task of the main thread while 100,000 resources stream in, by the clock',
    measured: `median of ${list(wall)} ms; of the processor ${list(longest.map(({ processor }) => processor))} ms`,
    ratio: median(wall),
    unit: 'ms',
    bar: { atMost: 50 },
  };
}

async function cancelling(bench: BenchBrowser, file: string): Promise<BenchResult> {
  const times: number[] = [];
  for (const delay of CANCEL_AFTER) {
    const time = await bench.visit('index.html', async (page) => {
      await openStudio(page, file);
      return cancelAfter(page, delay);
    });
    if (time !== undefined) times.push(time);
  }
  return {
    name: 'from a click on Cancel to the answer on screen, 100,000 resources',
    measured: `median of ${list(times)} ms`,
    ratio: median(times),
    unit: 'ms',
    bar: { atMost: 100 },
  };
}

const list = (values: readonly number[]) => values.map((value) => value.toFixed(0)).join(', ');

/** @param done is told of each result. */
export async function runPageBenchmarks(done: (result: BenchResult) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'studio-bench-'));
  const fileOf = (count: number) => {
    const file = join(folder, `bench-${count}.json`);
    writeFileSync(file, printExperiment(placedExperiment(count)));
    return file;
  };
  try {
    const [thousand, large] = [fileOf(1000), fileOf(100_000)];
    await withBenchBrowser(['index.html'], async (bench) => {
      for (const result of await copying(bench, fileOf(2000), 2000)) done(result);
      done(await playThousand(bench, thousand));
      done(await streaming(bench, large));
      done(await cancelling(bench, large));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
