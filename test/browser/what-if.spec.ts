// What if: the run on screen once more with one thing otherwise, both side by side, until it is taken in or thrown away.
import { holdFrames } from './late-page.ts';
import { differences, openGolden, runAndGoTo, runOnScreen, stateRow, toolbar, whatIf } from './run-steps.ts';
import { expect, test } from './studio.ts';

test('a node dies at 10 s: both runs, where they part, what came of it; the design stays untouched', async ({
  studio,
  page,
}) => {
  await openGolden(studio, 'server-and-clients');
  const before = await studio.exportJson();
  await studio.select('Node 1 ');
  await runAndGoTo(studio, '10');
  await whatIf(page, 'Fails now');

  const panel = differences(page);
  await expect(panel.getByRole('textbox', { name: 'Name of this run' })).toHaveValue('Node 1 fails at 10 s');
  await expect(panel).toContainText(/Completed after/);
  await expect(panel).toContainText(/A critical resource failed; ended after/);
  await expect(panel).toContainText('First difference at 10 s');
  await expect(stateRow(page, 1, 'FAILED')).toHaveText(['never', '10 s', '']);
  await expect(page.getByRole('slider', { name: /^Timeline of 10 resources/ })).toBeVisible();
  // The critical path is that of the run on screen, in its lanes; on a narrow screen it has the place of the differences.
  await page.getByRole('button', { name: /^Critical path/ }).click();
  const path = page.getByRole('region', { name: 'Critical path' });
  await expect(path).toBeVisible();
  await expect(panel).toBeHidden();
  await page.getByRole('button', { name: /^Critical path/ }).click();
  await expect(panel).toBeVisible();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('button', { name: /^Critical path/ }).click();
  await expect(panel).toBeVisible();
  await expect(path.getByRole('row', { name: /^Whole run/ })).toContainText('10.5 s');
  await expect(path.getByRole('listitem')).toContainText([/^↳ Node 1/]);
  await expect(path).not.toContainText('guid');

  expect(await studio.exportJson()).toBe(before);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();

  await runOnScreen(page).click();
  await page.getByRole('option', { name: 'Original' }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByRole('slider', { name: /^Timeline of 5 resources/ })).toBeVisible();
});

test('what was tried is taken into the experiment as one step, and undone as one', async ({ studio, page }) => {
  await openGolden(studio, 'server-and-clients');
  const before = await studio.exportJson();
  await studio.select('Node 1 ');
  await runAndGoTo(studio, '10');
  await whatIf(page, 'Fails now');
  await differences(page).getByRole('button', { name: 'Take into the experiment' }).click();
  const { resources } = await studio.experiment();
  expect(resources.find(({ guid }) => guid === 1)?.behavior).toMatchObject({ failure: { provision: 1 } });
  await expect(differences(page).getByRole('button', { name: 'Take into the experiment' })).toBeDisabled();
  await studio.undo();
  expect(await studio.exportJson()).toBe(before);
});

test('a delay is asked for, named, renamed and thrown away', async ({ studio, page }) => {
  await openGolden(studio, 'server-and-clients');
  await studio.select('Node 1 ');
  await runAndGoTo(studio, '5');
  await whatIf(page, 'Is held up…');
  const dialog = page.getByRole('dialog', { name: 'What if it were held up?' });
  await expect(dialog.getByRole('textbox', { name: 'Held up by' })).toBeFocused();
  await page.keyboard.type('5');
  await expect(dialog).toContainText('one number and one unit');
  await expect(dialog.getByRole('button', { name: 'Try it' })).toBeDisabled();
  await page.keyboard.type('s');
  await page.keyboard.press('Enter');

  const name = differences(page).getByRole('textbox', { name: 'Name of this run' });
  await expect(name).toHaveValue('Node 1 is held up by 5s at 5 s');
  await expect(stateRow(page, 1, 'READY').last()).toHaveText('+5 s');
  await name.fill('slow node');
  await name.press('Enter');
  await expect(runOnScreen(page)).toHaveText(/slow node/);

  await differences(page).getByRole('button', { name: 'Throw away' }).click();
  await expect(differences(page)).toBeHidden();
  await expect(runOnScreen(page)).toBeHidden();
});

test('what is typed at once is all in the field that asks, on a busy machine, too', async ({ studio, page }) => {
  await openGolden(studio, 'server-and-clients');
  await studio.select('Node 1 ');
  await runAndGoTo(studio, '5');
  await page.getByRole('region', { name: 'Run and problems' }).getByRole('button', { name: 'What if…' }).click();
  const entry = page.getByRole('menuitem', { name: 'Is held up…' });
  await expect(entry).toBeVisible();
  const release = await holdFrames(page);
  await entry.click();
  await page.keyboard.type('7');
  await release();
  await page.keyboard.type('s');
  await page.keyboard.press('Enter');
  await expect(differences(page).getByRole('textbox', { name: 'Name of this run' })).toHaveValue(/held up by 7s/);
});

test('without a condition, from the menu of a lane', async ({ studio, page }) => {
  await openGolden(studio, 'server-and-clients');
  const { conditions } = await studio.experiment();
  await runAndGoTo(studio, '1');
  const lanes = page.getByRole('slider', { name: /^Timeline of/ });
  await lanes.click({ button: 'right', position: { x: 300, y: 120 } });
  await page.getByRole('menuitem', { name: 'Without a condition' }).click();
  await page
    .getByRole('menuitem', { name: /START when/ })
    .first()
    .click();
  const name = differences(page).getByRole('textbox', { name: 'Name of this run' });
  await expect(name).toHaveValue(/is dropped at 1 s$/);
  await differences(page).getByRole('button', { name: 'Take into the experiment' }).click();
  expect((await studio.experiment()).conditions).toHaveLength(conditions!.length - 1);
});

test('a phase takes another time, an attribute is set', async ({ studio, page }) => {
  await openGolden(studio, 'server-and-clients');
  await studio.select('Application 4');
  await runAndGoTo(studio, '20');
  await whatIf(page, 'Takes another time…');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Takes' }).fill('1s');
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await expect(stateRow(page, 4, 'STOPPED').nth(1)).toHaveText('20 s');
  await whatIf(page, 'Gets another attribute…');
  await dialog.getByRole('combobox', { name: 'Attribute' }).click();
  await page.getByRole('option', { name: 'value' }).click();
  await dialog.getByRole('textbox', { name: 'Value' }).fill('7');
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await expect(differences(page).getByRole('listitem')).toHaveText([
    'Application 4: run takes 1s at 20 s',
    'value of Application 4 becomes 7 at 20 s',
  ]);
});

test('another seed runs the same with other draws, and can be kept in the file', async ({ studio, page }) => {
  await studio.openExperiment({
    id: 'luck',
    resources: [{ guid: 1, rtype: 'linux::Node', behavior: { provision: { dist: 'uniform', min: '1s', max: '90s' } } }],
  });
  await runAndGoTo(studio, '0');
  const bar = page.getByRole('region', { name: 'Run and problems' });
  await expect(bar.getByText('seed 1', { exact: true })).toBeVisible();
  await whatIf(page, 'Run with another seed');
  await expect(bar.getByText('seed 2', { exact: true })).toBeVisible();
  await expect(stateRow(page, 1, 'PROVISIONED').last()).toHaveText(/^[+−]/);
  await differences(page).getByRole('button', { name: 'Take into the experiment' }).click();
  expect((await studio.experiment()).simulation).toEqual({ seed: 2 });
});

test('a run that is stuck goes on without the condition it waits for', async ({ studio, page }) => {
  await openGolden(studio, 'deadlock');
  await toolbar(page).getByRole('button', { name: 'Play' }).click();
  await expect(page.getByText(/^Stalled at/).first()).toBeVisible();
  await page.keyboard.press('End');
  await page.getByRole('region', { name: 'Run and problems' }).getByRole('button', { name: 'What if…' }).click();
  await page.getByRole('menuitem', { name: 'Without a condition' }).click();
  await page
    .getByRole('menuitem', { name: /START when/ })
    .first()
    .click();
  await expect(differences(page)).toContainText(/Stalled at.*Completed after/s);
});
