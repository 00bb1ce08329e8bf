// axe finds nothing, on any screen, in any theme.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type Studio, test } from './studio.ts';

interface Screen {
  readonly name: string;
  readonly show: (studio: Studio, page: Page) => Promise<void>;
  /** Something lies over the page; it stands outside the landmarks, on purpose, and Escape closes it. */
  readonly popup?: true;
}

/** In the order in which a test goes through them, each from where the one before left. */
const SCREENS: readonly Screen[] = [
  { name: 'the first screen', show: async () => {} },
  {
    name: 'the open menu',
    popup: true,
    show: (_studio, page) => page.getByRole('menubar').getByRole('menuitem', { name: 'Edit' }).click(),
  },
  { name: 'the examples', popup: true, show: (studio) => studio.menu('File', 'Examples…') },
  { name: 'the command palette', popup: true, show: (_studio, page) => page.keyboard.press('Control+K') },
  { name: 'the shortcuts', popup: true, show: (_studio, page) => page.keyboard.press('?') },
  { name: 'a selected resource', show: (studio) => studio.select('ping') },
  {
    name: 'a refused value and a new condition',
    async show(studio) {
      const field = studio.inspector.getByRole('textbox', { name: 'count', exact: true });
      await field.fill('many');
      await field.press('Enter');
      await studio.inspector.getByRole('button', { name: 'Add condition' }).click();
    },
  },
  {
    name: 'several resources',
    show: (studio) => studio.outline.getByRole('treeitem', { name: /^linux::Node/ }).click(),
  },
  {
    name: 'the script',
    async show(_studio, page) {
      await page.getByRole('tab', { name: 'Script' }).click();
      await page.getByRole('button', { name: 'Make it editable' }).click();
    },
  },
  {
    name: 'a run',
    async show(_studio, page) {
      await page.getByRole('banner').getByRole('button', { name: /^Play/ }).click();
      await page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Last instant' }).click();
    },
  },
  { name: 'the log', show: (_studio, page) => page.getByRole('tab', { name: /^Log/ }).click() },
  {
    name: 'problems',
    async show(studio, page) {
      await studio.openExperiment({
        id: 'typo',
        resources: [{ guid: 1, rtype: 'linux::Nod', label: 'host', attributes: { colour: 'red' } }],
      });
      await studio.select('host');
      await page.getByRole('tab', { name: /^Problems/ }).click();
    },
  },
];

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ studio, page }) => {
    test.slow();
    // Colours in the middle of a transition are nobody's.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.keyboard.press('Control+K');
    await page.keyboard.type(`${theme} theme`);
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const { name, show, popup } of SCREENS) {
      await test.step(name, async () => {
        await show(studio, page);
        const axe = new AxeBuilder({ page });
        // Themes differ in nothing but their colours.
        if (theme !== 'light') axe.withRules(['color-contrast']);
        else if (popup) axe.disableRules(['region']);
        const { violations } = await axe.analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
        expect.soft(found, name).toEqual([]);
        if (popup) await page.keyboard.press('Escape');
      });
    }
  });
}
