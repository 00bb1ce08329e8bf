// Texts of a megabyte: views show their beginnings, and all of them is in the editor's window.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type Studio, test } from './studio.ts';

const LONG = 1_000_000;
const text = (letter: string) => letter.repeat(LONG);

/** Everything of a file that is free text, a megabyte each. */
const EXPERIMENT = {
  id: text('i'),
  types: [{ rtype: text('T'), extends: 'linux::Application' }],
  resources: [
    { guid: 1, rtype: 'linux::Node', label: text('l'), attributes: { hostname: 'h' } },
    { guid: 2, rtype: 'linux::Application', label: 'app', attributes: { command: text('c'), [text('n')]: 'v' } },
    { guid: 3, rtype: text('r'), label: 'strange', attributes: {}, traces: [text('t')] },
    { guid: 4, rtype: text('T'), label: 'own', attributes: {} },
  ],
  connections: [
    [2, 1],
    [4, 1],
  ] as [number, number][],
  conditions: [{ resources: [2], action: 'START', group: [1, 4], state: 'STARTED' }],
  groups: [{ name: text('g'), guids: [1, 2] }],
  script: [
    { op: 'deploy', resources: [1, 2, 4] },
    { op: 'set', resources: [2], attribute: 'command', value: text('v') },
    { op: 'waitFinished', resources: [2] },
  ],
};

/** Where on the page, outside the editor, a text is longer than views show. */
async function longTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const look = (length: number, place: string) => {
      if (length > 5000) found.add(`${length} characters in ${place}`);
    };
    look(document.title.length, 'the title');
    for (const element of document.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('[data-text-editor], script, style, defs')) continue;
      const name = `${element.localName}.${element.getAttribute('class')}`;
      for (const { name: attribute, value } of element.attributes) look(value.length, `${attribute} of ${name}`);
      for (const node of element.childNodes) if (node.nodeType === 3) look(node.nodeValue!.length, name);
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
        look(element.value.length, name);
    }
    return [...found];
  });
}

async function expectShort(page: Page): Promise<void> {
  await expect.poll(() => longTexts(page)).toEqual([]);
}

test('no view puts a text of a megabyte into the page', async ({ studio }) => {
  test.setTimeout(180_000);
  const { page } = studio;
  await studio.openText(JSON.stringify({ format: 'nepi-studio.experiment', version: 1, ...EXPERIMENT }));
  await expect(page).toHaveTitle(/^iii/);
  await expectShort(page);
  await studio.showOutline();
  await expectShort(page);
  for (const guid of [1, 2, 3, 4]) {
    await studio.card(guid).click();
    await expectShort(page);
  }
  await page.getByRole('tab', { name: /^Problems/ }).click();
  await expectShort(page);
  await page.getByRole('tab', { name: 'Script' }).click();
  await expectShort(page);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('c');
  await expectShort(page);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Types', exact: true }).click();
  await expectShort(page);

  // Without the unknown type it can be run.
  await studio.card(3).click();
  await page.keyboard.press('Delete');
  await expectShort(page);
  await studio.mode('Simulate').click();
  await page.getByRole('tab', { name: /^Timeline/ }).click();
  await expectShort(page);
  await page.getByRole('tab', { name: /^Log/ }).click();
  await expectShort(page);
  await studio.waitUntilSaved();
  await studio.menu('File', 'New experiment');
  await studio.menu('File', 'Open recent…');
  await expect(page.getByRole('dialog')).toContainText('iii');
  await expectShort(page);
});

async function openCommand(studio: Studio, command: string): Promise<void> {
  await studio.openExperiment({
    id: 'command',
    resources: [{ guid: 1, rtype: 'linux::Application', label: 'app', attributes: { command } }],
  });
  await studio.select('app');
}

const commandOf = async (studio: Studio) => (await studio.experiment()).resources[0]!.attributes!['command'];

test('a command of a megabyte is edited in a window, in one step', async ({ studio }) => {
  const { page } = studio;
  await openCommand(studio, 'ping -c 4 host\n'.repeat(70_000));
  await studio.inspector.getByRole('button', { name: /^command, 1,050,000 characters/ }).click();
  const editor = page.getByRole('textbox', { name: 'command' });
  await expect(editor).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('echo done');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const command = String(await commandOf(studio));
  expect(command.length).toBe(1_050_009);
  expect(command.endsWith('host\necho done')).toBe(true);
  await studio.undo();
  expect(String(await commandOf(studio)).length).toBe(1_050_000);
});

test('the editor indents with Tab, asks before it discards, and never holds the keyboard', async ({ studio }) => {
  const { page } = studio;
  await openCommand(studio, 'first');
  const field = studio.inspector.getByRole('textbox', { name: 'command' });
  await field.focus();
  await page.keyboard.press('Alt+Enter');
  const window = page.getByRole('dialog', { name: 'command' });
  const editor = window.getByRole('textbox', { name: 'command' });
  await expect(editor).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('second');
  await expect(window.locator('.cm-lineNumbers')).toContainText('2');

  await page.keyboard.press('Escape');
  await expect(window.getByRole('button', { name: 'Keep editing' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(window.getByRole('button', { name: 'Discard' })).toBeFocused();
  await window.getByRole('button', { name: 'Keep editing' }).click();
  await expect(editor).toBeFocused();
  await window.getByRole('checkbox', { name: 'Wrap lines' }).click();
  await window.getByRole('button', { name: 'Done' }).click();
  await expect(field).toHaveValue('first\n  second');
  await expect(field).toBeFocused();
  expect(await commandOf(studio)).toBe('first\n  second');

  // Untouched, Escape closes it at once.
  await page.keyboard.press('Alt+Enter');
  await expect(editor).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(window).toHaveCount(0);

  await page.keyboard.press('Alt+Enter');
  await expect(editor).toBeFocused();
  await page.keyboard.type('lost');
  await page.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Discard' }).click();
  expect(await commandOf(studio)).toBe('first\n  second');
});

test('opening a text with line breaks of another system and closing it changes nothing', async ({ studio }) => {
  const { page } = studio;
  for (const command of ['a\r\nb\r\n', 'a\r\nb\nc\rd']) {
    await openCommand(studio, command);
    await studio.inspector.getByRole('button', { name: 'Open command in an editor' }).click();
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'command' })).toBeFocused();
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await commandOf(studio)).toBe(command);
  }
});

test('pasted line breaks stay where lines are taken, and are told where they are not', async ({ studio }) => {
  const { page } = studio;
  await openCommand(studio, '');
  await page.evaluate(() => {
    // What the system's clipboard would hand over, without asking for leave to write to it.
    const paste = (element: Element, data: string) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    };
    Object.assign(window, { paste });
  });
  const label = studio.inspector.getByRole('textbox', { name: 'Label' });
  await label.fill('');
  await label.evaluate((element) =>
    (window as unknown as Record<'paste', (e: Element, t: string) => void>).paste(element, 'two\nlines\n'),
  );
  await expect(label).toHaveValue('two lines');
  await expect(page.getByText('Label takes one line: the line breaks of what you pasted became spaces.')).toBeVisible();

  const command = studio.inspector.getByRole('textbox', { name: 'command' });
  await command.evaluate((element) =>
    (window as unknown as Record<'paste', (e: Element, t: string) => void>).paste(element, 'x\n'.repeat(50_000)),
  );
  const editor = page.getByRole('dialog').getByRole('textbox', { name: 'command' });
  await expect(editor).toBeFocused();
  await page.getByRole('button', { name: 'Done' }).click();
  expect(await commandOf(studio)).toBe('x\n'.repeat(50_000));
});
