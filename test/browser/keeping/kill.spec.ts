// A page whose process dies loses nothing that the header called saved, and at most the one act under way.
import type { BrowserContext } from '@playwright/test';
import { gridExperiment } from '../../support/grid-experiment.ts';
import { expect, type Page, Studio, test } from '../studio.ts';

const KILLS = 10;

const nameField = (page: Page) => page.getByRole('textbox', { name: 'Experiment name' });

/** Ends the page's process, as the system does when memory is short. */
async function kill(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}

async function rename(page: Page, name: string): Promise<void> {
  await nameField(page).fill(name);
  await nameField(page).press('Enter');
}

/** Whether the header calls the experiment saved at this moment. */
const isCalledSaved = (page: Page) => page.evaluate(() => document.querySelector('[data-status="saved"]') !== null);

test(`${KILLS} kills in the middle of editing lose nothing that was called saved`, async ({ context, page: first }) => {
  test.setTimeout(300_000);
  let page = first;
  let number = 0;
  await new Studio(page).visit();
  for (let kills = 0; kills < KILLS; kills++) {
    let saved = 0;
    for (let act = 0; act <= kills % 4; act++) {
      number += 1;
      await rename(page, `edit ${number}`);
      if (await isCalledSaved(page)) saved = number;
    }
    await kill(context, page);
    page = await context.newPage();
    await new Studio(page).visit();
    const kept = Number((await nameField(page).inputValue()).replace('edit ', ''));
    expect(kept).toBeGreaterThanOrEqual(saved);
    expect(kept).toBeGreaterThanOrEqual(number - 1);
    expect(kept).toBeLessThanOrEqual(number);
    number = kept;
  }
  await page.close();
});

test('a large experiment keeps a change made just before a reload', async ({ studio, page }) => {
  test.setTimeout(300_000);
  const { resources, connections } = gridExperiment(30_000);
  const file = { format: 'nepi-studio.experiment', version: 1, id: 'large', resources, connections };
  await studio.openText(JSON.stringify(file));
  await expect(page).toHaveTitle(/large/, { timeout: 120_000 });
  await expect(page.getByRole('button', { name: /^Saved\./ })).toBeVisible({ timeout: 120_000 });
  await rename(page, 'renamed');
  await page.reload();
  await expect(nameField(page)).toHaveValue('renamed', { timeout: 120_000 });
  await expect(page.getByRole('button', { name: /^Saved\./ })).toBeVisible({ timeout: 120_000 });
});
