// The lanes of the timeline: by group, by hand, folded.
import { readFile } from 'node:fs/promises';
import { openGolden, runAndGoTo, whatIf } from './run-steps.ts';
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

test('before a run the lanes are there, all NEW, beside what to do', async ({ studio, page }) => {
  await expect(page.getByText('No run yet')).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByRole('table', { name: /^States at/ }).getByText('NEW')).toHaveCount(3);
  await timeline(page).click({ position: nameAt(1) });
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /NEW/);
  await expect(page.getByRole('complementary', { name: 'About this run' })).toHaveCount(0);
  await page.getByRole('banner').getByRole('button', { name: /^Play/ }).click();
  await expect(page.getByText('No run yet')).toHaveCount(0);
  await studio.transport.getByRole('button', { name: 'Last instant' }).click();
  await expect(rows(page)).toHaveCount(3);
});

test('a notice leaves the panels in sight', async ({ studio, page }) => {
  await openGolden(studio, 'deadlock');
  await runAndGoTo(studio, '5', /^Stalled/);
  const notice = await page.getByText(/^The run is stalled/).boundingBox();
  const panel = await page.getByRole('region', { name: 'Run and problems' }).boundingBox();
  const inspector = await studio.inspector.boundingBox();
  expect(notice!.y + notice!.height).toBeLessThan(panel!.y);
  expect(notice!.x + notice!.width).toBeLessThan(inspector!.x);
});

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
  await expect(page.getByRole('status').getByText(/, now \d+(st|nd|rd|th) of \d+$/)).toBeAttached();
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

test('search finds lanes and events, goes from match to match, and ends with Escape', async ({ studio, page }) => {
  await openFailing(studio);
  await timeline(page).press('/');
  const field = page.getByRole('searchbox', { name: 'Find in the timeline' });
  await expect(field).toBeFocused();
  const status = page.getByRole('search').getByRole('status');
  await field.fill('watch');
  await expect(status).toHaveText('1 of 1');
  await field.press('Enter');
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /watchdog: /);

  await field.fill('failed');
  await expect(status).toHaveText(/^1 of \d/);
  const count = Number(/\d+$/.exec((await status.textContent())!)![0]);
  expect(count).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Next match' }).click();
  await expect(status).toHaveText(`2 of ${count}`);
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /: FAILED/);
  await field.press('Shift+Enter');
  await field.press('Shift+Enter');
  await expect(status).toHaveText(`${count} of ${count}`);
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /: FAILED/);

  await field.fill('no such thing');
  await expect(status).toHaveText('nothing found');
  await field.press('Escape');
  await expect(field).toBeHidden();
  await expect(timeline(page)).toBeFocused();

  await page.getByRole('button', { name: 'Lanes: order, filter, pins' }).click();
  await page.getByRole('menu').getByText('Find…').click();
  await expect(field).toBeFocused();
});

test('waits and empty polls are told under the pointer and where a key has gone to', async ({ studio, page }) => {
  await studio.openExperiment({
    id: 'polling',
    resources: [
      { guid: 1, rtype: 'linux::Node', label: 'node', behavior: { provision: '20s' } },
      { guid: 2, rtype: 'linux::Application', label: 'late', behavior: { run: '5s' } },
      { guid: 3, rtype: 'linux::Application', label: 'app', behavior: { run: '5s' } },
    ],
    connections: [
      [2, 1],
      [3, 1],
    ],
    conditions: [{ resources: [3], action: 'START', group: [2], state: 'STOPPED' }],
    simulation: { rescheduleDelay: '2s' },
  });
  await page.getByRole('banner').getByRole('button', { name: /^Play/ }).click();
  await studio.transport.getByRole('button', { name: 'Last instant' }).click();
  await timeline(page).click({ position: nameAt(2) });
  const hint = page.getByTestId('lane-hint');
  await page.mouse.move(0, 0);

  // Back to where it got READY, then on to the polls of its wait.
  const says = (text: RegExp) => expect(timeline(page)).toHaveAttribute('aria-valuetext', text, { timeout: 300 });
  await expect(async () => {
    await timeline(page).press('Shift+,');
    await says(/app: READY/);
  }).toPass();
  await expect(async () => {
    await timeline(page).press('ArrowRight');
    await says(/app: READY, waits for late STOPPED, polled, found late still STARTED/);
  }).toPass();
  await expect(hint).toContainText('waits for late STOPPED');
  await expect(hint).toContainText('polled, found late still STARTED');
  await timeline(page).press('Escape');
  await expect(hint).toBeHidden();
});

test('what is chosen elsewhere is brought into sight, in a comparison, too', async ({ studio, page }) => {
  await openGolden(studio, 'crowded-workers');
  await page.getByRole('tab', { name: 'Outline' }).click();
  await page.getByPlaceholder('Filter').fill('Application 79');
  await studio.outline.getByRole('treeitem', { name: 'Application 79' }).click();
  await runAndGoTo(studio, '10');
  const lanes = page.getByRole('table', { name: /^States at/ });
  await expect(lanes.getByRole('rowheader', { name: 'Application 79 (guid 79)' })).toBeAttached();
  await page.getByPlaceholder('Filter').fill('Node 12');
  await studio.outline.getByRole('treeitem', { name: 'Node 12' }).first().click();
  await expect(lanes.getByRole('rowheader', { name: 'Node 12 (guid 12)' })).toBeAttached();
  await page.getByPlaceholder('Filter').fill('Node 39');
  await studio.outline.getByRole('treeitem', { name: 'Node 39' }).first().click();
  await whatIf(page, 'Fails now');
  await expect(lanes.getByRole('rowheader', { name: /^↳ Node 39 / })).toBeAttached();
});
