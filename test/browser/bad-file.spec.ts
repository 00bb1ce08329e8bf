// A file that can't be read is refused with a sentence that helps, and what was open stays as it was.
import { expect, test } from './studio.ts';

const good = {
  format: 'nepi-studio.experiment',
  version: 1,
  id: 'good',
  resources: [
    { guid: 1, rtype: 'linux::Node', label: 'host' },
    { guid: 2, rtype: 'linux::Ping', label: 'ping' },
  ],
  connections: [[1, 2]],
};
const text = (changes: object) => JSON.stringify({ ...good, ...changes }, null, 2);

const BAD: readonly { readonly name: string; readonly text: string; readonly says: RegExp }[] = [
  { name: 'truncated JSON', text: text({}).slice(0, 120), says: /line \d+|end/i },
  { name: 'a newer version', text: text({ version: 2 }), says: /newer|version/i },
  {
    name: 'a duplicate guid',
    text: text({ resources: [...good.resources, { guid: 2, rtype: 'linux::Node' }] }),
    says: /guid 2/i,
  },
  { name: 'a dangling connection', text: text({ connections: [[1, 9]] }), says: /9/ },
  {
    name: 'a sum for a time',
    text: text({ simulation: { horizon: '2m30s' } }),
    says: /one number and one unit/,
  },
  {
    name: 'a position that can’t be',
    text: text({ resources: [{ guid: 1, rtype: 'linux::Node', position: { x: 1e20, y: 1e20 } }], connections: [] }),
    says: /a position is a number from -10000000 to 10000000/,
  },
];

test('a bad file is refused, says why, and changes nothing', async ({ studio, page }) => {
  const before = await studio.exportJson();
  for (const bad of BAD) {
    await test.step(bad.name, async () => {
      await studio.openText(bad.text, 'bad.json');
      const dialog = page.getByRole('dialog', { name: "'bad.json' can't be opened" });
      await expect(dialog.getByRole('listitem').first()).toContainText(bad.says);
      await expect(dialog).toContainText('Nothing was changed');
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await expect(dialog).toBeHidden();
    });
  }
  expect(await studio.exportJson()).toBe(before);
});

test('an unknown type and attribute open all the same, marked, with all they had', async ({ studio, page }) => {
  const strange = {
    ...good,
    id: 'strange',
    madeBy: 'somebody else',
    resources: [
      { guid: 1, rtype: 'linux::Nod', label: 'host', attributes: { colour: 'red' }, traces: ['smell'], owner: 'me' },
      { guid: 2, rtype: 'linux::Ping', label: 'ping', attributes: { loudness: 11 } },
    ],
  };
  await studio.openText(JSON.stringify(strange));
  await expect(page).toHaveTitle(/strange/);

  await studio.select('host');
  await expect(studio.inspector.getByRole('group', { name: 'Unknown type' })).toContainText('can’t be simulated');
  await expect(studio.inspector).toContainText('colour');
  await expect(studio.inspector.getByRole('button', { name: 'Make it a linux::Node' })).toBeVisible();

  await studio.select('ping');
  await expect(studio.inspector).toContainText('loudness 11');
  await expect(studio.inspector).toContainText('Not an attribute of this type');

  await page.getByRole('tab', { name: /^Problems/ }).click();
  await expect(page.getByRole('list', { name: 'Problems' }).getByText(/linux::Nod, which is not known/)).toBeVisible();

  expect(await studio.experiment()).toMatchObject(strange);
});

test('a problem leads to its place, and its fix solves it in one step', async ({ studio, page }) => {
  await studio.openExperiment({ ...good, id: 'typo', resources: [{ guid: 1, rtype: 'linux::Nod' }], connections: [] });
  await page.getByRole('tab', { name: /^Problems/ }).click();
  const problems = page.getByRole('list', { name: 'Problems' });
  await problems.getByRole('button', { name: /not known/ }).click();
  await expect(studio.inspector.getByRole('textbox', { name: 'Label' })).toBeVisible();
  await problems.getByRole('button', { name: 'Make it a linux::Node' }).click();
  expect((await studio.experiment()).resources[0]!.rtype).toBe('linux::Node');
  await studio.undo();
  expect((await studio.experiment()).resources[0]!.rtype).toBe('linux::Nod');
});

const LATIN1 = Buffer.from(text({ id: 'Zürich' }), 'latin1');
const UTF16 = Buffer.from(text({ id: 'Zürich' }), 'utf16le');

test('a file in another encoding is refused with the guess, opened or dropped', async ({ studio, page }) => {
  const before = await studio.exportJson();
  const dialog = page.getByRole('dialog', { name: "'zurich.json' can't be opened" });
  const isRefused = async (encoding: string) => {
    await expect(dialog).toContainText(`this looks like ${encoding}; save it as UTF-8`);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(dialog).toBeHidden();
  };
  await studio.openBytes(LATIN1, 'zurich.json');
  await isRefused('Latin-1');
  await studio.openBytes(UTF16, 'zurich.json');
  await isRefused('UTF-16');
  await page.evaluate(
    (bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], 'zurich.json'));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    },
    [...LATIN1],
  );
  await isRefused('Latin-1');
  expect(await studio.exportJson()).toBe(before);
});

test('numbers that no program could hold are saved as they were opened; where they would change they are refused', async ({
  studio,
  page,
}) => {
  const big = (guid: string) =>
    `{"format": "nepi-studio.experiment", "version": 1, "id": "big", "x-ticket": 12345678901234567890,
      "resources": [{"guid": ${guid}, "rtype": "linux::Node", "label": "host", "x-small": 1e-400, "x-price": 1.50}]}`;
  await studio.openText(big('1'), 'big.json');
  await expect(page).toHaveTitle(/big/);
  await studio.waitUntilSaved();
  // What is kept in the browser keeps them as well, and so does a copy.
  await page.reload();
  await expect(page).toHaveTitle(/big/);
  await page.locator('.react-flow__node').first().click();
  await page.keyboard.press('Control+D');
  await expect(page.locator('.react-flow__node')).toHaveCount(2);
  const saved = await studio.exportJson();
  expect(saved).toContain('"x-ticket": 12345678901234567890');
  expect(saved.match(/"x-small": 1e-400,\s+"x-price": 1\.50\n/g)).toHaveLength(2);

  await studio.openText(big('9007199254740993'), 'bad.json');
  const dialog = page.getByRole('dialog', { name: "'bad.json' can't be opened" });
  await expect(dialog).toContainText('the number 9007199254740993 would become 9007199254740992 here');
});
