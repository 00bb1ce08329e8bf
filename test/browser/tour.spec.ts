import AxeBuilder from '@axe-core/playwright';
import { holdFrames } from './late-page.ts';
import { expect, test } from './studio.ts';

test('the tour points at six real parts and can be walked with the keyboard alone', async ({ studio }) => {
  const { page } = studio;
  await studio.command('tour');
  const titles = [
    'What there is to add',
    'The experiment',
    'What is selected',
    'Try it',
    'What happened, and why',
    'When you look for something',
  ];
  for (const [place, title] of titles.entries()) {
    const window = page.getByRole('dialog', { name: title });
    await expect(window).toBeVisible();
    await expect(window).toContainText(`${place + 1} of ${titles.length}`);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('its first key is heard on a busy machine, too', async ({ studio, page }) => {
  const release = await holdFrames(page);
  await studio.command('tour');
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeAttached();
  await page.keyboard.press('Enter');
  await release();
  await expect(page.getByRole('dialog', { name: 'The experiment' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'What is selected' })).toBeVisible();
});

test('from the menu it has the keyboard, whatever had it before, and gives it back', async ({ studio }) => {
  const { page } = studio;
  const card = page.locator('.react-flow__node[data-id="1"]');
  await studio.card(1).click();
  await expect(card).toBeFocused();
  await studio.menu('Help', 'Take the tour');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Next' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'The experiment' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeFocused();
});

test('it unfolds what it speaks of, goes back, and Escape leaves it for good', async ({ studio }) => {
  const { page } = studio;
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('tab', { name: 'Types' })).toBeHidden();
  await studio.menu('Help', 'Take the tour');
  await expect(page.getByRole('tab', { name: 'Types' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'The experiment' })).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('dialog', { name: 'What there is to add' })).toBeVisible();
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.reload();
  await studio.waitUntilSaved();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a question mark beside a word of NEPI says what it means', async ({ studio }) => {
  const { page } = studio;
  await studio.inspector.getByRole('button', { name: 'What is Reschedule delay?' }).click();
  const window = page.getByRole('dialog', { name: 'Reschedule delay' });
  await expect(window).toContainText('tried again');
  await page.keyboard.press('Escape');
  await expect(window).toBeHidden();
  await expect(studio.inspector.getByRole('button', { name: 'What is Reschedule delay?' })).toBeFocused();

  await studio.select('ping');
  for (const term of ['Condition', 'Connection', 'Trace', 'Behavior', 'critical', 'Gate']) {
    await expect(studio.inspector.getByRole('button', { name: `What is ${term}?` })).toBeVisible();
  }
});

test('an empty canvas says what to do', async ({ studio }) => {
  await studio.menu('File', 'New experiment');
  const canvas = studio.page.getByRole('region', { name: 'Canvas' });
  await expect(canvas.getByText('Draw an experiment')).toBeVisible();
  await canvas.getByRole('button', { name: 'Take the tour' }).click();
  await expect(studio.page.getByRole('dialog', { name: 'What there is to add' })).toBeVisible();
});
