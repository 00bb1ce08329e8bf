import type { Locator } from '@playwright/test';
import { expect, type Page, type Studio, test, type TestExperiment } from './studio.ts';

const resource = (guid: number, label: string, x: number, y: number) => ({
  guid,
  rtype: guid === 1 ? 'linux::Node' : 'linux::Application',
  label,
  position: { x, y },
  ...(guid > 2 && { behavior: { run: '20s' } }),
});
/** A gateway, a server on it and three clients that wait for the server. */
const FARM = {
  id: 'farm',
  resources: [
    resource(1, 'gateway', 0, 120),
    resource(2, 'server', 300, 0),
    resource(3, 'client 1', 300, 160),
    resource(4, 'client 2', 300, 260),
    resource(5, 'client 3', 300, 360),
  ],
  connections: [
    [1, 2],
    [1, 3],
    [1, 4],
    [1, 5],
  ],
  conditions: [{ resources: [3, 4, 5], action: 'START', group: [2], state: 'STARTED', time: '2s' }],
} satisfies Partial<TestExperiment>;

const canvas = (page: Page): Locator => page.getByRole('region', { name: 'Canvas' });
const card = (page: Page, name: RegExp): Locator => canvas(page).locator('.react-flow__node').filter({ hasText: name });
const frame = (page: Page, name: string): Locator =>
  canvas(page).getByRole('button', { name: new RegExp(`^Group ${name}`) });

async function open(studio: Studio): Promise<void> {
  await studio.openExperiment(FARM);
  await expect(card(studio.page, /client 3/)).toBeVisible();
}

async function groupClients(studio: Studio): Promise<void> {
  const { page } = studio;
  await card(page, /client 1/).click();
  await card(page, /client 2/).click({ modifiers: ['Shift'] });
  await card(page, /client 3/).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+g');
  await expect(frame(page, 'Group')).toBeVisible();
}

test('Ctrl+G frames the selection, F2 names it, Ctrl+Shift+G takes it apart: a step each', async ({ studio }) => {
  const { page } = studio;
  await open(studio);
  await groupClients(studio);
  await page.keyboard.press('F2');
  await page.keyboard.type('Paris');
  await page.keyboard.press('Enter');
  await expect(frame(page, 'Paris')).toBeVisible();
  expect((await studio.experiment()).groups).toEqual([{ name: 'Paris', guids: [3, 4, 5] }]);

  await frame(page, 'Paris').click();
  await page.keyboard.press('Control+Shift+g');
  await expect(frame(page, 'Paris')).toBeHidden();
  await studio.undo();
  await expect(frame(page, 'Paris')).toBeVisible();
  await studio.undo();
  await expect(frame(page, 'Group')).toBeVisible();
  await studio.undo();
  await expect(frame(page, 'Group')).toBeHidden();
  expect((await studio.experiment()).groups).toBeUndefined();
});

test('a new frame is in sight, its name beside what stands on the canvas', async ({ studio, page }) => {
  await open(studio);
  await studio.card(1).click();
  await page.keyboard.press('f');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+g');
  const name = frame(page, 'Group');
  const reading = page.getByRole('group', { name: 'Edges shown' });
  await expect(name).toBeVisible();
  await expect
    .poll(async () => {
      const [head, over] = [(await name.boundingBox())!, (await reading.boundingBox())!];
      const whole = (await studio.canvas.boundingBox())!;
      const isInside = head.x >= whole.x && head.y >= whole.y;
      return isInside && (head.x > over.x + over.width || head.y > over.y + over.height);
    })
    .toBe(true);
});

test('dragging the frame moves all of it, in one step', async ({ studio }) => {
  const { page } = studio;
  await open(studio);
  await groupClients(studio);
  await canvas(page).click({ position: { x: 20, y: 300 } });
  const box = (await frame(page, 'Group').boundingBox())!;
  await page.mouse.move(box.x + 10, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + 10, { steps: 4 });
  await page.mouse.up();
  const moved = await studio.experiment();
  const at = (guid: number) => moved.resources.find((one) => one.guid === guid)!.position!;
  expect(at(3).x).toBeGreaterThan(300);
  expect([at(4).x, at(5).x]).toEqual([at(3).x, at(3).x]);
  expect(at(4).y - at(3).y).toBe(100);
  expect(at(2)).toEqual({ x: 300, y: 0 });
  await studio.undo();
  expect((await studio.experiment()).resources[2]!.position).toEqual({ x: 300, y: 160 });
});

test('a double click on the frame leads to its name', async ({ studio }) => {
  const { page } = studio;
  await open(studio);
  await groupClients(studio);
  await frame(page, 'Group').dblclick();
  await expect(studio.inspector.getByRole('textbox', { name: 'Name of the group' })).toBeFocused();
});

test('G collapses it to one node with a count, to which the edges of its members go', async ({ studio }) => {
  const { page } = studio;
  await open(studio);
  await groupClients(studio);
  await page.keyboard.press('g');
  await expect(card(page, /client/)).toHaveCount(0);
  await expect(canvas(page).getByLabel(/^Group Group, 3 × Application/)).toBeVisible();
  await expect(canvas(page).getByRole('button', { name: '3 connections of gateway and Group' }).first()).toBeAttached();
  await expect(canvas(page).getByRole('button', { name: /^Condition of Group: START when server/ })).toBeVisible();

  // It moves, is copied and deleted as one.
  await page.keyboard.press('Control+d');
  await expect(canvas(page).getByLabel(/^Group Group 2, 3 ×/)).toBeVisible();
  expect((await studio.experiment()).groups).toEqual([
    { name: 'Group', guids: [3, 4, 5], collapsed: true },
    { name: 'Group 2', guids: [6, 7, 8], collapsed: true },
  ]);
  await canvas(page)
    .getByLabel(/^Group Group 2/)
    .click();
  await page.keyboard.press('Delete');
  const left = await studio.experiment();
  expect(left.resources).toHaveLength(5);
  expect(left.groups).toHaveLength(1);

  await canvas(page).getByRole('button', { name: 'Expand Group' }).click();
  await expect(card(page, /client/)).toHaveCount(3);
});

test('alike siblings fold in one step, and say in a run what states they are in', async ({ studio }) => {
  const { page } = studio;
  await open(studio);
  await studio.command('fold alike');
  const folded = canvas(page).getByLabel(/^Group client, 3 × Application/);
  await expect(folded).toBeVisible();
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  await expect(canvas(page).getByLabel(/^Group client, 3 × Application: .*[A-Z]{3}/)).toBeVisible();
  await page.keyboard.press('End');
  await expect(canvas(page).getByLabel(/^Group client, 3 × Application: RELEASED/)).toBeVisible();
  await studio.design();
  await expect(canvas(page).getByLabel(/^Group client, 3 × Application$/)).toBeVisible();
  await studio.undo();
  await expect(card(page, /client/)).toHaveCount(3);
});

test('a condition drawn to a collapsed group is one of all its members', async ({ studio }) => {
  const { page } = studio;
  await open(studio);
  await groupClients(studio);
  await page.keyboard.press('g');
  await card(page, /gateway/).click();
  await page.keyboard.press('w');
  await canvas(page)
    .getByLabel(/^Group Group/)
    .click();
  await page.getByRole('dialog', { name: 'New condition' }).getByRole('button', { name: 'Add condition' }).click();
  const { conditions } = await studio.experiment();
  expect(conditions?.[1]).toMatchObject({ resources: [3, 4, 5], group: [1] });
});

test('the outline shows groups, and does all that the canvas does', async ({ studio }) => {
  const { page } = studio;
  await open(studio);
  await groupClients(studio);
  await studio.showOutline();
  const row = studio.outline.getByRole('treeitem', { name: /^Group 3/ });
  await row.click();
  await studio.outline.press('Enter');
  await page.keyboard.type('Paris');
  await page.keyboard.press('Enter');
  await expect(studio.outline.getByRole('treeitem', { name: /^Paris/ })).toHaveAttribute('aria-level', '1');
  await expect(studio.outline.getByRole('treeitem', { name: /client 2/ })).toHaveAttribute('aria-level', '2');
  const paris = studio.outline.getByRole('treeitem', { name: /^Paris/ });
  await paris.click();
  for (const selected of ['false', 'true']) {
    await studio.outline.press(' ');
    await expect(paris).toHaveAttribute('aria-selected', selected);
  }
  await expect(studio.mode('Design')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'What to do with it' }).click();
  await page.getByRole('menuitem', { name: /Collapse group/ }).click();
  await expect(canvas(page).getByLabel(/^Group Paris, 3 ×/)).toBeVisible();
});

test('while a run is watched a group is opened and closed for the eye alone', async ({ studio }) => {
  const { page } = studio;
  await studio.openExperiment({ ...FARM, groups: [{ name: 'Clients', guids: [3, 4, 5], collapsed: true }] });
  const before = await studio.exportJson();
  await studio.mode('Simulate').click();
  await page.getByRole('button', { name: 'Expand Clients' }).click();
  await expect(card(page, /client/)).toHaveCount(3);
  await frame(page, 'Clients').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('g');
  await expect(card(page, /Clients/)).toHaveCount(1);
  await studio.inspector.getByRole('switch', { name: 'Collapsed to one node' }).click();
  await expect(card(page, /client/)).toHaveCount(3);
  expect(await studio.exportJson()).toBe(before);
  await studio.design();
  await expect(card(page, /Clients/)).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});
