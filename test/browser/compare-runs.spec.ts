// Any two runs side by side; and NEPI as it is beside a run without its polling delays and worker limit.
import { differences, openGolden, runAndGoTo, runOnScreen, stateRow, whatIf } from './run-steps.ts';
import { expect, type Page, test } from './studio.ts';

const comparedWith = (page: Page) => page.getByRole('combobox', { name: 'Compared with' });
const cost = (page: Page) => page.getByTestId('orchestrator-cost');

async function choose(page: Page, which: typeof comparedWith, run: string): Promise<void> {
  await which(page).click();
  await page.getByRole('option', { name: run }).click();
}

test('what the orchestrator costs: from the critical path to the two runs side by side', async ({ studio, page }) => {
  await openGolden(studio, 'crowded-workers');
  const before = await studio.exportJson();
  await runAndGoTo(studio, '10');
  await page.getByRole('button', { name: /^Critical path/ }).click();
  const table = page.getByTestId('critical-path');
  await expect(table.locator('[data-kind="worker"]')).toHaveText(/No free worker8.3 s/);
  await page.getByRole('button', { name: 'What does the orchestrator cost?' }).click();

  const sentence =
    "NEPI as it is ends at 1:04.5, ideal at 0:54.4: the orchestrator costs 10.1 s (15.7 %). On NEPI's critical path: polling 1.8 s, no free worker 8.3 s.";
  await expect(cost(page)).toHaveText(sentence);
  await expect(runOnScreen(page)).toHaveText('Ideal');
  await expect(comparedWith(page)).toHaveText('Original');
  const times = page.getByTestId('path-times');
  await expect(times.locator('[data-kind="polling"] td')).toHaveText(['1.8 s', '–']);
  await expect(times.locator('[data-kind="worker"] td')).toHaveText(['8.3 s', '–']);
  await expect(times.getByRole('row', { name: /^Whole run/ })).toHaveText('Whole run1:04.50:54.4');
  await expect(differences(page).getByRole('button', { name: 'Take into the experiment' })).toBeDisabled();

  await page.keyboard.press('i');
  await expect(runOnScreen(page)).toHaveText('Original');
  await expect(cost(page)).toHaveText(sentence);
  await page.keyboard.press('i');
  await expect(runOnScreen(page)).toHaveText('Ideal');
  expect(await studio.exportJson()).toBe(before);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});

test('a fork is compared with another fork, renamed, and removed', async ({ studio, page }) => {
  await openGolden(studio, 'server-and-clients');
  await studio.select('Node 1 ');
  await runAndGoTo(studio, '10');
  await whatIf(page, 'Fails now');
  await expect(stateRow(page, 1, 'FAILED')).toHaveText(['never', '10 s', '']);
  await choose(page, runOnScreen, 'Original');
  await whatIf(page, 'Is held up…');
  await page.keyboard.type('7s');
  await page.keyboard.press('Enter');
  await expect(comparedWith(page)).toHaveText('Original');
  await expect(stateRow(page, 1, 'READY')).toHaveText(['0:12', '0:19', '+7 s']);

  await choose(page, comparedWith, 'Node 1 fails at 10 s');
  await expect(stateRow(page, 1, 'READY')).toHaveText(['never', '0:19', '']);
  await expect(differences(page)).toContainText('First difference at 0:10');
  const name = differences(page).getByRole('textbox', { name: 'Name of this run' });
  await name.fill('slow node');
  await name.press('Enter');
  await expect(runOnScreen(page)).toHaveText('slow node');
  await expect(differences(page).getByRole('listitem')).toHaveText('Node 1 is held up by 7s at 0:10');

  await choose(page, runOnScreen, 'Node 1 fails at 10 s');
  await expect(differences(page)).toBeHidden();
  await choose(page, comparedWith, 'slow node');
  await expect(stateRow(page, 1, 'READY')).toHaveText(['0:19', 'never', '']);
  await differences(page).getByRole('button', { name: 'Throw away' }).click();
  await expect(runOnScreen(page)).toHaveText('Original');
  await runOnScreen(page).click();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['Original', 'slow node']);
});

test('why, the critical path and folded idle time are shown of two runs by their keys', async ({ studio, page }) => {
  await openGolden(studio, 'crowded-workers');
  await studio.select('Node 1 ');
  await runAndGoTo(studio, '10');
  const why = page.getByRole('region', { name: 'Why' });
  await expect(why).toBeVisible();
  await page.keyboard.press('i');
  await expect(runOnScreen(page)).toHaveText('Ideal');
  await expect(differences(page)).toBeVisible();
  await expect(why).toBeHidden();

  await page.keyboard.press('h');
  await expect(why).toBeFocused();
  await expect(why).toContainText('↳ Node 1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await expect(page.getByRole('region', { name: 'Critical path' })).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByRole('button', { name: 'Fold idle time' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('k');
  await expect(page.getByRole('region', { name: 'Critical path' })).toBeHidden();
});
