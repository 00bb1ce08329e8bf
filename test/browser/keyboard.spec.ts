// The story without a mouse: nothing but keys, from an empty canvas to the end of a run.
import { expect, test } from './studio.ts';

test('build, run and delete with the keyboard alone', async ({ studio, page }) => {
  test.slow();
  const { inspector, outline } = studio;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Runs a command by its name. */
  const command = async (name: string) => {
    await press('Control+K');
    await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused();
    await page.keyboard.type(name);
    await press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  const nameSelected = async (label: string) => {
    await press('F2');
    await expect(inspector.getByRole('textbox', { name: 'Label' })).toBeFocused();
    await page.keyboard.type(label);
    await press('Enter');
  };

  await test.step('an empty experiment', async () => {
    await command('New experiment');
    await expect(studio.card(1)).toHaveCount(0);
  });

  await test.step('add a node and two applications by name', async () => {
    for (const [rtype, label] of [
      ['linux::Node', 'host'],
      ['linux::Application', 'server'],
      ['linux::Ping', 'client'],
    ] as const) {
      await command('Find a type to add');
      const search = page.getByRole('searchbox', { name: 'Search types' });
      await expect(search).toBeFocused();
      await page.keyboard.type(rtype);
      await press('Enter', 'Escape', 'Escape');
      await nameSelected(label);
    }
    await command('Outline');
    await expect(outline).toBeFocused();
    await expect(outline.getByRole('treeitem', { name: /^client/ })).toBeVisible();
  });

  await test.step('connect both to the node', async () => {
    for (const place of [3, 5]) {
      await command('Outline');
      await press('Home');
      for (let row = 0; row < place; row++) await press('ArrowDown');
      await press('c');
      await expect(inspector.getByRole('combobox', { name: 'Connect to' })).toBeFocused();
      await page.keyboard.type('host');
      await expect(page.getByRole('option', { name: /^host/ })).toBeVisible();
      await press('Enter');
    }
    expect((await studio.experiment()).connections).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });

  await test.step('the client starts five seconds after the server', async () => {
    await command('Outline');
    await press('End', 'w');
    await expect(inspector.getByRole('button', { name: 'Add condition' })).toBeFocused();
    await press('Enter');
    await expect(inspector.getByRole('combobox', { name: 'Resources to wait for' })).toBeFocused();
    await page.keyboard.type('server');
    await expect(page.getByRole('option', { name: /^server/ })).toBeVisible();
    await press('Enter', 'Tab', 'Tab');
    await expect(inspector.getByRole('textbox', { name: 'Time', exact: true })).toBeFocused();
    await page.keyboard.type('5s');
    await press('Tab');
    await expect(inspector.getByRole('button', { name: 'Add', exact: true })).toBeFocused();
    await press('Enter');
    await expect(
      inspector.getByRole('button', { name: 'client: START when server is STARTED + 5s' }).first(),
    ).toBeVisible();
    await expect(inspector.getByRole('button', { name: 'Add condition' })).toBeFocused();
  });

  await test.step('an attribute', async () => {
    await command('Outline');
    await press('Enter');
    const filter = inspector.getByRole('searchbox', { name: 'Filter attributes' });
    while (!(await filter.evaluate((element) => element === document.activeElement))) await press('Tab');
    await page.keyboard.type('count');
    await press('Tab', 'Tab');
    await expect(inspector.getByRole('textbox', { name: 'count', exact: true })).toBeFocused();
    await page.keyboard.type('3');
    await press('Enter');
    expect((await studio.experiment()).resources[2]!.attributes).toEqual({ count: 3 });
  });

  await test.step('play, step, read the states', async () => {
    await command('Outline');
    await press('Shift+R');
    await expect(page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Pause' })).toBeVisible();
    await command('Last instant');
    await expect(outline.getByRole('treeitem', { name: /^client.*RELEASED/ })).toBeVisible();
    await command('First instant');
    await expect(outline.getByRole('treeitem', { name: /^client.*NEW/ })).toBeVisible();
    await command('Next event');
    await command('Previous event');
    await command('Edit in Design');
  });

  await test.step('delete and undo', async () => {
    await command('Outline');
    await press('End', 'Delete');
    await expect(outline.getByRole('treeitem', { name: /^client/ })).toHaveCount(0);
    expect((await studio.experiment()).conditions ?? []).toEqual([]);
    await press('Control+Z');
    await expect(outline.getByRole('treeitem', { name: /^client/ })).toBeVisible();
    expect((await studio.experiment()).conditions).toHaveLength(1);
  });
});

test('Delete and Backspace delete what is selected, but never while typing', async ({ studio, page }) => {
  await studio.card(3).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await expect(studio.card(3)).toBeVisible();
  await studio.card(3).click();
  await page.keyboard.press('Backspace');
  await expect(studio.card(3)).toHaveCount(0);
  await studio.card(2).click();
  await page.keyboard.press('Delete');
  await expect(studio.card(2)).toHaveCount(0);
});

test('a dialog or a small window leaves the keyboard where it was', async ({ studio, page }) => {
  await studio.openExperiment({
    id: 'focus',
    resources: [1, 2].map((guid) => ({ guid, rtype: 'linux::Node', position: { x: guid * 300, y: 0 } })),
  });
  const cardWithFocus = page.locator('.react-flow__node:focus');
  await studio.card(1).click();
  for (const open of ['Control+f', 'Shift+W', 'Control+k', '?']) {
    await page.keyboard.press(open);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(cardWithFocus).toHaveAttribute('data-id', '1');
  }
  await page.keyboard.press('w');
  await studio.card(2).click();
  await expect(page.getByRole('combobox', { name: 'Action' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cardWithFocus).toHaveAttribute('data-id', '2');
});
