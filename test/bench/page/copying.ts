// What it costs to duplicate and to paste many resources, against opening as many.
import type { CDPSession, Page } from 'playwright';
import type { BenchBrowser } from '../browser/bench-browser.ts';
import { taskTime } from '../browser/main-thread.ts';
import { type BenchResult, median } from '../measure.ts';
import { openFile, openStudio, studioSettled } from './studio-page.ts';

const ROUNDS = 3;

/** Ms of the processor that something takes, with all that follows: drawing, checking, keeping. */
async function cost(session: CDPSession, act: () => Promise<void>): Promise<number> {
  const before = await taskTime(session);
  await act();
  return (await taskTime(session)) - before;
}

/** Waits until the undo button tells of what was just done. */
async function done(page: Page, what: RegExp): Promise<void> {
  await page.getByRole('button', { name: what }).first().waitFor({ timeout: 300_000 });
  await studioSettled(page);
}

export async function copying(bench: BenchBrowser, file: string, count: number): Promise<readonly BenchResult[]> {
  const times: { opening: number; duplicating: number; pasting: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const opening = await bench.visit('index.html', async (page, session) => {
      await studioSettled(page);
      return cost(session, () => openFile(page, file));
    });
    const act = (keys: readonly string[], last: string) =>
      bench.visit('index.html', async (page, session) => {
        await openStudio(page, file);
        for (const key of ['Control+a', ...keys]) await page.keyboard.press(key);
        await studioSettled(page);
        return cost(session, async () => {
          await page.keyboard.press(last);
          await done(page, new RegExp(`^Undo add ${count} resources`));
        });
      });
    times.push({
      opening,
      duplicating: await act([], 'Control+d'),
      pasting: await act(['Control+c'], 'Control+v'),
    });
  }
  const opening = times.map((one) => one.opening);
  const result = (what: string, spent: readonly number[]): BenchResult => ({
    name: `${what} ${count.toLocaleString('en')} resources, against opening them: of the processor`,
    measured: `median of ${list(spent)} ms against ${list(opening)} ms`,
    ratio: median(times.map((_one, round) => spent[round]! / opening[round]!)),
    bar: { atMost: 1.5 },
  });
  return [
    result(
      'duplicating',
      times.map((one) => one.duplicating),
    ),
    result(
      'pasting',
      times.map((one) => one.pasting),
    ),
  ];
}

const list = (values: readonly number[]) => values.map((value) => value.toFixed(0)).join(', ');
