// Keyboards that don't type Latin letters, and input methods that compose text.
import { expect, type Page, test } from './studio.ts';

/** Presses a key of a keyboard that is not a US one. */
async function pressAt(page: Page, code: string, key: string, modifiers = 0): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const text = modifiers & CTRL ? {} : { text: key };
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', code, key, modifiers, ...text });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key, modifiers });
  await session.detach();
}
const CTRL = 2;

/** Composes a text, as an input method does, without taking it. */
async function compose(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await session.detach();
}

/** Takes what is composed. */
async function endComposition(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.insertText', { text });
  await session.detach();
}

const RESOURCES = [
  { guid: 1, rtype: 'linux::Node', label: 'host', attributes: { hostname: 'h' } },
  { guid: 2, rtype: 'linux::Application', label: 'job', attributes: { command: 'a' } },
];

test('a Russian keyboard undoes, redoes and runs by its own letters', async ({ studio, page }) => {
  await studio.openExperiment({ id: 'layouts', resources: RESOURCES });
  await studio.select('job');
  await page.keyboard.press('Delete');
  await expect(studio.card(2)).toHaveCount(0);
  await pressAt(page, 'KeyZ', 'я', CTRL);
  await expect(studio.card(2)).toHaveCount(1);
  await pressAt(page, 'KeyY', 'н', CTRL);
  await expect(studio.card(2)).toHaveCount(0);
  await pressAt(page, 'KeyZ', 'я', CTRL);
  await expect(studio.card(2)).toHaveCount(1);
  await pressAt(page, 'KeyT', 'е');
  await expect(studio.mode('Simulate')).toHaveAttribute('aria-pressed', 'true');
});

test('Enter, Escape and the arrows belong to the input method while it composes', async ({ studio, page }) => {
  await studio.openExperiment({ id: 'composing', resources: RESOURCES });
  const { inspector } = studio;

  await test.step('in a label', async () => {
    await studio.select('job');
    const label = inspector.getByRole('textbox', { name: 'Label' });
    await label.fill('');
    await compose(page, 'にほん');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(label).toBeFocused();
    await endComposition(page, '日本');
    await expect(label).toHaveValue('日本');
    await page.keyboard.press('Enter');
    expect((await studio.experiment()).resources[1]?.label).toBe('日本');
  });

  await test.step('in the list of commands', async () => {
    await page.keyboard.press('Control+K');
    const search = page.getByRole('combobox', { name: 'Command' });
    await expect(search).toBeFocused();
    const first = await search.getAttribute('aria-activedescendant');
    await compose(page, 'u');
    for (const key of ['ArrowDown', 'Enter', 'Escape']) await page.keyboard.press(key);
    await expect(search).toBeVisible();
    await expect(search).toHaveAttribute('aria-activedescendant', first ?? '');
    await endComposition(page, 'u');
    await page.keyboard.press('Escape');
    await expect(search).toBeHidden();
  });

  await test.step('in a group name and the name of the experiment', async () => {
    const name = page.getByRole('textbox', { name: 'Experiment name' });
    await name.click();
    await compose(page, '한');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect(name).toBeFocused();
    await endComposition(page, '한글');
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle(/한글/);
  });
});
