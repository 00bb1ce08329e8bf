// What tests do with a run: run a golden experiment, go to a time, ask what if.
import { readFile } from 'node:fs/promises';
import { expect, type Page, type Studio } from './studio.ts';

export async function openGolden(studio: Studio, name: string): Promise<void> {
  await studio.openText(await readFile(`test/golden/${name}.json`, 'utf8'));
  await expect(studio.page).toHaveTitle(new RegExp(name));
  await studio.waitUntilSaved();
}

export const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Run' });
export const differences = (page: Page) => page.getByRole('complementary', { name: 'What if' });
export const runOnScreen = (page: Page) => page.getByRole('combobox', { name: 'Run on screen' });

export async function runAndGoTo(
  { page }: Studio,
  time: string,
  outcome = /^(Completed|A critical resource failed)/,
): Promise<void> {
  await toolbar(page).getByRole('button', { name: 'Play' }).click();
  await expect(page.getByText(outcome).first()).toBeVisible();
  await page.keyboard.press('End');
  const field = page.getByRole('textbox', { name: 'Time: type one to jump there' });
  await field.fill(time);
  await field.press('Enter');
}

export async function whatIf(page: Page, entry: string | RegExp): Promise<void> {
  await page.getByRole('region', { name: 'Run and problems' }).getByRole('button', { name: 'What if…' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** The row of a resource's state: original, what if, later by. */
export function stateRow(page: Page, guid: number, state: string) {
  return differences(page).locator(`tr[data-guid="${guid}"][data-state="${state}"] td`);
}
