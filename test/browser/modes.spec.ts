// Design and Simulate: a run is watched without being able to change what runs, and the design is there as it was.
import { expect, type Page, type Studio, test } from './studio.ts';

const notice = (page: Page) => page.getByText('The experiment can’t be changed while it is simulated.');

async function open(studio: Studio): Promise<void> {
  await studio.openExperiment({
    id: 'modes',
    resources: [
      { guid: 1, rtype: 'linux::Node', label: 'one', position: { x: 0, y: 0 }, behavior: { provision: '3s' } },
      { guid: 2, rtype: 'linux::Application', label: 'two', position: { x: 360, y: 0 }, behavior: { run: '9s' } },
      { guid: 3, rtype: 'linux::Application', label: 'three', position: { x: 360, y: 160 }, behavior: { run: '9s' } },
    ],
    connections: [
      [1, 2],
      [1, 3],
    ],
    conditions: [{ resources: [3], action: 'START', group: [2], state: 'STARTED', time: '2s' }],
    groups: [{ name: 'apps', guids: [2, 3] }],
  });
  await expect(studio.card(3)).toBeVisible();
}

async function middleOf(studio: Studio, guid: number): Promise<{ x: number; y: number }> {
  const box = (await studio.card(guid).boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('T goes to Simulate and back; states are shown there alone; the instant is kept', async ({ studio, page }) => {
  await open(studio);
  const before = await studio.exportJson();
  await expect(studio.mode('Design')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('t');
  await expect(studio.mode('Simulate')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('status', { name: 'Mode' })).toHaveText('Simulate: the experiment is locked.');
  for (const guid of [1, 2, 3]) await expect(studio.card(guid)).toContainText('NEW');
  await page.keyboard.press('End');
  await expect(page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Next event' })).toBeDisabled();
  await page.keyboard.press(',');
  const time = page.getByRole('textbox', { name: 'Time: type one to jump there' });
  const instant = await time.inputValue();
  const onCards = studio.canvas.locator('[data-state]');
  await expect(onCards).toHaveCount(3);
  const states = await onCards.allTextContents();

  await page.keyboard.press('t');
  await expect(page.getByRole('status', { name: 'Mode' })).toHaveText('Design: the experiment can be changed.');
  await expect(onCards).toHaveCount(0);
  expect(await studio.exportJson()).toBe(before);
  await page.keyboard.press('t');
  await expect(time).toHaveValue(instant);
  await expect(onCards).toHaveText(states);
});

test('nothing changes the experiment while it is simulated, by mouse or by key', async ({ studio, page }) => {
  test.slow();
  await open(studio);
  await studio.card(1).click();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  const before = await studio.exportJson();
  await page.keyboard.press('t');
  const unchanged = async () => {
    await expect(notice(page)).toBeVisible();
    await page.getByLabel('Dismiss').click();
    await expect(notice(page)).toBeHidden();
    expect(await studio.exportJson()).toBe(before);
  };

  await test.step('a drag; a click still selects', async () => {
    const from = await middleOf(studio, 2);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 80, from.y + 60, { steps: 4 });
    await page.mouse.up();
    await unchanged();
    await studio.card(2).click();
    await expect(studio.inspector.getByRole('textbox', { name: 'Label' })).toHaveValue('two');
    await expect(studio.card(2).locator('[data-handle]')).toHaveCount(0);
  });

  await test.step('keys', async () => {
    const keys = ['Delete', 'Control+d', 'Control+v', 'Control+x', 'Control+z', 'F2', 'c', 'w', 'ArrowDown'];
    for (const key of [...keys, 'Control+Shift+G', 'Shift+C', 'Alt+l']) {
      await studio.card(2).click();
      await page.keyboard.press(key);
      await unchanged();
    }
  });

  await test.step('a double click on the ground, the palette', async () => {
    const one = await middleOf(studio, 1);
    await page.mouse.dblclick(one.x, one.y + 150);
    await unchanged();
    await page.getByRole('button', { name: 'Add linux::Node', exact: true }).first().dblclick({ force: true });
    await unchanged();
  });

  await test.step('fields are there to read; the script and the outline too', async () => {
    await studio.card(2).click();
    await expect(studio.inspector.getByRole('textbox', { name: 'Label' })).toHaveAttribute('readonly');
    await expect(studio.inspector.getByRole('checkbox', { name: 'critical' })).toBeDisabled();
    await expect(studio.inspector.getByRole('button', { name: /^Disconnect/ })).toBeDisabled();
    await expect(studio.inspector.getByRole('button', { name: 'Add condition' })).toBeDisabled();
    await page.keyboard.press('s');
    await expect(page.getByRole('button', { name: 'Make it editable' })).toHaveCount(0);
    await page.getByRole('menubar').getByRole('menuitem', { name: 'Edit', exact: true }).click();
    await expect(page.getByRole('menuitem', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: 'Experiment name' })).toHaveAttribute('readonly');
    expect(await studio.exportJson()).toBe(before);
  });

  await test.step('and the way out is beside it', async () => {
    await studio.inspector.getByRole('button', { name: 'Edit in Design' }).click();
    await expect(studio.mode('Design')).toHaveAttribute('aria-pressed', 'true');
    await studio.inspector.getByRole('textbox', { name: 'Label' }).fill('renamed');
    await page.keyboard.press('Enter');
    expect((await studio.experiment()).resources[1]!.label).toBe('renamed');
    await studio.undo();
    expect(await studio.exportJson()).toBe(before);
  });
});

test('looking around goes on: pan, zoom, box, walk, what if; R goes to the start, L to the log', async ({
  studio,
  page,
}) => {
  await open(studio);
  await studio.card(1).click();
  await page.keyboard.press('Space');
  await expect(studio.mode('Simulate')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('End');
  await page.keyboard.press('r');
  await expect(page.getByRole('textbox', { name: 'Time: type one to jump there' })).toHaveValue(/^0/);
  await expect(studio.transport.getByRole('button', { name: 'Play' })).toBeVisible();

  const start = await middleOf(studio, 1);
  await page.mouse.move(start.x, start.y + 150);
  await page.mouse.down({ button: 'middle' });
  await page.mouse.move(start.x + 40, start.y + 150, { steps: 3 });
  await page.mouse.up({ button: 'middle' });
  expect(Math.round((await middleOf(studio, 1)).x - start.x)).toBe(40);
  await studio.card(1).click();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(studio.card(2)).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('.');
  await expect(studio.canvas.locator('[data-state="DISCOVERED"]')).not.toHaveCount(0);
  await page.keyboard.press('l');
  await expect(page.getByRole('tab', { name: /^Log/ })).toHaveAttribute('aria-selected', 'true');
});

test('a changed experiment makes the run stale; Space plays anew', async ({ studio, page }) => {
  await open(studio);
  await page.keyboard.press('t');
  await page.keyboard.press('End');
  await studio.design();
  await studio.card(2).click();
  await studio.inspector.getByRole('textbox', { name: 'run time' }).fill('1s');
  await page.keyboard.press('Enter');
  await page.keyboard.press('t');
  await expect(page.getByText('The experiment changed since this run.')).toBeVisible();
  await studio.design();
  await studio.canvas.locator('.react-flow__pane').click({ position: { x: 20, y: 200 } });
  await page.keyboard.press('Space');
  await expect(studio.mode('Simulate')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('The experiment changed since this run.')).toBeHidden();
  await page.keyboard.press('End');
  await expect(studio.card(2)).toContainText('RELEASED');
});
