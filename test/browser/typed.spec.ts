// What is typed is taken, or told: never lost.
import { expect, type Page, test } from './studio.ts';

const RESOURCES = [
  { guid: 1, rtype: 'linux::Node', label: 'Zoë', attributes: { hostname: 'h' } },
  { guid: 2, rtype: 'linux::Application', label: 'job', attributes: { command: 'a' } },
  { guid: 3, rtype: 'linux::Application', label: 'job', attributes: { command: 'b' } },
  { guid: 4, rtype: 'linux::Application', label: 'a\u001b]0;b\u202ec', attributes: { command: 'c' } },
];
const LINKED = {
  resources: RESOURCES,
  connections: [
    [2, 1],
    [3, 1],
    [4, 1],
  ] as const,
  conditions: [{ resources: [4], action: 'START', group: [2, 3], state: 'STARTED' }],
};

/** Drops files on the page. */
async function dropFiles(page: Page, files: readonly { readonly name: string; readonly text: string }[]) {
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of dropped) dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

test('a shortcut takes what is typed in a field first', async ({ studio, page }) => {
  await studio.openExperiment({ id: 'typed', ...LINKED });
  await studio.select('Zoë');
  const label = studio.inspector.getByRole('textbox', { name: 'Label' });
  await label.fill('host');
  expect((await studio.experiment()).resources[0]?.label).toBe('host');
  await expect(label).toBeFocused();

  const name = page.getByRole('textbox', { name: 'Experiment name' });
  await name.fill('renamed');
  expect((await studio.experiment()).id).toBe('renamed');
});

test('a value that was refused stays in its field, and is told when the field goes', async ({ studio, page }) => {
  await studio.openExperiment({ id: 'refused', ...LINKED });
  await studio.select('job (2)');
  const { inspector } = studio;
  const time = inspector.getByRole('textbox', { name: 'run time' });
  await time.fill('soon');
  await inspector.getByRole('textbox', { name: 'Label' }).click();
  await expect(time).toHaveValue('soon');
  await expect(time).toHaveAttribute('aria-invalid', 'true');
  await studio.experiment();
  await expect(time).toHaveValue('soon');
  await studio.select('a␛');
  await expect(page.getByText(/^run time: 'soon' was not taken\./).first()).toBeVisible();
});

test('a reload takes what is typed', async ({ studio, page }) => {
  await studio.openExperiment({ id: 'reloaded', ...LINKED });
  await studio.select('Zoë');
  await studio.inspector.getByRole('textbox', { name: 'Label' }).fill('kept');
  await page.reload();
  await studio.waitUntilSaved();
  expect((await studio.experiment()).resources[0]?.label).toBe('kept');
});

test('of two files dropped at once, the second is told', async ({ studio, page }) => {
  const file = (id: string) => ({
    name: `${id}.json`,
    text: JSON.stringify({ format: 'nepi-studio.experiment', version: 1, id, resources: RESOURCES }),
  });
  await dropFiles(page, [file('first'), file('second')]);
  await expect(page).toHaveTitle(/first/);
  await expect(page.getByText(/'first\.json' is open\. 'second\.json' was not opened/).first()).toBeVisible();
  await studio.waitUntilSaved();
});

test('the time field reads what the axis writes, and says what is no time', async ({ studio, page }) => {
  await studio.openExperiment({ id: 'times', ...LINKED });
  await studio.command('Play');
  const time = page.getByRole('textbox', { name: 'Time: type one to jump there' });
  await expect(time).toBeEnabled();
  await time.fill('soon');
  await time.press('Enter');
  await expect(page.getByText(/^'soon' is no time/).first()).toBeVisible();
  await expect(time).toHaveValue('soon');
  await expect(time).toBeFocused();
  await time.fill('500 ms');
  await time.press('Enter');
  await expect(time).not.toBeFocused();
  await expect(time).toHaveValue(/^0:00\.5$|^0\.5 s$/);
});

test('find ignores capitals and accents; equal labels and hidden characters can be told', async ({ studio, page }) => {
  await studio.openExperiment({ id: 'names', ...LINKED });
  await expect(studio.card(4)).toContainText('a␛]0;b\\u{202e}c');
  await page.keyboard.press('Control+F');
  await page.keyboard.type('ZOE');
  await expect(page.getByRole('option', { name: /Zoë/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await studio.showOutline();
  await expect(studio.outline.getByRole('treeitem', { name: /^job \(2\)/ })).toBeVisible();
  await expect(studio.outline.getByRole('treeitem', { name: /^job \(3\)/ })).toBeVisible();
  await studio.outline.getByRole('treeitem', { name: /^a␛/ }).click();
  await expect(studio.inspector.getByText(/job \(2\)/).first()).toBeVisible();
});
