// Where the keyboard is after every act: on what was made, or beside what is gone, never nowhere.
import type { Locator } from '@playwright/test';
import { holdFrames } from './late-page.ts';
import { expect, type Page, type Studio, test } from './studio.ts';

const FOUR = {
  id: 'four',
  resources: [
    { guid: 1, rtype: 'linux::Node', label: 'host', position: { x: 0, y: 0 } },
    { guid: 2, rtype: 'linux::Application', label: 'server', position: { x: 320, y: 0 } },
    { guid: 3, rtype: 'linux::Ping', label: 'ping', position: { x: 320, y: 160 } },
    { guid: 4, rtype: 'linux::Node', label: 'far', position: { x: 0, y: 480 } },
  ],
};

/** The card that has the keyboard. */
const focusedCard = (page: Page) => page.locator('.react-flow__node:focus');
const expectAtCard = (page: Page, guid: number) => expect(focusedCard(page)).toHaveAttribute('data-id', String(guid));
const ground = (studio: Studio) => studio.canvas.locator('[data-workplace]');
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Types into a list of what there is to pick, and takes the first. */
async function pick(page: Page, name: string, text: string): Promise<void> {
  await expect(page.getByRole('combobox', { name })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name })).toBeHidden();
}
const isSelected = (card: Locator) => expect(card).toHaveAttribute('data-selected');

test.beforeEach(async ({ studio }) => {
  test.slow();
  await studio.openExperiment(FOUR);
  await expect(studio.card(4)).toBeVisible();
});

test('what was added has the keyboard, whichever way it was added', async ({ studio, page }) => {
  await test.step('by its key, with nothing in focus', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await press(page, 'a');
    await pick(page, 'Type to add', 'linux::Ping');
    await expectAtCard(page, 5);
  });
  await test.step('by its key, from a card', async () => {
    await press(page, 'a');
    await pick(page, 'Type to add', 'linux::Ping');
    await expectAtCard(page, 6);
  });
  await test.step('from the command palette', async () => {
    await studio.command('Add resource by name');
    await pick(page, 'Type to add', '2 linux::Ping');
    await expectAtCard(page, 7);
  });
  await test.step('by a double click, or a click and Tab, on the ground', async () => {
    const pane = studio.canvas.locator('.react-flow__pane');
    await pane.dblclick({ position: { x: 40, y: 120 } });
    await pick(page, 'Type to add', 'linux::Ping');
    await expectAtCard(page, 9);
    await pane.click({ position: { x: 40, y: 120 } });
    await press(page, 'Tab');
    await pick(page, 'Type to add', 'linux::Ping');
    await expectAtCard(page, 10);
  });
  await test.step('from the palette, once one leaves its search', async () => {
    const search = page.getByRole('searchbox', { name: 'Search types' });
    await search.fill('linux::Ping');
    await press(page, 'Enter');
    await expect(search).toBeFocused();
    await press(page, 'Escape', 'Escape');
    await expectAtCard(page, 11);
  });
  await test.step('in the outline, its row', async () => {
    await studio.showOutline();
    await page.getByRole('button', { name: 'Add resource', exact: true }).click();
    await pick(page, 'Type to add', 'linux::Ping');
    await expect(studio.outline).toBeFocused();
    await expect(studio.outline.getByRole('treeitem', { selected: true })).toHaveAccessibleName(/12/);
  });
});

test('the next key means what was just made: its name, then where it leads', async ({ studio, page }) => {
  await press(page, 'a');
  await pick(page, 'Type to add', 'linux::Ping');
  await expectAtCard(page, 5);
  await press(page, 'Enter');
  await expect(studio.inspector.getByRole('textbox', { name: 'Label' })).toBeFocused();
  await page.keyboard.type('new one');
  await press(page, 'Enter');
  await expectAtCard(page, 5);
  await press(page, 'Shift+C');
  await pick(page, 'Connect the selection to', 'host');
  await expectAtCard(page, 5);
  await press(page, 'Shift+W');
  await pick(page, 'Let the selection wait for', 'server');
  await expect(page.getByRole('combobox', { name: 'Action' })).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectAtCard(page, 5);
  await isSelected(studio.card(5));
  const { connections, conditions } = await studio.experiment();
  expect(connections).toEqual([[5, 1]]);
  expect(conditions).toEqual([{ resources: [5], action: 'START', group: [2], state: 'STARTED' }]);
});

test('who draws an edge goes on with what it began at', async ({ studio, page }) => {
  await test.step('a connection, with keys', async () => {
    await studio.card(2).click();
    await press(page, 'c', 'Alt+ArrowLeft', 'Enter');
    await expectAtCard(page, 2);
    await isSelected(studio.card(2));
  });
  await test.step('a condition, with keys', async () => {
    await press(page, 'w', 'Alt+ArrowDown', 'Enter');
    await expect(page.getByRole('combobox', { name: 'Action' })).toBeFocused();
    await press(page, 'Enter');
    await expectAtCard(page, 2);
    await isSelected(studio.card(2));
  });
  await test.step('a connection, with the mouse', async () => {
    await studio.drawEdge('connection', 3, 1);
    await expectAtCard(page, 3);
    await isSelected(studio.card(3));
  });
  const { connections, conditions } = await studio.experiment();
  expect(connections).toEqual([
    [2, 1],
    [3, 1],
  ]);
  expect(conditions).toEqual([{ resources: [3], action: 'START', group: [2], state: 'STARTED' }]);
});

test('copies, groups and what is found have the keyboard', async ({ studio, page }) => {
  await studio.card(1).click();
  await press(page, 'Control+D');
  await expectAtCard(page, 5);
  await press(page, 'Control+C', 'Control+V');
  await expectAtCard(page, 6);
  await press(page, 'Control+f');
  await pick(page, 'Find a resource', 'server');
  await expectAtCard(page, 2);
  await press(page, 'Control+A', 'Control+G');
  await expect(studio.canvas.getByRole('button', { name: /^Group Group/ })).toBeVisible();
  await expectAtCard(page, 2);
  await press(page, 'g');
  await expectAtCard(page, -1);
  await press(page, 'g');
  await expect(focusedCard(page)).toHaveCount(1);
});

test('beside what was deleted one goes on; what comes back has the keyboard again', async ({ studio, page }) => {
  await studio.card(3).click();
  await press(page, 'Delete');
  await expect(studio.card(3)).toHaveCount(0);
  await expectAtCard(page, 2);
  await press(page, 'Control+Z');
  await expectAtCard(page, 3);
  await isSelected(studio.card(3));
  await press(page, 'Control+Y');
  await expectAtCard(page, 2);
  await press(page, 'Enter');
  await expect(studio.inspector.getByRole('textbox', { name: 'Label' })).toHaveValue('server');
  await press(page, 'Escape');
  await expectAtCard(page, 2);
  await press(page, 'Control+A', 'Delete');
  await expect(ground(studio)).toBeFocused();
  await press(page, 'Control+Z');
  await expect(focusedCard(page)).toHaveCount(1);
});

test('an edge that is deleted leaves the keyboard on the canvas', async ({ studio, page }) => {
  await studio.drawEdge('connection', 2, 1);
  await studio.canvas.getByRole('button', { name: /^Connection of/ }).focus();
  await press(page, 'Shift+Tab', 'Tab', 'Delete');
  await expect(studio.canvas.getByRole('button', { name: /^Connection of/ })).toHaveCount(0);
  await expect(focusedCard(page)).toHaveCount(1);
});

test('menus lead back to what they changed', async ({ studio, page }) => {
  await studio.card(3).click();
  await studio.menu('Edit', /^Duplicate/);
  await expectAtCard(page, 5);
  await studio.card(5).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  await expectAtCard(page, 3);
  await studio.card(2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Duplicate/ }).click();
  await expectAtCard(page, 5);
});

test('a field that was entered from the outline leads back there', async ({ studio, page }) => {
  await studio.select('server');
  await press(page, 'Enter');
  await expect(studio.inspector.getByRole('textbox', { name: 'Label' })).toBeFocused();
  await press(page, 'Escape');
  await expect(studio.outline).toBeFocused();
  await press(page, 'Delete');
  await expect(studio.outline).toBeFocused();
});

test('a new experiment is gone on with on its canvas, if the last one was', async ({ studio }) => {
  await studio.card(1).click();
  await studio.menu('File', 'New experiment');
  await expect(ground(studio)).toBeFocused();
});

test('who is picked out of a selection has the keyboard', async ({ studio, page }) => {
  await studio.card(1).click();
  await press(page, 'Control+A', 'Control+f');
  await pick(page, 'Find a resource', 'server');
  await expectAtCard(page, 2);
  await isSelected(studio.card(2));
});

test('what is found in sight stays where it is', async ({ studio, page }) => {
  const before = await studio.card(4).boundingBox();
  await press(page, 'Control+f');
  await pick(page, 'Find a resource', 'far');
  await expectAtCard(page, 4);
  await isSelected(studio.card(4));
  expect(await studio.card(4).boundingBox()).toEqual(before);
});

test('a card that is still to come into being takes the keyboard from nobody', async ({ studio, page }) => {
  const label = studio.inspector.getByRole('textbox', { name: 'Label' });
  await studio.card(4).click();
  await press(page, 'F2');
  await expect(label).toBeFocused();
  await studio.canvas.hover();
  await page.mouse.wheel(0, -2000);
  await expect(studio.card(4)).toHaveCount(0);
  await page.keyboard.type('farther');

  const release = await holdFrames(page);
  await press(page, 'Enter', 'F2');
  await expect(label).toBeFocused();
  await release();
  await expect(label).toBeFocused();
  await page.keyboard.type('farthest');
  await press(page, 'Enter');
  await expectAtCard(page, 4);
  expect((await studio.experiment()).resources.at(-1)).toMatchObject({ label: 'farthest' });
});

test('a click on a card is the last word, after what was changed just before it', async ({ studio, page }) => {
  await studio.card(2).click();
  const release = await holdFrames(page);
  await press(page, 'ArrowRight', 'w');
  await studio.card(3).click();
  await expect(page.getByRole('combobox', { name: 'Action' })).toBeFocused();
  await release();
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectAtCard(page, 3);
  await page.waitForFunction(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0, true))));
  await expectAtCard(page, 3);
});
