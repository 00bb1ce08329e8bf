// Names that every JavaScript object has of itself are names like any other: of types, attributes, traces, labels, groups.
import { expect, test } from './studio.ts';

const NAMES = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'] as const;

/** A type of each name with attributes and traces of all of them, and a resource of each with every second one set. */
const experiment = {
  id: 'odd-names',
  ['__proto__']: { kept: true },
  types: NAMES.map((rtype) => ({
    rtype,
    extends: 'linux::Application',
    attributes: NAMES.map((name) => ({ name, type: 'STRING' as const })),
    traces: [...NAMES],
  })),
  resources: [
    ...NAMES.map((rtype, index) => ({
      guid: index + 1,
      rtype,
      label: rtype,
      position: { x: index * 260, y: 0 },
      attributes: Object.fromEntries(NAMES.filter((_name, at) => at % 2 === 0).map((name) => [name, `${name} is set`])),
      traces: [NAMES[0]],
      behavior: { run: '5s' },
    })),
    { guid: 9, rtype: 'linux::Node', label: 'host', position: { x: 0, y: 200 } },
  ],
  connections: NAMES.map((_name, index) => [index + 1, 9] as const),
  conditions: [{ resources: [2], action: 'START', group: [1], state: 'STARTED' }],
  script: [
    { op: 'deploy' },
    { op: 'set', resources: [1], attribute: '__proto__', value: 'later' },
    { op: 'waitFinished', resources: [1, 2] },
    { op: 'shutdown' },
  ],
  groups: [{ name: 'constructor', guids: [4, 5] }],
};

test('an experiment full of names of the language is shown, edited, run and saved', async ({ studio, page }) => {
  await studio.openExperiment(experiment);
  await studio.showOutline();
  for (const name of NAMES) {
    await test.step(name, async () => {
      const row = studio.outline.getByRole('treeitem').filter({ hasText: new RegExp(`^${name}`) });
      await row.last().click();
      await expect(studio.inspector.getByRole('textbox', { name: 'Label' })).toHaveValue(name);
      await expect(studio.inspector.getByRole('textbox', { name: '__proto__', exact: true })).toHaveValue(
        '__proto__ is set',
      );
      // What is not set shows nothing, not what every object has under that name.
      await expect(studio.inspector.getByRole('textbox', { name: 'constructor', exact: true })).toHaveValue('');
    });
  }
  await studio.card(2).click();
  const field = studio.inspector.getByRole('textbox', { name: 'constructor', exact: true });
  await field.fill('typed');
  await field.press('Enter');
  const after = await studio.experiment();
  expect(after.resources[1]!.attributes).toMatchObject({ constructor: 'typed' });
  expect(Object.hasOwn(after.resources[1]!.attributes!, '__proto__')).toBe(true);
  expect(Object.hasOwn(after, '__proto__')).toBe(true);

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused();
  await page.keyboard.type('constructor');
  await page.keyboard.press('Escape');

  await studio.mode('Simulate').click();
  await expect(studio.card(1)).toContainText(/NEW|DISCOVERED|RELEASED/);
  await page.keyboard.press('End');
  await expect(studio.card(1)).toContainText('RELEASED');
  await studio.design();
  await page.reload();
  await expect(page).toHaveTitle(/odd-names/);
  await expect(studio.card(1)).toBeVisible();
});

test('an unknown type called constructor is marked and breaks nothing', async ({ studio, page }) => {
  await studio.openExperiment({
    id: 'unknown',
    resources: ['constructor', '__proto__'].map((rtype, index) => ({ guid: index + 1, rtype })),
  });
  await studio.showOutline();
  await studio.card(1).click();
  await expect(studio.inspector.getByRole('group', { name: 'Unknown type' })).toBeVisible();
  await studio.outline.getByRole('treeitem').nth(1).click();
  await expect(page.getByRole('tab', { name: /^Problems/ })).toBeVisible();
});
