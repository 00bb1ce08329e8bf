// Nothing is lost by a reload, by a page that dies, or by a second tab.
import { expect, listenForComplaints, Studio, test } from './studio.ts';

test('a reload brings back the experiment, saved or just changed', async ({ studio, page }) => {
  await studio.select('ping');
  const label = studio.inspector.getByRole('textbox', { name: 'Label' });
  await label.fill('echo');
  await label.press('Enter');
  await studio.waitUntilSaved();
  await page.reload();
  await studio.waitUntilSaved();
  expect((await studio.experiment()).resources.map((resource) => resource.label)).toContain('echo');
});

test('a change made just before the page goes is not lost', async ({ studio, page }) => {
  await studio.select('ping');
  const label = studio.inspector.getByRole('textbox', { name: 'Label' });
  await label.fill('last words');
  await label.press('Enter');
  // No waiting for the autosave.
  await page.reload();
  await studio.waitUntilSaved();
  expect((await studio.experiment()).resources.map((resource) => resource.label)).toContain('last words');
});

test('two tabs never write over each other', async ({ studio, page, context }) => {
  await studio.select('ping');
  const label = studio.inspector.getByRole('textbox', { name: 'Label' });
  await label.fill('first tab');
  await label.press('Enter');
  await studio.waitUntilSaved();

  const otherPage = await context.newPage();
  const complaints = listenForComplaints(otherPage);
  const other = new Studio(otherPage);
  await other.visit();
  const otherBefore = await other.exportJson();
  expect(otherBefore).not.toContain('first tab');
  await other.openExperiment({
    id: 'second',
    resources: [{ guid: 1, rtype: 'linux::Node', label: 'second tab' }],
  });

  await page.reload();
  await studio.waitUntilSaved();
  expect(await studio.exportJson()).toContain('first tab');
  await otherPage.reload();
  await other.waitUntilSaved();
  expect(await other.exportJson()).toContain('second tab');
  expect(complaints).toEqual([]);
});

test('the run is not part of the document: a reload in its middle keeps the design', async ({ studio, page }) => {
  const before = await studio.exportJson();
  await page.getByRole('banner').getByRole('button', { name: /^Play/ }).click();
  await expect(page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.reload();
  await studio.waitUntilSaved();
  expect(await studio.exportJson()).toBe(before);
});
