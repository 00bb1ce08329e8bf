// A monkey at the keyboard and the mouse. Whatever it does, the page doesn't complain, nothing gets stuck, and the
// document reads back. `npm run monkey` lets it work for longer, with seeds that it prints.
import { parseExperiment } from '../../../src/format/json.ts';
import { expect, listenForComplaints, Studio } from '../studio.ts';
import { test } from '@playwright/test';
import { describeAct, randomActs } from './acts.ts';
import { doAct, leaveAll } from './hands.ts';

/** Seeds to use, and how long each of them works: acts in a test run, minutes in `npm run monkey`. */
const SEEDS = (process.env['MONKEY_SEEDS'] ?? '1').split(',').map(Number);
const MINUTES = Number(process.env['MONKEY_MINUTES'] ?? 0);
const ACTS = Number(process.env['MONKEY_ACTS'] ?? 200);

/** Acts between two looks at whether the studio still works. */
const LOOK_EVERY = 50;

// A trace of so many acts is larger than what it tells; the acts are attached instead.
test.use({ trace: 'off' });

for (const seed of SEEDS) {
  test(`a monkey with seed ${seed}`, async ({ page }, info) => {
    test.setTimeout((MINUTES + 4) * 60_000);
    const complaints = listenForComplaints(page);
    page.on('dialog', (dialog) => void dialog.accept());
    const studio = new Studio(page);
    await studio.visit();

    const done: string[] = [];
    const end = Date.now() + MINUTES * 60_000;
    const isOver = () => (MINUTES ? Date.now() > end : done.length >= ACTS);
    try {
      for (const act of randomActs(seed)) {
        if (isOver()) break;
        done.push(describeAct(act));
        await doAct(page, act);
        expect(complaints).toEqual([]);
        if (done.length % LOOK_EVERY === 0) await lookAtStudio(studio);
      }
      await lookAtStudio(studio);
      await readBack(studio);
      expect(complaints).toEqual([]);
    } finally {
      console.log(`monkey: seed ${seed}, ${done.length} acts`);
      await info.attach('acts', { body: done.join('\n'), contentType: 'text/plain' });
    }
  });
}

/** No window is open that Escape doesn't close, no run that doesn't end when told to, no edit that isn't saved. */
async function lookAtStudio(studio: Studio): Promise<void> {
  const { page } = studio;
  await leaveAll(page);
  await expect(page.getByRole('button', { name: /^(?:Cancel the run|Try again)$/ })).toHaveCount(0);
  await studio.waitUntilSaved();
}

/** What is on screen can be exported, opens again, and is the same after a reload. */
async function readBack(studio: Studio): Promise<void> {
  const before = await studio.exportJson();
  const parsed = parseExperiment(before);
  expect(parsed.ok ? [] : parsed.problems).toEqual([]);
  await studio.page.reload();
  await studio.waitUntilSaved();
  expect(await studio.exportJson()).toBe(before);
}
