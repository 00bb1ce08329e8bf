// Many resources are picked at once: a group, all that answer some words, those that are selected on the canvas.
import { expect, type Studio, test } from './studio.ts';

const SITES = {
  id: 'sites',
  resources: [1, 2, 3, 4, 5, 6].map((guid) => ({
    guid,
    rtype: guid % 3 === 1 ? 'linux::Node' : 'linux::Ping',
    position: { x: guid * 200, y: 0 },
  })),
  groups: [
    { name: 'Paris', guids: [1, 2, 3] },
    { name: 'Lyon', guids: [4, 5, 6] },
  ],
  script: [{ op: 'deploy' }, { op: 'waitStarted', resources: [] }, { op: 'shutdown' }],
};

async function covered(studio: Studio): Promise<unknown> {
  return (await studio.experiment()).script?.[1]?.['resources'];
}

test.beforeEach(async ({ studio, page }) => {
  await studio.openExperiment(SITES);
  await page.getByRole('tab', { name: 'Script' }).click();
});

test('by keys: a group is one chip, a member of it can be taken out again', async ({ studio, page }) => {
  const script = page.getByRole('list', { name: 'Script' });
  await script.getByRole('combobox', { name: 'Resources', exact: true }).focus();
  await page.keyboard.type('par');
  await expect(page.getByRole('option', { name: 'Paris group of 3' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(script.getByRole('button', { name: 'Take out Paris' })).toBeVisible();
  expect(await covered(studio)).toEqual([1, 2, 3]);

  await page.keyboard.type('ping 2');
  await expect(page.getByRole('option', { name: /^Ping 2/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(script.getByRole('button', { name: 'Take out Paris' })).toHaveCount(0);
  expect(await covered(studio)).toEqual([1, 3]);
});

test('by keys: all that are found, in one undo step', async ({ studio, page }) => {
  const script = page.getByRole('list', { name: 'Script' });
  await script.getByRole('combobox', { name: 'Resources', exact: true }).focus();
  await page.keyboard.type('linux::ping');
  await expect(page.getByRole('option', { name: 'All 4 found' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  expect(await covered(studio)).toEqual([2, 3, 5, 6]);
  await studio.undo();
  expect(await covered(studio)).toEqual([]);
});

test('by mouse: a group, and those selected on the canvas', async ({ studio, page }) => {
  const script = page.getByRole('list', { name: 'Script' });
  const field = script.getByRole('combobox', { name: 'Resources', exact: true });
  await studio.card(2).click();
  await studio.card(5).click({ modifiers: ['Shift'] });
  await field.click();
  await page.getByRole('option', { name: 'The 2 selected' }).click();
  expect(await covered(studio)).toEqual([2, 5]);
  await field.click();
  await page.getByRole('option', { name: 'Lyon group of 3' }).click();
  expect(await covered(studio)).toEqual([2, 5, 4, 6]);
  await script.getByRole('button', { name: 'Take out Lyon' }).click();
  expect(await covered(studio)).toEqual([2]);
});
