// What hands do without thinking: the gestures of other editors, on the canvas.
import type { Locator } from '@playwright/test';
import { expect, type Page, type Studio, test } from './studio.ts';

const canvas = (page: Page): Locator => page.getByRole('region', { name: 'Canvas' });
const card = (page: Page, name: string): Locator => canvas(page).locator('.react-flow__node').filter({ hasText: name });
const selected = (page: Page): Locator => canvas(page).locator('.react-flow__node [data-selected]');

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = (await locator.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

async function open(studio: Studio): Promise<void> {
  await studio.openExperiment({
    id: 'hands',
    resources: [
      { guid: 1, rtype: 'linux::Node', label: 'one', position: { x: 0, y: 0 } },
      { guid: 2, rtype: 'linux::Application', label: 'two', position: { x: 400, y: 0 } },
      { guid: 3, rtype: 'linux::Node', label: 'three', position: { x: 0, y: 300 } },
    ],
    connections: [[1, 2]],
  });
  await expect(card(studio.page, 'three')).toBeVisible();
}

test.describe('conventions', () => {
  test('a drag on the ground selects what it touches, Shift and Ctrl add, Ctrl+I inverts', async ({ studio }) => {
    const { page } = studio;
    await open(studio);
    const one = (await card(page, 'one').boundingBox())!;
    const three = (await card(page, 'three').boundingBox())!;
    await drag(page, { x: one.x - 30, y: one.y - 10 }, { x: one.x + 20, y: three.y + 10 });
    await expect(selected(page)).toHaveCount(2);
    await card(page, 'two').click({ modifiers: ['Shift'] });
    await expect(selected(page)).toHaveCount(3);
    await card(page, 'two').click({ modifiers: ['Control'] });
    await expect(selected(page)).toHaveCount(2);
    await page.keyboard.press('Control+i');
    await expect(selected(page)).toHaveCount(1);
    await page.keyboard.press('Control+a');
    await expect(selected(page)).toHaveCount(3);
    await card(page, 'one').click();
    await page.keyboard.press('Alt+Shift+a');
    await expect(selected(page)).toHaveCount(2);
  });

  test('Escape goes from the inside out: wire, small window, selection', async ({ studio }) => {
    const { page } = studio;
    await open(studio);
    await card(page, 'one').click();
    await page.keyboard.press('c');
    const to = await middleOf(card(page, 'three'));
    await page.mouse.move(to.x, to.y - 40);
    await page.keyboard.press('Escape');
    await expect(selected(page)).toHaveCount(1);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(selected(page)).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(selected(page)).toHaveCount(0);
  });

  test('double click and Tab on the ground ask for a type; a wire dropped there offers what fits', async ({
    studio,
  }) => {
    const { page } = studio;
    await open(studio);
    const one = await middleOf(card(page, 'one'));
    const ground = { x: one.x + 200, y: one.y + 150 };
    await page.mouse.dblclick(ground.x, ground.y);
    const picker = page.getByRole('dialog', { name: 'Add resource' });
    await expect(picker).toBeVisible();
    await page.keyboard.press('Escape');
    await page.mouse.click(ground.x, ground.y);
    await page.keyboard.press('Tab');
    await expect(picker).toBeVisible();
    await page.keyboard.press('Escape');

    await card(page, 'two').hover();
    const handle = await middleOf(card(page, 'two').locator('[data-handle=connection]'));
    await drag(page, handle, { x: handle.x - 100, y: handle.y + 160 });
    await expect(picker.getByRole('option').first()).toBeVisible();
    await expect(picker.getByRole('option', { name: 'linux::Node', exact: true })).toHaveCount(1);
    await expect(picker.getByRole('option', { name: 'linux::Application', exact: true })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  test('the menu of an edge leads to where it is changed, as that of a card does', async ({ studio }) => {
    const { page } = studio;
    const resources = [1, 2].map((guid) => ({ guid, rtype: 'linux::Node', position: { x: guid * 400, y: 0 } }));
    const condition = { resources: [2], action: 'START', group: [1], state: 'STARTED' };
    await studio.openExperiment({ id: 'edge', resources, conditions: [condition] });
    await page.keyboard.press('Control+Shift+b');
    await expect(studio.inspector).toBeHidden();
    await canvas(page)
      .getByRole('button', { name: /^Condition of Node 2/ })
      .click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Edit properties/ }).click();
    await expect(studio.inspector.getByRole('combobox', { name: 'Action' })).toBeFocused();
  });

  test('a right click on one of several edges that are selected is about all of them', async ({ studio }) => {
    const { page } = studio;
    const resources = [1, 2, 3].map((guid) => ({ guid, rtype: 'linux::Node', position: { x: guid * 400, y: 0 } }));
    const waits = (guid: number) => ({ resources: [guid], action: 'START', group: [guid - 1], state: 'STARTED' });
    await studio.openExperiment({ id: 'edges', resources, conditions: [waits(2), waits(3)] });
    const condition = (guid: number) => canvas(page).getByRole('button', { name: `Condition of Node ${guid}` });
    await condition(2).click();
    await condition(3).click({ modifiers: ['Shift'] });
    await condition(2).click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Delete/ }).click();
    await expect(canvas(page).getByRole('button', { name: /^Condition of/ })).toHaveCount(0);
    await studio.undo();
    await condition(2).click();
    await condition(3).click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Delete/ }).click();
    await expect(condition(3)).toHaveCount(0);
    await expect(condition(2)).toHaveCount(1);
  });

  test('dragging snaps, with Alt it does not', async ({ studio }) => {
    const { page } = studio;
    await open(studio);
    const from = await middleOf(card(page, 'three'));
    await drag(page, from, { x: from.x + 33, y: from.y + 13 });
    const snapped = (await studio.experiment()).resources[2]!.position!;
    expect([Math.abs(snapped.x % 20), Math.abs(snapped.y % 20)]).toEqual([0, 0]);
    await studio.undo();
    await page.keyboard.down('Alt');
    await drag(page, from, { x: from.x + 33, y: from.y + 13 });
    await page.keyboard.up('Alt');
    const free = (await studio.experiment()).resources[2]!.position!;
    expect(free.x % 20 === 0 && free.y % 20 === 0).toBe(false);
  });

  test('an edge: refused ones are red, no self-link, no second one; clicking both handles works', async ({
    studio,
  }) => {
    const { page } = studio;
    await open(studio);
    await card(page, 'one').hover();
    const handle = await middleOf(card(page, 'one').locator('[data-handle=connection]'));
    const two = await middleOf(card(page, 'two'));
    await page.mouse.move(handle.x, handle.y);
    await page.mouse.down();
    await page.mouse.move(two.x, two.y, { steps: 4 });
    await expect(canvas(page).locator('[data-refused=true]').first()).toBeVisible();
    await page.mouse.up();
    await page.mouse.click(handle.x, handle.y);
    await page.mouse.click(two.x, two.y);
    expect((await studio.experiment()).connections).toEqual([[1, 2]]);

    await card(page, 'three').hover();
    const other = await middleOf(card(page, 'three').locator('[data-handle=connection]'));
    await page.mouse.click(other.x, other.y);
    await page.mouse.click(two.x, two.y);
    expect((await studio.experiment()).connections).toContainEqual([3, 2]);
  });

  test('Shift and drag connects, Alt and click deletes, arrows move', async ({ studio }) => {
    const { page } = studio;
    await open(studio);
    await page.keyboard.down('Shift');
    await drag(page, await middleOf(card(page, 'three')), await middleOf(card(page, 'two')));
    await page.keyboard.up('Shift');
    expect((await studio.experiment()).connections).toContainEqual([3, 2]);
    await card(page, 'three').click({ modifiers: ['Alt'] });
    await expect(card(page, 'three')).toBeHidden();
    await studio.undo();
    await expect(card(page, 'three')).toBeVisible();

    await card(page, 'three').click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Escape');
    expect((await studio.experiment()).resources[2]!.position).toEqual({ x: 20, y: 400 });
    await studio.undo();
    expect((await studio.experiment()).resources[2]!.position).toEqual({ x: 0, y: 300 });
  });

  test('align and distribute have keys, one step each', async ({ studio }) => {
    const { page } = studio;
    await open(studio);
    await canvas(page)
      .locator('.react-flow__pane')
      .click({ position: { x: 20, y: 200 } });
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Alt+w');
    expect((await studio.experiment()).resources.map(({ position }) => position?.y)).toEqual([0, 0, 0]);
    await studio.undo();
    await page.keyboard.press('Alt+a');
    expect((await studio.experiment()).resources.map(({ position }) => position?.x)).toEqual([0, 0, 0]);
  });

  test('the wheel zooms at the pointer, with Ctrl too; 1 fits, 0 goes back to 100 %; Space and drag pans', async ({
    studio,
  }) => {
    const { page } = studio;
    await open(studio);
    const level = page.getByRole('button', { name: /^Zoom \d+ %/ });
    const before = await level.textContent();
    const at = await middleOf(card(page, 'one'));
    await page.mouse.move(at.x, at.y);
    await page.mouse.wheel(0, 300);
    await expect(level).not.toHaveText(before!);
    const now = await middleOf(card(page, 'one'));
    expect(Math.hypot(now.x - at.x, now.y - at.y)).toBeLessThan(3);
    const smaller = await level.textContent();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect(level).not.toHaveText(smaller!);
    await page.keyboard.press('0');
    await expect(level).toHaveText('100 %');
    await page.keyboard.press('1');
    await expect(card(page, 'three')).toBeInViewport();
    await expect(level).not.toHaveText('100 %');

    const start = await atRest(() => middleOf(card(page, 'one')));
    await page.mouse.click(start.x, start.y + 90);
    await page.keyboard.down('Space');
    await drag(page, { x: start.x, y: start.y + 90 }, { x: start.x + 80, y: start.y + 130 });
    await page.keyboard.up('Space');
    const panned = await middleOf(card(page, 'one'));
    expect(Math.round(panned.x - start.x)).toBe(80);
    expect((await studio.experiment()).resources[0]!.position).toEqual({ x: 0, y: 0 });
  });

  test('Ctrl and the wheel zoom over the buttons, too; F fits the selection, again everything; edges open like cards', async ({
    studio,
  }) => {
    const { page } = studio;
    await open(studio);
    const level = page.getByRole('button', { name: /^Zoom \d+ %/ });
    const before = await level.textContent();
    await level.hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 300);
    await page.keyboard.up('Control');
    await expect(level).not.toHaveText(before!);

    await card(page, 'three').click();
    await page.keyboard.press('f');
    await expect(level).toHaveText('110 %');
    await expect(card(page, 'two')).not.toBeInViewport({ ratio: 1 });
    await page.keyboard.press('f');
    await expect(card(page, 'two')).toBeInViewport({ ratio: 1 });

    await card(page, 'one').click();
    await page.keyboard.press('w');
    await card(page, 'three').click();
    await page.getByRole('dialog', { name: 'New condition' }).getByRole('button', { name: 'Add condition' }).click();
    const sentence = canvas(page).getByRole('button', { name: /START when one is STARTED/ });
    await sentence.dblclick();
    await expect(studio.inspector.getByRole('combobox', { name: 'Action' })).toBeFocused();
    await sentence.focus();
    await page.keyboard.press('Enter');
    await expect(studio.inspector.getByRole('combobox', { name: 'Action' })).toBeFocused();
  });

  test('? shows every command that has keys, and the palette shows all', async ({ studio }) => {
    const { page } = studio;
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const title of ['Group the selection', 'Align tops', 'Invert selection', 'Connect to…', 'Snap to grid']) {
      await expect(dialog.getByText(title, { exact: true })).toBeAttached();
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+p');
    await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused();
    await page.keyboard.type('fold alike');
    await expect(page.getByRole('option', { name: /Fold alike siblings/ })).toBeVisible();
  });
});

/** Where something is once it has come to rest: looked at until two looks agree. */
async function atRest<Place>(look: () => Promise<Place>): Promise<Place> {
  let place = await look();
  await expect
    .poll(async () => {
      const before = JSON.stringify(place);
      place = await look();
      return JSON.stringify(place) === before;
    })
    .toBe(true);
  return place;
}
