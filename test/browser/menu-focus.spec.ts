// Who chooses something from the menu bar goes on where the keyboard was.
import { expect, test } from './studio.ts';

test('a command chosen from a menu, by mouse or by key, leaves the focus where it was; Escape leaves it in the bar', async ({
  studio,
  page,
}) => {
  const card = studio.canvas.locator('[data-id="1"][role="group"]');
  await card.click();
  await expect(card).toBeFocused();
  await studio.menu('View', 'Zoom in');
  await expect(card).toBeFocused();

  const view = page.getByRole('menubar', { name: 'Main menu' }).getByRole('menuitem', { name: 'View' });
  await view.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Fit everything' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card).toBeFocused();

  await view.click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(view).toBeFocused();
});

test('after a file is opened End goes to the end of the run, not of the menu bar', async ({ studio, page }) => {
  await studio.openExperiment({
    id: 'focus',
    resources: [{ guid: 1, rtype: 'linux::Node', position: { x: 0, y: 0 }, behavior: { provision: '3s' } }],
  });
  await expect(studio.card(1)).toBeVisible();
  await page.keyboard.press('t');
  await page.keyboard.press('End');
  const toolbar = page.getByRole('toolbar', { name: 'Run' });
  await expect(toolbar.getByRole('button', { name: 'Last instant' })).toBeDisabled();
});

test('a dialog opened from a menu gives the focus back to what had it before the menu', async ({ studio, page }) => {
  const card = studio.canvas.locator('[data-id="1"][role="group"]');
  await card.click();
  await studio.menu('Help', 'About');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(card).toBeFocused();
});
