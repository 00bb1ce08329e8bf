// The lanes of the timeline: by group, by hand, folded.
import { readFile } from 'node:fs/promises';
import { expect, type Page, type Studio, test, type TestExperiment } from './studio.ts';

async function openFailing(studio: Studio): Promise<void> {
  const file = JSON.parse(await readFile('public/examples/failure.json', 'utf8')) as TestExperiment;
  // Few enough for all rows to be in sight.
  const resources = file.resources.filter(({ label }) => label !== 'node-2');
  const connections = resources.filter(({ guid }) => guid > 1).map(({ guid }) => [guid, 1] as const);
  const groups = [
    { name: 'Paris', guids: [3, 4] },
    { name: 'Rome', guids: [5, 6] },
  ];
  await studio.openExperiment({ ...file, resources, connections, groups });
  await studio.page.getByRole('banner').getByRole('button', { name: /^Play/ }).click();
  await studio.transport.getByRole('button', { name: 'Last instant' }).click();
}

const timeline = (page: Page) => page.getByRole('slider', { name: /^Timeline of/ });

/** The rows from top to bottom, as they are read out. */
const rows = (page: Page) => page.getByRole('table', { name: /^States at/ }).getByRole('rowheader');

async function expectRows(page: Page, names: readonly string[]): Promise<void> {
  await expect(rows(page)).toHaveText(names.map((name) => new RegExp(`^${name}`)));
}

async function arrange(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Lanes: order, filter, pins' }).click();
  await page.getByRole('menu').getByText(entry, { exact: true }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

const ROW = 26;
const AXIS = 30;
const nameAt = (row: number) => ({ x: 60, y: AXIS + (row + 0.5) * ROW });

test('lanes by group: headings, folded by mouse and by key into a summary that shows a failure', async ({
  studio,
  page,
}) => {
  await openFailing(studio);
  const states = page.getByRole('table', { name: /^States at/ });
  await expectRows(page, ['node-1', 'probe', 'load', 'watchdog', 'report']);
  await arrange(page, 'By group');
  await expectRows(page, ['node-1', 'Paris', 'probe', 'load', 'Rome', 'watchdog', 'report']);

  await timeline(page).click({ position: nameAt(4) });
  await expectRows(page, ['node-1', 'Paris', 'probe', 'load', 'Rome']);
  // Back to where one has failed and the other has not.
  await expect(async () => {
    await timeline(page).press(',');
    await expect(states.getByRole('row', { name: /^Rome/ })).toContainText('1 FAILED, 1 ', { timeout: 200 });
  }).toPass();

  // What its members are doing is told under the pointer, and where it is gone to by key.
  const hint = page.getByTestId('lane-hint');
  await timeline(page).hover({ position: { x: 600, y: nameAt(4).y } });
  await expect(hint).toContainText('Rome group of 2');
  await timeline(page).hover({ position: { x: 600, y: 10 } });
  await expect(hint).toBeHidden();
  await timeline(page).press('ArrowDown');
  await timeline(page).press('PageDown');
  await expect(hint).toContainText('group of 2');
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /Rome: .*1 FAILED/);

  await timeline(page).press('Enter');
  await expectRows(page, ['node-1', 'Paris', 'probe', 'load', 'Rome', 'watchdog', 'report']);
  await timeline(page).press('Enter');
  await expectRows(page, ['node-1', 'Paris', 'probe', 'load', 'Rome']);
  await arrange(page, 'Fold all groups');
  await expectRows(page, ['node-1', 'Paris', 'Rome']);
  await arrange(page, 'Unfold all groups');
  await expect(rows(page)).toHaveCount(7);
});

test('lanes by hand: dragged by their names and moved by key, remembered, and no part of the experiment', async ({
  studio,
  page,
}) => {
  await openFailing(studio);
  const before = await studio.exportJson();
  const box = (await timeline(page).boundingBox())!;
  const at = (row: number) => [box.x + nameAt(row).x, box.y + nameAt(row).y] as const;
  await page.mouse.move(...at(3));
  await page.mouse.down();
  await page.mouse.move(...at(1), { steps: 4 });
  await page.mouse.move(at(0)[0], at(0)[1] - 8);
  await page.mouse.up();
  await expectRows(page, ['watchdog', 'node-1', 'probe', 'load', 'report']);

  // Escape leaves it where it was.
  await page.mouse.move(...at(0));
  await page.mouse.down();
  await page.mouse.move(...at(2), { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expectRows(page, ['watchdog', 'node-1', 'probe', 'load', 'report']);

  await timeline(page).click({ position: nameAt(3) });
  await timeline(page).press('Alt+ArrowUp');
  await timeline(page).press('Alt+ArrowUp');
  await timeline(page).press('Alt+ArrowDown');
  await expectRows(page, ['watchdog', 'node-1', 'load', 'probe', 'report']);
  expect(await studio.exportJson()).toBe(before);

  await page.reload();
  await studio.waitUntilSaved();
  await page.getByRole('banner').getByRole('button', { name: /^Play/ }).click();
  await expectRows(page, ['watchdog', 'node-1', 'load', 'probe', 'report']);

  // Groups are put in another order as a whole, their lanes among themselves.
  await arrange(page, 'By group');
  await expectRows(page, ['Rome', 'watchdog', 'report', 'node-1', 'Paris', 'load', 'probe']);
  await timeline(page).click({ position: nameAt(2) });
  await timeline(page).press('Alt+ArrowUp');
  await timeline(page).press('Alt+ArrowUp');
  await expectRows(page, ['Rome', 'report', 'watchdog', 'node-1', 'Paris', 'load', 'probe']);
  await arrange(page, 'In the order of the design');
  await expectRows(page, ['node-1', 'Paris', 'probe', 'load', 'Rome', 'watchdog', 'report']);
});
