// What somebody can tell from the screen who never read the file: why the last resource started when it did, what to
// change to finish sooner, and what comes of a failure. The sentences, the ends of the arrows, the sum of the path.
import { differences, openGolden, runAndGoTo, stateRow, toolbar, whatIf } from './run-steps.ts';
import { expect, type Page, type Studio, test } from './studio.ts';

const sentences = (page: Page) => page.getByTestId('why').getByRole('listitem');
const causes = (page: Page) => page.getByTestId('causes').getByRole('listitem');

/** Selects a resource among many. */
async function select({ page, outline }: Studio, label: string): Promise<void> {
  await page.getByRole('tab', { name: 'Outline' }).click();
  await page.getByPlaceholder('Filter').fill(label);
  await outline.getByRole('treeitem', { name: label }).first().click();
}

/** Each arrow begins where the next one ends, down to the beginning of the run. */
async function expectArrowsToJoin(page: Page): Promise<void> {
  const arrows = await causes(page)
    .locator('[data-cause]')
    .evaluateAll((all) =>
      (all as HTMLElement[]).map(({ dataset }) => [Number(dataset['event']), Number(dataset['cause'])] as const),
    );
  expect(arrows.length).toBeGreaterThan(3);
  expect(arrows.slice(1).map(([event]) => event)).toEqual(arrows.slice(0, -1).map(([, cause]) => cause));
}

/** The critical path's parts sum up to the run's end. */
async function expectPathToSumUp(page: Page, end: number): Promise<void> {
  await page.getByRole('button', { name: /^Critical path/ }).click();
  const table = page.getByTestId('critical-path');
  const micros = (rows: string) =>
    table.locator(rows).evaluateAll((all) => (all as HTMLElement[]).map(({ dataset }) => Number(dataset['micros'])));
  await expect(table.locator('tfoot tr')).toHaveAttribute('data-micros', String(end));
  expect((await micros('tbody tr')).reduce((sum, part) => sum + part, 0)).toBe(end);
}

test('server-and-clients', async ({ studio, page }) => {
  await openGolden(studio, 'server-and-clients');
  await select(studio, 'Application 5');
  await runAndGoTo(studio, '14');
  await expect(sentences(page)).toHaveText([
    'Application 5 has been READY since 10 s.',
    'Application 5 waits: Application 3 is STARTED, and another 1.4 s must pass.',
    'Application 5 gets STARTED at 15.4 s, in 1.4 s.',
    'With a shorter time in this condition, Application 5 could go on sooner.',
  ]);
  await page.getByTestId('why').getByRole('button', { name: '15.4 s' }).click();
  await expect(causes(page)).toHaveText([
    "because a condition was met by Application 3 STARTED at 13.4 s, then 2 s of its condition's delay",
    'because the last of its deployment group got ready: Application 3 READY at 12 s, then 1 s to the next poll, 400 ms of work',
    'because its own step before was done: Application 3 PROVISIONED at 12 s, DISCOVERED at 12 s',
    'because what it needs was there: Node 1 READY at 12 s',
    'because its own step before was done: Node 1 PROVISIONED at 12 s, DISCOVERED at 0 s, then 12 s of work',
    'because the run began',
  ]);
  await expectArrowsToJoin(page);
  await expectPathToSumUp(page, 58_000_000);
  await expect(page.getByTestId('levers').getByRole('listitem')).toHaveText([
    'run of Application 5 (40 s)',
    'provision of Node 1 (12 s)',
    'the time that Application 5 waits after Application 3 STARTED (2 s)',
    'the time that Application 3 waits after Application 5 STOPPED (1.5 s)',
    'stop of Application 3 (600 ms)',
  ]);
});

test('crowded-workers: too few workers decide, and a node that dies aborts it all', async ({ studio, page }) => {
  await openGolden(studio, 'crowded-workers');
  await select(studio, 'Node 39');
  await runAndGoTo(studio, '6');
  await expect(sentences(page)).toHaveText([
    'Node 39 is NEW.',
    'Node 39 is due, but every worker is busy for another 2.3 s.',
    'Node 39 gets DISCOVERED at 0:09.3, in 3.3 s.',
    'With more workers, Node 39 could go on now.',
  ]);
  await select(studio, 'Application 79');
  await runAndGoTo(studio, '18.7');
  await expect(causes(page).nth(0)).toHaveText(
    'because the last of its deployment group got ready: Application 79 READY at 0:17.8, then 900 ms to the next poll',
  );
  await expect(causes(page).nth(4)).toHaveText(
    'because a worker came free after Node 14 READY at 0:08.3, then 8.3 s without a free worker, 1 s of work',
  );
  await expectArrowsToJoin(page);
  await expectPathToSumUp(page, 64_500_000);
  await expect(page.getByTestId('levers').getByRole('listitem').nth(1)).toHaveText(
    'the line for a worker: more workers (8.3 s)',
  );
  await select(studio, 'Node 39');
  await runAndGoTo(studio, '10');
  await whatIf(page, 'Fails now');
  await expect(differences(page)).toContainText(/Completed after 1:04\.5\D.*A critical resource failed; ended after/s);
  await expect(stateRow(page, 39, 'FAILED')).toHaveText(['never', '0:10', '']);
});

test('critical-failure-while-running: one failure ends the others', async ({ studio, page }) => {
  await openGolden(studio, 'critical-failure-while-running');
  await select(studio, 'Application 3');
  await runAndGoTo(studio, '1');
  await expect(sentences(page)).toHaveText([
    'Application 3 has been STARTED since 1 s.',
    'Application 3 runs, and is released in 7.5 s.',
    'Application 3 gets RELEASED at 8.5 s, in 7.5 s.',
  ]);
  await expect(causes(page).first()).toHaveText(
    'because the last of its deployment group got ready: Application 3 READY at 0 s, then 1 s to the next poll',
  );
  await expectArrowsToJoin(page);
  await page.getByTestId('why').getByRole('button', { name: '8.5 s' }).click();
  await expect(causes(page)).toContainText([/the script went on after/, /failure.*Application 2 FAILED at 8.5 s/]);
  await expectPathToSumUp(page, 9_000_000);
  await expect(page.getByTestId('levers').getByRole('listitem')).toHaveText(['run of Application 2 (7.5 s)']);
});

test('deadlock: who waits for whom, and which condition to drop', async ({ studio, page }) => {
  await openGolden(studio, 'deadlock');
  await select(studio, 'Application 3');
  await toolbar(page).getByRole('button', { name: 'Play' }).click();
  await expect(page.getByText(/^Stalled at/).first()).toBeVisible();
  await page.keyboard.press('End');
  await expect(sentences(page)).toHaveText([
    'Application 3 is READY.',
    'Application 3 waits for Application 2 to be STOPPED.',
    'Application 2 waits for Application 3 to be STOPPED.',
    'They wait for each other: this never ends by itself.',
    'It stays so for ever: nothing can change any more.',
    'Without this condition on Application 2, Application 3 could go on now.',
  ]);
  await expectArrowsToJoin(page);
  await expectPathToSumUp(page, 1_000_000);
  await page.getByRole('region', { name: 'Run and problems' }).getByRole('button', { name: 'What if…' }).click();
  await page.getByRole('menuitem', { name: 'Without a condition' }).click();
  await page.getByRole('menuitem', { name: /^Application 3: START when Application 2/ }).click();
  await expect(differences(page)).toContainText(/Stalled at.*Completed after/s);
  await expect(stateRow(page, 3, 'STARTED').first()).toHaveText('never');
});

test('deadlock: a node that dies at 10 s, long after the run has stalled, ends it', async ({ studio, page }) => {
  await openGolden(studio, 'deadlock');
  await select(studio, 'Node 1');
  await runAndGoTo(studio, '10', /^Stalled at/);
  await expect(page.getByText(/^The run is stalled: from 1 s to 10 s nothing changes. What if/)).toBeVisible();
  await whatIf(page, 'Fails at…');
  const dialog = page.getByRole('dialog', { name: 'What if it failed?' });
  const time = dialog.getByRole('textbox', { name: 'At' });
  await expect(time).toBeFocused();
  await expect(time).toHaveValue('1 s');
  await time.fill('201');
  await expect(dialog).toContainText('The simulation gives up at 3:20, its horizon: nothing can happen to it at 3:21.');
  await expect(dialog.getByRole('button', { name: 'Try it' })).toBeDisabled();
  await time.fill('10');
  await expect(dialog).toContainText('The run is stalled: from 1 s to 10 s nothing changes.');
  await time.press('Enter');
  await expect(differences(page)).toContainText(/Stalled at 1 s.*A critical resource failed; ended after 10\.5 s/s);
  await expect(stateRow(page, 1, 'FAILED')).toHaveText(['never', '10 s', '']);
  // One sees where it happens, and that nothing else decides how long this run takes.
  await expect(page.getByRole('slider', { name: /^Timeline of/ })).toHaveAttribute('aria-valuenow', '10000000');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expectPathToSumUp(page, 10_500_000);
  const path = page.getByRole('region', { name: 'Critical path' });
  await expect(path.getByRole('row')).toHaveText([
    /^Polling500 ms5 %/,
    /^Until somebody intervened10 s95 %/,
    /^Whole run/,
  ]);
  await expect(path.getByRole('listitem').last()).toHaveText(/^↳ Node 1 at 10 s: 10 s until it was made to fail$/);
  await page.getByRole('button', { name: /^Why/ }).click();
  await expect(causes(page).last()).toHaveText('because it was made to fail');
});

test('critical-failure-while-running: at 10 s there is no node left to die', async ({ studio, page }) => {
  await openGolden(studio, 'critical-failure-while-running');
  await select(studio, 'Node 1');
  await runAndGoTo(studio, '10');
  const answer = 'The run is over at 9 s, and everything is released: nothing can happen to it at 10 s.';
  await expect(page.getByText(answer)).toBeVisible();
  await whatIf(page, 'Fails at…');
  const dialog = page.getByRole('dialog', { name: 'What if it failed?' });
  await dialog.getByRole('textbox', { name: 'At' }).fill('10');
  await expect(dialog.getByText(answer)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Try it' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'At' }).fill('8');
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await expect(stateRow(page, 1, 'FAILED')).toHaveText(['never', '8 s', '']);
});
