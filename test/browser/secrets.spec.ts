// A secret is in the page's memory and in the kept document, and nowhere else unless one asks for it.
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from './studio.ts';

const SENTINEL = 'S3NT1NEL';
const EXPERIMENT = {
  id: 'secret',
  types: [
    {
      rtype: 'lab::Sensor',
      extends: 'linux::Node',
      attributes: [{ name: 'token', type: 'STRING', flags: ['Credential'], default: `${SENTINEL}3` }],
    },
  ],
  resources: [
    {
      guid: 1,
      rtype: 'planetlab::Node',
      label: 'node',
      attributes: { hostname: 'h', pluser: 'me', plpassword: SENTINEL },
    },
    { guid: 2, rtype: 'lab::Sensor', label: 'sensor', attributes: { hostname: 'i', token: 42 } },
    { guid: 3, rtype: 'linux::Nod', label: 'odd', attributes: { plpassword: SENTINEL } },
  ],
  script: [
    { op: 'set', resources: [1], attribute: 'plpassword', value: `${SENTINEL}2` },
    { op: 'deploy', resources: [1, 2] },
    { op: 'shutdown' },
  ],
};
/** The same, as far as it can be run. */
const RUNNABLE = { ...EXPERIMENT, id: 'runnable', resources: EXPERIMENT.resources.slice(0, 2) };

/** Neither the page's markup nor what it stores in clear holds a secret. */
async function expectNoSecret(page: Page): Promise<void> {
  const held = await page.evaluate(() =>
    [
      document.title,
      document.documentElement.outerHTML,
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
    ].join('\n'),
  );
  expect(held).not.toContain(SENTINEL);
}

test('no panel shows a secret', async ({ studio, page }) => {
  await studio.openExperiment(EXPERIMENT);
  const bottom = page.getByRole('region', { name: 'Run and problems' });
  for (const tab of ['Timeline', 'Log', 'Problems', 'Script']) {
    await bottom.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await expectNoSecret(page);
  }
  for (const label of ['node', 'sensor', 'odd']) {
    await studio.select(label);
    await expect(
      studio.inspector.getByText('plpassword').or(studio.inspector.getByText('token')).first(),
    ).toBeVisible();
    await expectNoSecret(page);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.keyboard.type(SENTINEL.slice(0, 4));
  await expect(page.getByText('No resource or group has all these words.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expectNoSecret(page);
});

test('a secret is typed into a field that never shows it', async ({ studio, page }) => {
  await studio.openExperiment(EXPERIMENT);
  await studio.select('node');
  const field = studio.inspector.getByLabel('plpassword', { exact: true });
  await expect(field).toHaveAttribute('placeholder', '••••••');
  await expect(field).toHaveValue('');
  await field.fill(`${SENTINEL}4`);
  await expectNoSecret(page);
  await field.press('Enter');
  await expect(page.getByRole('button', { name: /^Undo set plpassword/ })).toBeVisible();
  await expectNoSecret(page);
  await page.keyboard.press('Escape');
  const text = await exportWith(page, /Include them/);
  expect(text).toContain(`"plpassword": "${SENTINEL}4"`);
});

test('a run, its log and its files hold no secret', async ({ studio, page }) => {
  await studio.openExperiment(RUNNABLE);
  await page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Play' }).click();
  await expect(page.getByText(/^Completed after/).first()).toBeVisible();
  await page.getByRole('tab', { name: /^Log/ }).click();
  await expectNoSecret(page);
  for (const entry of [
    'Picture for a paper (SVG)',
    'Trace for Perfetto (JSON)',
    'Events as a table (CSV)',
    'Record of the run (JSON)',
  ]) {
    await page.getByRole('menubar').getByRole('menuitem', { name: 'File', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Export run' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: entry }).click();
    expect(await readFile(await (await download).path(), 'utf8')).not.toContain(SENTINEL);
  }
});

/** Exports, and chooses what becomes of the secrets. */
async function exportWith(page: Page, choice: RegExp): Promise<string> {
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Export passwords and keys too?' });
  await expect(dialog).toBeVisible();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: choice }).click();
  return readFile(await (await download).path(), 'utf8');
}

test('export asks, and Enter leaves the secrets out', async ({ studio, page }) => {
  await studio.openExperiment(EXPERIMENT);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('button', { name: /^Leave out 5 passwords or keys/ })).toBeFocused();
  await expectNoSecret(page);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).not.toContain(SENTINEL);
  expect(text).toContain('"pluser": "me"');
  await expect(page.getByText(/Exported without 5 passwords or keys/)).toBeVisible();
  const whole = await exportWith(page, /Include them/);
  expect(whole.match(new RegExp(SENTINEL, 'g'))).toHaveLength(4);
  // What was left out of the file opens as it is.
  await studio.openText(text);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a copy holds no secret, and pasted it has lost none', async ({ studio, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await studio.openExperiment(EXPERIMENT);
  await studio.select('node');
  await studio.canvas.focus().catch(() => {});
  await studio.menu('Edit', /^Cut/);
  await expect(studio.outline.getByRole('treeitem', { name: 'node', exact: false })).toHaveCount(0);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('planetlab::Node');
  expect(copied).not.toContain(SENTINEL);
  await expectNoSecret(page);
  await studio.menu('Edit', /^Paste Ctrl/);
  const text = await exportWith(page, /Include them/);
  expect(text).toContain(`"plpassword": "${SENTINEL}"`);
  expect(text.match(new RegExp(`"${SENTINEL}"`, 'g'))).toHaveLength(2);
});
