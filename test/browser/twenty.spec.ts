// Twenty RMs with groups, conditions and a phased script, built twice: with the mouse (keys only for names and
// numbers), and with keys alone. Both make the same experiment, in as many undo steps as it took acts.
import type { Locator } from '@playwright/test';
import { expect, type Page, type Studio, test } from './studio.ts';

const PINGS = [3, 4, 5, 6, 7, 8, 9, 10];
const LYON_PINGS = PINGS.map((guid) => guid + 10);
const PARIS = [1, 2, ...PINGS];
const LYON = PARIS.map((guid) => guid + 10);

/** A gateway, and on it a server and eight clients. */
const site = (first: number) => [
  { guid: first, rtype: 'linux::Node', label: 'gateway' },
  { guid: first + 1, rtype: 'linux::Application', label: 'server' },
  ...PINGS.map((guid) => ({ guid: first - 1 + guid, rtype: 'linux::Ping', attributes: { count: 3 } })),
];
const waits = (resources: readonly number[], server: number) => ({
  resources,
  action: 'START',
  group: [server],
  state: 'STARTED',
  time: '2s',
});

const BUILT = {
  resources: [...site(1), ...site(11)],
  connections: [...PARIS.slice(1).map((guid) => [guid, 1]), ...LYON.slice(1).map((guid) => [guid, 11])],
  conditions: [
    waits(PINGS, 2),
    waits(LYON_PINGS, 12),
    { resources: LYON, action: 'START', group: PARIS, state: 'STARTED' },
  ],
  groups: [
    { name: 'Paris', guids: PARIS },
    { name: 'Lyon', guids: LYON, collapsed: true },
  ],
  script: [
    { op: 'deploy', resources: PARIS },
    { op: 'waitStarted', resources: PARIS },
    { op: 'sleep', time: '5s' },
    { op: 'deploy', resources: LYON },
    { op: 'waitFinished', resources: [...PINGS, ...LYON_PINGS] },
    { op: 'shutdown' },
  ],
};

/** What was built, apart from where it stands and what it is called. */
async function built(studio: Studio): Promise<unknown> {
  const { resources, connections, conditions, groups, script } = await studio.experiment();
  const unplaced = resources.map(({ position: _position, ...resource }) => resource);
  return { resources: unplaced, connections, conditions, groups, script };
}

/** The resources that cover an earlier one. */
async function covered(studio: Studio): Promise<readonly number[]> {
  const { resources } = await studio.experiment();
  type Place = { readonly x: number; readonly y: number };
  const covers = (a: Place, b: Place) => Math.abs(a.x - b.x) < 200 && Math.abs(a.y - b.y) < 72;
  return resources
    .filter(({ position }, index) => resources.slice(0, index).some((other) => covers(position!, other.position!)))
    .map(({ guid }) => guid);
}

/** How it is driven; the rest is the same for both hands. */
interface Hand {
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly run: () => Promise<void>;
}

/** Undoes act by act until nothing is left, does it all again, and runs it. */
async function travelAndRun(studio: Studio, acts: number, hand: Hand): Promise<void> {
  const { page } = studio;
  const undo = page.getByRole('button', { name: /^Undo/ });
  const redo = page.getByRole('button', { name: /^Redo/ });
  expect(await built(studio)).toEqual(BUILT);
  expect(await covered(studio)).toEqual([]);
  for (let act = 0; act < acts; act++) {
    await expect(undo).toBeEnabled();
    await hand.undo();
  }
  await expect(undo).toBeDisabled();
  expect((await studio.experiment()).resources).toEqual([]);
  for (let act = 0; act < acts; act++) await hand.redo();
  await expect(redo).toBeDisabled();
  expect(await built(studio)).toEqual(BUILT);
  await hand.run();
  await expect(page.getByText(/^Completed/).first()).toBeVisible();
}

const stepCount = (page: Page) => page.getByRole('list', { name: 'Script' }).getByRole('listitem');

test.use({ actionTimeout: 20_000 });

test('with the mouse', async ({ studio, page }) => {
  test.setTimeout(240_000);
  const { inspector, outline } = studio;
  let acts = 0;
  const act = async (title: string, body: () => Promise<void>) => {
    await test.step(title, body);
    acts++;
  };
  const fill = async (name: string, text: string) => {
    const field = inspector.getByRole('textbox', { name, exact: true });
    await field.click();
    await field.fill(text);
    await field.press('Enter');
  };
  const addHere = async (text: string) => {
    await studio.canvas.locator('.react-flow__pane').dblclick({ position: { x: 120, y: 90 } });
    await page.keyboard.type(text);
    await page.getByRole('listbox').getByRole('option').first().click();
    await expect(page.getByRole('dialog', { name: 'Add resource' })).toBeHidden();
    await page.getByRole('button', { name: /^Fit everything/ }).click();
  };
  const row = (name: RegExp) => outline.getByRole('treeitem', { name });
  /** Lets the selection wait for what is picked by name; what the condition says is asked for then. */
  const waitFor = async (name: RegExp, time = '') => {
    await studio.menu('Edit', /^Let the selection wait for/);
    await page.getByRole('dialog').getByRole('option', { name }).first().click();
    const form = page.getByRole('dialog', { name: 'New condition' });
    await form.getByRole('textbox', { name: 'Time' }).fill(time);
    await form.getByRole('button', { name: 'Add condition' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  const addStep = (title: string) => async () => {
    const before = await stepCount(page).count();
    await page.getByRole('button', { name: 'Add step', exact: true }).click();
    await page.getByRole('menuitem', { name: title, exact: true }).click();
    await expect(stepCount(page)).toHaveCount(before + 1);
  };

  await studio.menu('File', 'New experiment');
  await act('a node', () => addHere('linux::Node'));
  await act('its name', () => fill('Label', 'gateway'));
  await act('an application', () => addHere('linux::Application'));
  await act('its name', () => fill('Label', 'server'));
  await act('a wire from the server to the gateway', () => studio.drawEdge('connection', 2, 1));
  await act('eight clients at once', () => addHere('8 linux::Ping'));
  await act('one wire from all eight to the gateway', () => studio.drawEdge('connection', 3, 1));
  await act('how often they ping', () => fill('count', '3'));
  await act('they wait for the server, and two seconds more', () => waitFor(/^server/, '2s'));
  await act('a group of all', async () => {
    await studio.menu('Edit', /^Select all(?! of)/);
    await studio.card(1).click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Group the selection/ }).click();
  });
  await act('its name', () => fill('Name of the group', 'Paris'));
  await act('a second site like it', () => studio.menu('Edit', /^Duplicate/));
  await act('its name', () => fill('Name of the group', 'Lyon'));
  await act('all of Lyon waits for all of Paris', () => waitFor(/^Paris/));
  await studio.showOutline();
  await act('Lyon as one node', async () => {
    await row(/^Lyon/).click();
    await inspector.getByText('Collapsed to one node').click();
  });

  await page.getByRole('tab', { name: 'Script' }).click();
  await act('a script of its own', () => page.getByRole('button', { name: 'Make it editable' }).click());
  for (const step of ['step 2, Wait until finished', 'step 1, Deploy']) {
    await act(`remove ${step}`, () => page.getByRole('button', { name: `Remove ${step}` }).click());
  }
  await row(/^Paris/).click();
  await act('deploy Paris', addStep('Deploy'));
  await act('wait for Paris', addStep('Wait until started'));
  await act('sleep', addStep('Sleep'));
  await act('for five seconds', async () => {
    const time = page.getByRole('textbox', { name: 'Time to sleep' });
    await time.fill('5s');
    await time.press('Enter');
  });
  await row(/^Lyon/).click();
  await act('deploy Lyon', addStep('Deploy'));
  await row(/^Ping 3/).click();
  await studio.menu('Edit', /^Select all of the same type/);
  await act('wait for the clients', addStep('Wait until finished'));

  await travelAndRun(studio, acts, {
    undo: () => studio.undo(),
    redo: () => studio.redo(),
    run: () => page.getByRole('banner').getByRole('button', { name: 'Play' }).click(),
  });
});

test('with keys alone', async ({ studio, page }) => {
  test.setTimeout(240_000);
  const { inspector, outline } = studio;
  let acts = 0;
  const act = async (title: string, body: () => Promise<void>) => {
    await test.step(title, body);
    acts++;
  };
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const command = async (name: string) => {
    await studio.command(name);
    await expect(page.getByRole('combobox', { name: 'Command' })).toBeHidden();
  };
  /** Goes on with Tab until something has the focus. */
  const tabTo = async (target: Locator, key = 'Tab') => {
    for (let presses = 0; presses < 60; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press(key);
    }
    throw new Error(`${key} never came to ${String(target)}`);
  };
  const field = (name: string) => inspector.getByRole('textbox', { name, exact: true });
  const typeInto = async (name: string, text: string) => {
    await expect(field(name)).toBeFocused();
    await press('Control+A');
    await page.keyboard.type(text);
    await press('Enter');
  };
  const rename = (field: string, text: string) => async () => {
    await press('F2');
    await typeInto(field, text);
  };
  const add = (text: string) => async () => {
    await command('Add resource by name');
    await expect(page.getByRole('combobox', { name: 'Type to add' })).toBeFocused();
    await page.keyboard.type(text);
    await press('Enter');
    await expect(page.getByRole('dialog', { name: 'Add resource' })).toBeHidden();
  };
  const pick = async (key: string, target: string) => {
    await press(key);
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type(target);
    await press('Enter');
  };
  const connect = (target: string) => async () => {
    await pick('Shift+C', target);
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  const waitFor = (target: string, time?: string) => async () => {
    await pick('Shift+W', target);
    const form = page.getByRole('dialog', { name: 'New condition' });
    await expect(form.getByRole('combobox', { name: 'Action' })).toBeFocused();
    if (time !== undefined) {
      await press('Tab', 'Tab');
      await page.keyboard.type(time);
    }
    await press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  /** Selects all that is found by some words. */
  const find = async (text: string) => {
    await press('Control+f');
    await expect(page.getByRole('combobox', { name: 'Find a resource' })).toBeFocused();
    await page.keyboard.type(text);
    await expect(page.getByRole('option', { name: /^Select all/ })).toBeVisible();
    await press('ArrowUp', 'Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  /** Goes to a group's row in the outline by its name's first letter. */
  const goToGroup = async (name: string) => {
    await command('Outline');
    await expect(outline).toBeFocused();
    await press('Home');
    const row = outline.getByRole('treeitem', { name: new RegExp(`^${name}`) });
    for (let presses = 0; presses < 40; presses++) {
      if ((await row.getAttribute('aria-selected')) === 'true') return;
      await press('ArrowDown');
    }
    throw new Error(`no row of ${name}`);
  };
  const addStep = (title: string) => async () => {
    await command(`Add step: ${title}`);
    await expect(stepCount(page).locator(':focus')).toHaveCount(1);
  };

  await command('New experiment');
  await act('a node', add('linux::Node'));
  await act('its name', rename('Label', 'gateway'));
  await act('an application', add('linux::Application'));
  await act('its name', rename('Label', 'server'));
  await act('the server on the gateway', connect('gateway'));
  await act('eight clients at once', add('8 linux::Ping'));
  await act('all eight on the gateway', connect('gateway'));
  await act('how often they ping', async () => {
    await press('Enter');
    await tabTo(field('count'));
    await typeInto('count', '3');
  });
  await press('Escape');
  await act('they wait for the server, and two seconds more', waitFor('server', '2s'));
  await press('Control+A');
  await expect(inspector).toContainText('resources');
  await act('a group of all', () => press('Control+G'));
  await act('its name', rename('Name of the group', 'Paris'));
  await act('a second site like it', () => press('Control+D'));
  await act('its name', rename('Name of the group', 'Lyon'));
  await act('all of Lyon waits for all of Paris', waitFor('Paris'));
  await goToGroup('Lyon');
  await act('Lyon as one node', () => press('g'));

  await goToGroup('Paris');
  await act('deploy Paris, in a script of its own', addStep('Deploy'));
  for (const step of ['step 2, Wait until finished', 'step 1, Deploy']) {
    await act(`remove ${step}`, async () => {
      await tabTo(page.getByRole('button', { name: `Remove ${step}` }), 'Shift+Tab');
      await press('Enter');
    });
  }
  await act('wait for Paris', addStep('Wait until started'));
  await act('sleep', addStep('Sleep'));
  await act('for five seconds', async () => {
    await expect(page.getByRole('textbox', { name: 'Time to sleep' })).toBeFocused();
    await page.keyboard.type('5s');
    await press('Enter');
  });
  await goToGroup('Lyon');
  await act('deploy Lyon', addStep('Deploy'));
  await find('linux::Ping');
  await act('wait for the clients', addStep('Wait until finished'));

  await command('Outline');
  await travelAndRun(studio, acts, {
    undo: () => press('Control+Z'),
    redo: () => press('Control+Y'),
    run: () => press('Shift+R'),
  });
});
