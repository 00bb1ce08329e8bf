// What can be done by key and mouse can be saved and opened again; what can't be saved is refused with a sentence.
import { MAX_POSITION } from '../../src/model/place.ts';
import { MAX_GUID } from '../../src/model/units.ts';
import { expect, type Page, test, type Studio } from './studio.ts';

const host = (guid: number, x: number, more: object = {}) => ({
  guid,
  rtype: 'linux::Node',
  label: `host ${guid}`,
  position: { x, y: 0 },
  ...more,
});

/** Reloads the page and expects the same experiment, with nothing put aside. */
async function expectKept(studio: Studio, page: Page): Promise<void> {
  await studio.waitUntilSaved();
  const before = await studio.exportJson();
  await page.reload();
  await studio.waitUntilSaved();
  expect(await studio.exportJson()).toBe(before);
  await expect(page.getByText(/can't be read any more/)).toHaveCount(0);
}

test('a duplicate beside the greatest guid is kept', async ({ studio, page }) => {
  await studio.openExperiment({ id: 'top', resources: [host(1, 0), host(MAX_GUID - 1, 260)] });
  await studio.card(1).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+d');
  const { resources } = await studio.experiment();
  expect(resources.map(({ guid }) => guid)).toEqual([1, MAX_GUID - 1, 2, 3]);
  await expectKept(studio, page);
});

test('another seed after the greatest one is 1', async ({ studio, page }) => {
  await studio.openExperiment({ id: 'seed', simulation: { seed: Number.MAX_SAFE_INTEGER } });
  await studio.inspector.getByRole('button', { name: 'Another seed' }).click();
  expect((await studio.experiment()).simulation).toEqual({ seed: 1 });
  await expectKept(studio, page);
});

test('a very long time changed to another kind is kept', async ({ studio, page }) => {
  await studio.openExperiment({ id: 'kind', resources: [host(1, 0, { behavior: { provision: '2000000h' } })] });
  await studio.card(1).click();
  await studio.inspector.getByRole('combobox', { name: 'provision kind of time' }).selectOption('triangular');
  expect((await studio.experiment()).resources[0]!.behavior).toEqual({
    provision: { dist: 'triangular', min: '1000000h', mode: '2000000h', max: '2500000h' },
  });
  await expectKept(studio, page);
});

test('cards at the ends of the canvas are shown, moved and kept; a move beyond is refused', async ({
  studio,
  page,
}) => {
  await studio.openExperiment({
    id: 'far',
    resources: [host(1, 0), host(2, MAX_POSITION), host(3, -MAX_POSITION)],
    connections: [
      [1, 2],
      [1, 3],
      [2, 3],
    ],
    conditions: [{ resources: [2], action: 'START', group: [3], state: 'STARTED' }],
  });
  const before = await studio.exportJson();
  await studio.select('host 2');
  await studio.command('Fit the selection');
  await studio.card(2).click();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/Nothing was changed: .*a position is a number from/).first()).toBeVisible();
  expect(await studio.exportJson()).toBe(before);
  await page.keyboard.press('Control+d');
  expect((await studio.experiment()).resources).toHaveLength(4);
  await expectKept(studio, page);
});

test('a copy that breaks a limit is refused, and edits after it are kept', async ({ studio, page }) => {
  await studio.openExperiment({ id: 'paste', resources: [host(1, 0)] });
  const copy = {
    format: 'nepi-studio.clipboard',
    version: 1,
    id: 'x',
    types: [],
    resources: [{ guid: 1, rtype: 'linux::Node', deep: 'DEEP' }],
    connections: [],
    conditions: [],
    outside: { connections: [], conditions: [] },
  };
  const text = JSON.stringify(copy).replace('"DEEP"', '['.repeat(3000) + ']'.repeat(3000));
  await studio.card(1).click();
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
  await expect(page.getByText(/Nothing was pasted: .*nested more than 200 levels/).first()).toBeVisible();
  await page.keyboard.press('Control+d');
  expect((await studio.experiment()).resources).toHaveLength(2);
  await expectKept(studio, page);
});
