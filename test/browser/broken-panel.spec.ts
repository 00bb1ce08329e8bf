// A panel that breaks says so in words that help, and works again as soon as another experiment is on screen.
import { expect, type Page, test } from '@playwright/test';
import { Studio } from './studio.ts';

const FINE = { id: 'fine', resources: [{ guid: 1, rtype: 'linux::Node', label: 'calm' }] };
const BREAKS = { id: 'breaks', resources: [{ guid: 1, rtype: 'linux::Node', label: 'BOOM' }] };

/** Makes drawing any text with BOOM in it a bug. */
async function sabotage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const refuse = (value: unknown) => {
      if (String(value).includes('BOOM')) throw new Error('this text is a bomb');
    };
    for (const name of ['textContent', 'nodeValue'] as const) {
      const property = Object.getOwnPropertyDescriptor(Node.prototype, name)!;
      Object.defineProperty(Node.prototype, name, {
        ...property,
        set(value: unknown) {
          refuse(value);
          property.set!.call(this, value);
        },
      });
    }
    const create = document.createTextNode.bind(document);
    document.createTextNode = (value) => {
      refuse(value);
      return create(value);
    };
  });
}

test('a panel that broke is drawn again for another document, and after an undo', async ({ page }) => {
  await sabotage(page);
  const studio = new Studio(page);
  await studio.visit();
  await studio.showOutline();
  await studio.openExperiment(BREAKS);
  const broken = page.getByText('The panel Outline can’t show this experiment');
  await expect(broken).toBeVisible();
  const panel = page.getByRole('complementary', { name: 'Types and outline' });
  // What helps is said; the rest is for a bug report.
  await expect(panel.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Undo the last change' })).toBeVisible();
  await expect(panel.getByText('this text is a bomb')).toBeHidden();
  await panel.getByText('Details for a bug report').click();
  await expect(panel.getByText('this text is a bomb')).toBeVisible();
  await studio.openExperiment(FINE);
  await expect(broken).toHaveCount(0);
  await expect(studio.outline.getByRole('treeitem', { name: /calm/ })).toBeVisible();

  // By an edit of one's own.
  await studio.outline.getByRole('treeitem', { name: /calm/ }).first().click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('BOOM');
  await page.keyboard.press('Enter');
  await expect(broken).toBeVisible();
  await panel.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(studio.outline.getByRole('treeitem', { name: /calm/ })).toBeVisible();
});
