// The studio as a test uses it: by its roles and names, as a person or a screen reader would. Every test fails on
// anything the page complains about.
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { makeLate } from './late-page.ts';

/** Collects what a page complains about. */
export function listenForComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

export const test = base.extend<{ studio: Studio }>({
  page: async ({ page }, runTest) => {
    const complaints = listenForComplaints(page);
    if (process.env['LATE']) await makeLate(page);
    await runTest(page);
    expect(complaints).toEqual([]);
  },
  studio: async ({ page }, runTest) => {
    const studio = new Studio(page);
    await studio.visit();
    await runTest(studio);
  },
});

export { expect, type Page };

export class Studio {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits until an experiment is on screen and kept. */
  async visit(): Promise<void> {
    await this.page.goto('/');
    await this.waitUntilSaved();
  }

  async waitUntilSaved(): Promise<void> {
    await expect(this.page.getByRole('button', { name: /^Saved\./ })).toBeVisible();
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' });
  }

  get outline(): Locator {
    return this.page.getByRole('tree', { name: 'Outline' });
  }

  get canvas(): Locator {
    return this.page.getByRole('region', { name: 'Canvas' });
  }

  get transport(): Locator {
    return this.page.getByRole('toolbar', { name: 'Run' });
  }

  /** One side of the switch between designing and watching a run. */
  mode(title: 'Design' | 'Simulate'): Locator {
    return this.page.getByRole('group', { name: 'Mode' }).getByRole('button', { name: title });
  }

  /** Goes back to where the experiment can be changed. */
  async design(): Promise<void> {
    await this.mode('Design').click();
    await expect(this.mode('Design')).toHaveAttribute('aria-pressed', 'true');
  }

  /** A resource's card on the canvas. */
  card(guid: number): Locator {
    return this.canvas.locator(`[data-guid="${guid}"]`);
  }

  /** Drags from one of a card's handles to another card. */
  async drawEdge(handle: 'connection' | 'condition', from: number, to: number): Promise<void> {
    await this.card(from).hover();
    await this.card(from).locator(`[data-handle="${handle}"]`).hover();
    await this.page.mouse.down();
    const target = await this.card(to).boundingBox();
    if (!target) throw new Error(`no card of guid ${to} on the canvas`);
    await this.page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Chooses an entry of the main menu. */
  async menu(title: string, entry: string | RegExp): Promise<void> {
    await this.page.getByRole('menubar').getByRole('menuitem', { name: title, exact: true }).click();
    await this.page.getByRole('menu').getByRole('menuitem', { name: entry }).click();
    // While a menu is closing it still has the keys.
    await expect(this.page.getByRole('menu')).toHaveCount(0);
  }

  /** Opens a text as if it were a file; whether it is taken is for the test to say. */
  openText(text: string, name = 'experiment.json'): Promise<void> {
    return this.openBytes(Buffer.from(text), name);
  }

  /** The same with the bytes of a file. */
  async openBytes(buffer: Buffer, name: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.menu('File', 'Open file…');
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
  }

  /** Opens an experiment and waits until it is the one on screen. */
  async openExperiment(changes: Partial<TestExperiment> & { readonly id: string }): Promise<void> {
    const experiment = { format: 'nepi-studio.experiment', version: 1, resources: [], ...changes };
    await this.openText(JSON.stringify(experiment));
    await expect(this.page).toHaveTitle(new RegExp(changes.id));
    await this.waitUntilSaved();
  }

  /** The file that would be saved now. */
  async exportJson(): Promise<string> {
    const download = this.page.waitForEvent('download');
    await this.page.keyboard.press('Control+S');
    return readFile(await (await download).path(), 'utf8');
  }

  /** The experiment as a file would have it. */
  async experiment(): Promise<TestExperiment> {
    return JSON.parse(await this.exportJson()) as TestExperiment;
  }

  async showOutline(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Outline' }).click();
    await expect(this.outline).toBeVisible();
  }

  /** Selects a resource by its label, in the outline. */
  async select(label: string): Promise<void> {
    await this.showOutline();
    await this.outline.getByRole('treeitem', { name: label }).first().click();
  }

  /** Runs a command by its name. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.page.getByRole('combobox', { name: 'Command' })).toBeFocused();
    await this.page.keyboard.type(name);
    await this.page.keyboard.press('Enter');
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Undo/ }).click();
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Redo/ }).click();
  }
}

/** What tests look at in an exported file. */
export interface TestExperiment {
  readonly id: string;
  readonly types?: readonly { readonly rtype: string; readonly extends?: string }[];
  readonly resources: readonly {
    readonly guid: number;
    readonly rtype: string;
    readonly label?: string;
    readonly attributes?: Readonly<Record<string, unknown>>;
    readonly traces?: readonly string[];
    readonly behavior?: Readonly<Record<string, unknown>>;
    readonly position?: { readonly x: number; readonly y: number };
    readonly conditionsPosition?: { readonly x: number; readonly y: number };
  }[];
  readonly connections?: readonly (readonly [number, number])[];
  readonly conditions?: readonly Readonly<Record<string, unknown>>[];
  readonly script?: readonly Readonly<Record<string, unknown>>[];
  readonly simulation?: Readonly<Record<string, unknown>>;
  readonly groups?: readonly Readonly<Record<string, unknown>>[];
}
