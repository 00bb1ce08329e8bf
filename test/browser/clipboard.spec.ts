// Many at once: the clipboard across tabs and experiments, adding by number, finding and joining by name.
import { expect, type Page, Studio, test } from './studio.ts';

const PAIR = {
  id: 'pair',
  resources: [
    { guid: 1, rtype: 'linux::Node', label: 'host', position: { x: 0, y: 0 } },
    { guid: 2, rtype: 'linux::Application', label: 'server', position: { x: 300, y: 0 } },
    {
      guid: 3,
      rtype: 'linux::Application',
      label: 'client',
      attributes: { command: 'ping -c 3 host' },
      position: { x: 300, y: 160 },
    },
  ],
  connections: [
    [1, 2],
    [1, 3],
  ] as [number, number][],
  conditions: [{ resources: [3], action: 'START', group: [2], state: 'STARTED', time: '5s' }],
  groups: [{ name: 'Apps', guids: [2, 3] }],
};

const canvasOf = (page: Page) => page.getByRole('region', { name: 'Canvas' });
const cardOf = (page: Page, name: string) =>
  canvasOf(page).locator('.react-flow__node').filter({ hasText: name }).first();

async function selectBoth(page: Page) {
  await cardOf(page, 'server').click();
  await cardOf(page, 'client').click({ modifiers: ['Shift'] });
}

test('a copy is JSON text that another tab pastes: resources, what is among them, their group', async ({
  studio,
  context,
}) => {
  const { page } = studio;
  await studio.openExperiment(PAIR);
  await selectBoth(page);
  await page.keyboard.press('Control+c');

  const other = new Studio(await context.newPage());
  await other.visit();
  await other.menu('File', 'New experiment');
  await canvasOf(other.page)
    .locator('.react-flow__pane')
    .click({ position: { x: 30, y: 200 } });
  await other.page.keyboard.press('Control+v');
  await expect(cardOf(other.page, 'client')).toBeVisible();
  const pasted = await other.experiment();
  expect(pasted.resources).toMatchObject([
    { guid: 1, label: 'server' },
    { guid: 2, label: 'client', attributes: { command: 'ping -c 3 host' } },
  ]);
  expect(pasted.connections).toBeUndefined();
  expect(pasted.conditions).toEqual([{ resources: [2], action: 'START', group: [1], state: 'STARTED', time: '5s' }]);
  expect(pasted.groups).toEqual([{ name: 'Apps', guids: [1, 2] }]);
  await other.page.close();
});

test('Ctrl+Shift+V keeps the ties to what was not copied; each paste is one step', async ({ studio }) => {
  const { page } = studio;
  await studio.openExperiment(PAIR);
  await cardOf(page, 'client').click();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  expect((await studio.experiment()).connections).toHaveLength(2);
  await studio.undo();
  await canvasOf(page)
    .locator('.react-flow__pane')
    .click({ position: { x: 30, y: 200 } });
  await page.keyboard.press('Control+Shift+v');
  await expect(canvasOf(page).locator('.react-flow__node')).toHaveCount(4);
  const linked = await studio.experiment();
  expect(linked.connections).toContainEqual([1, 4]);
  expect(linked.conditions).toHaveLength(2);
  await studio.undo();
  expect((await studio.experiment()).resources).toHaveLength(3);
});

test('cut takes away and paste brings back', async ({ studio }) => {
  const { page } = studio;
  await studio.openExperiment(PAIR);
  await selectBoth(page);
  await page.keyboard.press('Control+x');
  await expect(canvasOf(page).locator('.react-flow__node')).toHaveCount(1);
  await page.keyboard.press('Control+v');
  await expect(canvasOf(page).locator('.react-flow__node')).toHaveCount(3);
  expect((await studio.experiment()).groups).toHaveLength(1);
});

test('a number before the name adds that many, in a block, as one step', async ({ studio }) => {
  const { page } = studio;
  await studio.menu('File', 'New experiment');
  await canvasOf(page)
    .locator('.react-flow__pane')
    .click({ position: { x: 300, y: 60 } });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Type to add' })).toBeFocused();
  await page.keyboard.type('20 linux::Node');
  await expect(page.getByRole('option', { name: /20 ×\s*linux::Node/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  const { resources } = await studio.experiment();
  expect(resources).toHaveLength(20);
  expect(new Set(resources.map(({ position }) => JSON.stringify(position))).size).toBe(20);
  await studio.undo();
  expect((await studio.experiment()).resources).toHaveLength(0);
});

test('find goes by label, guid, type and attribute, and selects all that it found', async ({ studio }) => {
  const { page } = studio;
  await studio.openExperiment(PAIR);
  for (const [words, label] of [
    ['serv', 'server'],
    ['3', 'client'],
    ['node', 'host'],
    ['-c 3', 'client'],
  ] as const) {
    await openFind(page);
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(studio.inspector.getByRole('textbox', { name: 'Label' })).toHaveValue(label);
  }
  await openFind(page);
  await page.keyboard.type('application');
  await page.getByRole('option', { name: 'Select all 2' }).click();
  await expect(studio.inspector.getByText('A group of 2 resources')).toBeVisible();
});

test('all that is selected is connected, or made to wait, by name', async ({ studio }) => {
  const { page } = studio;
  await studio.openExperiment({ ...PAIR, connections: [], conditions: [] });
  await selectBoth(page);
  await page.keyboard.press('Shift+C');
  await expect(page.getByRole('combobox', { name: 'Connect the selection to' })).toBeFocused();
  await page.keyboard.type('host');
  await page.keyboard.press('Enter');
  expect((await studio.experiment()).connections).toEqual([
    [2, 1],
    [3, 1],
  ]);
  await selectBoth(page);
  await page.keyboard.press('Shift+W');
  await expect(page.getByRole('combobox', { name: 'Let the selection wait for' })).toBeFocused();
  await page.keyboard.type('host');
  await page.keyboard.press('Enter');
  // What the condition says is asked for; Enter at once takes what is meant most often.
  await expect(page.getByRole('dialog', { name: 'New condition' })).toBeVisible();
  await page.keyboard.press('Enter');
  // The keys go on where they were.
  await expect(page.locator('.react-flow__node:focus')).toHaveCount(1);
  expect((await studio.experiment()).conditions).toEqual([
    { resources: [2, 3], action: 'START', group: [1], state: 'STARTED' },
  ]);
});

async function openFind(page: Page): Promise<void> {
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
}

const SCRIPTED = {
  ...PAIR,
  id: 'scripted',
  script: [
    { op: 'deploy', resources: [1] },
    { op: 'deploy', resources: [2, 3], waitAllReady: false },
    { op: 'waitStarted', resources: [2] },
    { op: 'sleep', time: '5s' },
    { op: 'start', resources: [3] },
    { op: 'waitFinished', resources: [3] },
    { op: 'shutdown' },
  ],
};

test('all that is cut and pasted back is the same experiment: script, conditions, group', async ({ studio }) => {
  const { page } = studio;
  await studio.openExperiment(SCRIPTED);
  const before = await studio.experiment();
  await cardOf(page, 'host').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  await expect(canvasOf(page).locator('.react-flow__node')).toHaveCount(0);
  // The steps stay, without their resources, and the Problems panel tells.
  expect((await studio.experiment()).script).toHaveLength(7);
  await page.keyboard.press('Control+v');
  await expect(canvasOf(page).locator('.react-flow__node')).toHaveCount(3);
  expect(await studio.experiment()).toEqual(before);
  // Pasted once more it is a copy: no step is doubled.
  await page.keyboard.press('Control+v');
  await expect(canvasOf(page).locator('.react-flow__node')).toHaveCount(6);
  expect((await studio.experiment()).script).toEqual(before.script);
  await studio.undo();
  await studio.undo();
  expect((await studio.experiment()).resources).toHaveLength(0);
});

const probe = (id: string, run: string) => ({
  id,
  types: [{ rtype: 'my::Probe', extends: 'linux::Application', behavior: { run } }],
  resources: [{ guid: 1, rtype: 'my::Probe', label: `in-${id}`, position: { x: 0, y: 0 } }],
});

test('a type that means something else where it is pasted gets a name of its own, and a notice says so', async ({
  studio,
}) => {
  const { page } = studio;
  await studio.openExperiment(probe('one', '10s'));
  await cardOf(page, 'in-one').click();
  await page.keyboard.press('Control+c');
  await studio.openExperiment(probe('two', '2h'));
  await cardOf(page, 'in-two').click();
  await page.keyboard.press('Control+v');
  await expect(cardOf(page, 'in-one')).toBeVisible();
  await expect(page.getByText("have the type 'my::Probe-2'").first()).toBeVisible();
  const { types, resources } = await studio.experiment();
  expect(types).toEqual([probe('', '2h').types[0], { ...probe('', '10s').types[0], rtype: 'my::Probe-2' }]);
  expect(resources.map(({ rtype }) => rtype)).toEqual(['my::Probe', 'my::Probe-2']);
});

/** Pastes text as Ctrl+V does. */
async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

test('the text of an experiment is added or opened, by keyboard', async ({ studio }) => {
  const { page } = studio;
  const text = JSON.stringify({ format: 'nepi-studio.experiment', version: 1, ...SCRIPTED });
  await studio.openExperiment({ id: 'mine', resources: [{ guid: 1, rtype: 'linux::Node', position: { x: 0, y: 0 } }] });
  const dialog = page.getByRole('dialog', { name: "Paste the experiment 'scripted'" });
  await pasteText(page, text);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect((await studio.experiment()).resources).toHaveLength(1);

  await pasteText(page, text);
  await expect(dialog.getByRole('button', { name: 'Add to this experiment' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(canvasOf(page).locator('.react-flow__node')).toHaveCount(4);
  await expect(page.getByText("The script of 'scripted' was not added").first()).toBeVisible();
  await studio.undo();
  expect((await studio.experiment()).resources).toHaveLength(1);

  await pasteText(page, text);
  await expect(dialog.getByRole('button', { name: 'Add to this experiment' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/scripted/);
  expect((await studio.experiment()).script).toEqual(SCRIPTED.script);
});

test('the menu pastes what the clipboard holds now, and nothing else', async ({ studio, context }) => {
  const { page } = studio;
  await studio.openExperiment(PAIR);
  await selectBoth(page);
  await page.keyboard.press('Control+c');
  await studio.menu('Edit', /^Paste\s*Ctrl\+V/);
  await expect(page.getByText("doesn't let NEPI Studio read the clipboard. Press Ctrl+V").first()).toBeVisible();
  expect((await studio.experiment()).resources).toHaveLength(3);

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('shopping list'));
  await studio.menu('Edit', /^Paste\s*Ctrl\+V/);
  await expect(page.getByText('holds neither resources nor an experiment').first()).toBeVisible();
  expect((await studio.experiment()).resources).toHaveLength(3);
});

test('a step that loses its last resource is shown, told of as a problem, and no part of a good end', async ({
  studio,
}) => {
  const { page } = studio;
  await studio.openExperiment(SCRIPTED);
  await cardOf(page, 'client').click();
  await page.keyboard.press('Delete');
  expect((await studio.experiment()).script).toContainEqual({ op: 'start', resources: [] });
  await page.getByRole('tab', { name: 'Script' }).click();
  await expect(page.getByRole('list', { name: 'Script' }).getByText('No resource: does nothing')).toHaveCount(2);
  await page.getByRole('tab', { name: /^Problems/ }).click();
  await expect(page.getByText('Step 5 (start) names no resource, so it does nothing.').first()).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: /^Play/ }).click();
  await expect(
    page.getByText(/Completed after .*, but 2 steps name no resource and did nothing/).first(),
  ).toBeVisible();
});
