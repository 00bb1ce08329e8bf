// In a panel the keyboard stays where it was: on a button that came to the end of something, beside one that is gone.
import { holdTimers } from './late-page.ts';
import { expect, type Page, type Studio, test } from './studio.ts';

const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const script = (page: Page) => page.getByRole('list', { name: 'Script' });

async function open(studio: Studio): Promise<void> {
  await studio.openExperiment({
    id: 'panels',
    resources: [
      { guid: 1, rtype: 'linux::Node', label: 'host', position: { x: 0, y: 0 } },
      { guid: 2, rtype: 'linux::Ping', label: 'ping', position: { x: 320, y: 0 } },
      { guid: 3, rtype: 'linux::Node', label: 'far', position: { x: 0, y: 200 } },
    ],
    connections: [[2, 1]],
    conditions: [
      { resources: [2], action: 'START', group: [1], state: 'STARTED' },
      { resources: [2], action: 'START', group: [3], state: 'STARTED' },
    ],
  });
  await expect(studio.card(3)).toBeVisible();
}

test('a button that comes to the end of something keeps the keyboard', async ({ studio, page }) => {
  await open(studio);
  await test.step('of the run, and its start', async () => {
    await press(page, 't');
    await expect(page.getByText(/^Completed/).first()).toBeVisible();
    await press(page, 'End');
    for (const [name, key] of [
      ['Next event', '.'],
      ['Last instant', 'End'],
    ] as const) {
      await press(page, ',');
      const button = studio.transport.getByRole('button', { name });
      await button.focus();
      await press(page, 'Enter');
      await expect(button, key).toBeDisabled();
      await expect(button).toBeFocused();
    }
    const first = studio.transport.getByRole('button', { name: 'First instant' });
    await first.focus();
    await press(page, 'Enter');
    await expect(first).toBeDisabled();
    await expect(first).toBeFocused();
    await press(page, 'Enter');
    await studio.design();
  });
  await test.step('of what can be undone, and done again', async () => {
    await studio.card(3).click();
    await press(page, 'Control+D');
    const undo = page.getByRole('button', { name: /^Undo/ });
    await undo.focus();
    await press(page, 'Enter');
    await expect(undo).toBeDisabled();
    await expect(undo).toBeFocused();
    const redo = page.getByRole('button', { name: /^Redo/ });
    await redo.focus();
    await press(page, 'Enter');
    await expect(redo).toBeDisabled();
    await expect(redo).toBeFocused();
  });
});

test('who works on the script goes on there', async ({ studio, page }) => {
  await open(studio);
  await press(page, 's');
  const editable = page.getByRole('button', { name: 'Make it editable' });
  await editable.focus();
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: 'Add step', exact: true })).toBeFocused();
  await test.step('a step takes along the button that moves it', async () => {
    const up = (step: string) => page.getByRole('button', { name: `Move step ${step} up` });
    await up('3, Shut down').focus();
    await press(page, 'Enter');
    await expect(up('2, Shut down')).toBeFocused();
    await press(page, 'Enter');
    await expect(up('1, Shut down')).toBeFocused();
    await expect(up('1, Shut down')).toBeDisabled();
  });
  await test.step('the last step leaves it to what is beside', async () => {
    await page.getByRole('button', { name: 'Remove step 1, Shut down' }).focus();
    await press(page, 'Enter', 'Enter', 'Enter');
    await expect(script(page).getByRole('listitem')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Use the default script' })).toBeFocused();
  });
  await press(page, 'Enter');
  await expect(editable).toBeFocused();
  await press(page, 'Control+Z');
  await expect(
    page.getByRole('button', { name: /^(Add step|Use the default script)$/ }).and(page.locator(':focus')),
  ).toHaveCount(1);
  await test.step('Escape leaves a choice', async () => {
    await press(page, 'Control+Z');
    await script(page).getByRole('combobox', { name: 'Step 1' }).focus();
    await press(page, 'Escape');
    await expect(page.locator('.react-flow__node:focus, [data-workplace]:focus')).toHaveCount(1);
  });
});

test('who takes something out of a list in the inspector goes on with its neighbour', async ({ studio, page }) => {
  await open(studio);
  await studio.card(2).click();
  const remove = studio.inspector.getByRole('button', { name: /^Remove ping: START/ });
  await expect(remove).toHaveCount(2);
  await remove.first().focus();
  await press(page, 'Enter');
  await expect(remove).toHaveCount(1);
  await expect(remove).toBeFocused();
  await press(page, 'Enter');
  await expect(remove).toHaveCount(0);
  await expect(studio.inspector.locator(':focus')).toHaveCount(1);
});

test('a run begun from a field leaves the keyboard where it means the run', async ({ studio, page }) => {
  await open(studio);
  await press(page, 's');
  await page.getByRole('button', { name: 'Make it editable' }).click();
  await script(page).getByRole('combobox', { name: 'Step 1' }).focus();
  await studio.command('Simulate');
  await expect(studio.mode('Simulate')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.react-flow__node:focus, [data-workplace]:focus')).toHaveCount(1);
});

test('what was asked for takes the keyboard back from nobody', async ({ studio, page }) => {
  await open(studio);
  await studio.card(2).click();
  await test.step('a field, and then a window', async () => {
    const release = await holdTimers(page);
    await press(page, 'Enter', 'Control+K');
    await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused();
    await release();
    await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused();
    await press(page, 'Escape');
    await expect(studio.inspector.locator(':focus')).toHaveCount(1);
    await press(page, 'Escape');
    await expect(page.locator('.react-flow__node:focus')).toHaveCount(1);
  });
  await test.step('a panel, and then a field', async () => {
    const releaseFirst = await holdTimers(page);
    await press(page, 'o');
    await expect(studio.outline).toBeFocused();
    const releaseSecond = await holdTimers(page);
    await press(page, 'Home', 'ArrowDown', 'Enter');
    await expect(studio.inspector.locator(':focus')).toHaveCount(1);
    await releaseSecond();
    await releaseFirst();
    await expect(studio.inspector.locator(':focus')).toHaveCount(1);
  });
});

test('Enter in the outline leads into the inspector, whatever is marked', async ({ studio, page }) => {
  await open(studio);
  await press(page, 'o');
  await expect(studio.outline).toBeFocused();
  for (const [row, keys] of [
    [/^linux::Node/, ['Home']],
    [/^host/, ['ArrowDown']],
    [/^START/, ['End', 'ArrowRight', 'ArrowDown', 'ArrowDown']],
  ] as const) {
    await press(page, ...keys);
    await expect(studio.outline.getByRole('treeitem', { name: row, selected: true }).first()).toBeVisible();
    await press(page, 'Enter');
    await expect(studio.inspector.locator(':focus')).toHaveCount(1);
    await press(page, 'Escape');
    await expect(studio.outline).toBeFocused();
  }
});

test('why a resource waits is read by its key', async ({ studio, page }) => {
  await open(studio);
  await studio.card(2).click();
  await press(page, 't');
  await expect(page.getByText(/^Completed/).first()).toBeVisible();
  const why = page.getByRole('region', { name: 'Why' });
  await press(page, 'h');
  await expect(why).toBeFocused();
  await expect(why).toContainText('ping');
  await press(page, 'k');
  await expect(page.getByRole('region', { name: 'Critical path' })).toBeVisible();
  await press(page, 'k', 'z');
  await expect(page.getByRole('region', { name: 'Critical path' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Fold idle time' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: /^Why/ }).click();
  await expect(why).toBeHidden();
  await press(page, 'h');
  await expect(why).toBeFocused();

  await test.step('Escape leads back to where one came from, and the selection stays', async () => {
    await press(page, 'Escape');
    await expect(page.getByRole('button', { name: /^Why/ })).toBeFocused();
    await expect(why).toContainText('ping');
    const timeline = page.getByRole('slider', { name: /^Timeline/ });
    await timeline.focus();
    await press(page, 'h');
    await expect(why).toBeFocused();
    await press(page, 'Tab', 'Escape');
    await expect(timeline).toBeFocused();
    await expect(why).toContainText('ping');
  });
});

test('the name of the experiment is taken by Enter, taken back by Escape, and leads back to work', async ({
  studio,
  page,
}) => {
  await open(studio);
  await studio.card(2).click();
  const name = page.getByRole('textbox', { name: 'Experiment name' });
  await name.focus();
  await page.keyboard.type('another');
  await press(page, 'Escape');
  await expect(name).toHaveValue('panels');
  await press(page, 'Escape');
  await expect(page.locator('.react-flow__node:focus')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  await name.focus();
  await page.keyboard.type('another');
  await press(page, 'Enter');
  await expect(page).toHaveTitle(/another/);
  await expect(page.locator('.react-flow__node:focus')).toHaveCount(1);
  await press(page, 'Control+Z');
  await expect(name).toHaveValue('panels');
});
