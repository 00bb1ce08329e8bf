// Many resources: where their labels can't be read they are drawn on one canvas, and all that one does with cards still
// works: pointing, selecting, dragging, the keyboard, the names.
import { gridExperiment } from '../support/grid-experiment.ts';
import { expect, type Page, type Studio, test } from './studio.ts';

const COUNT = 400;

async function openLarge(studio: Studio): Promise<void> {
  const { resources, connections } = gridExperiment(COUNT);
  await studio.openExperiment({
    id: 'large',
    resources: resources.map(({ guid, rtype, label, position }) => ({
      guid,
      rtype,
      label: label!,
      position: position!,
    })),
    connections,
  });
  await expect(studio.canvas.locator('canvas').first()).toBeVisible();
  await expect(studio.canvas.locator('.react-flow__node')).toHaveCount(0);
}

/** Where a card of the grid is drawn on the page, from what the studio says of its view. */
async function placeOf(page: Page, guid: number): Promise<{ x: number; y: number }> {
  const { position } = gridExperiment(COUNT).resources[guid - 1]!;
  return page.evaluate(({ x, y }) => {
    const pane = document.querySelector('.react-flow')!.getBoundingClientRect();
    const viewport = document.querySelector<HTMLElement>('.react-flow__viewport')!;
    const { a, e, f } = new DOMMatrix(getComputedStyle(viewport).transform);
    return { x: pane.left + e + (x + 100) * a, y: pane.top + f + (y + 36) * a };
  }, position!);
}

test('drawn cards are pointed at, selected and dragged like others', async ({ studio }) => {
  const { page } = studio;
  await openLarge(studio);
  const place = await placeOf(page, 110);

  await page.mouse.move(place.x, place.y);
  await expect(studio.canvas.getByText('resource-110')).toBeVisible();
  await page.mouse.click(place.x, place.y);
  await expect(studio.inspector.getByRole('textbox', { name: 'Label' })).toHaveValue('resource-110');

  await page.mouse.down();
  await page.mouse.move(place.x + 30, place.y + 12, { steps: 4 });
  await page.mouse.up();
  const before = gridExperiment(COUNT).resources[109]!.position!;
  const moved = (await studio.experiment()).resources[109]!.position!;
  expect(moved.x).toBeGreaterThan(before.x);
  await studio.undo();
  expect((await studio.experiment()).resources[109]!.position).toEqual(before);
});

test('a box selects drawn cards, and an edge is selected by its line', async ({ studio }) => {
  const { page } = studio;
  await openLarge(studio);
  const [first, last] = [await placeOf(page, 1), await placeOf(page, 43)];
  await page.mouse.move(first.x - 18, first.y - 10);
  await page.mouse.down();
  await page.mouse.move(last.x, last.y, { steps: 5 });
  await page.mouse.up();
  // Three of the first row, three of the second, three of the third.
  await expect(studio.inspector.getByRole('heading', { name: '9 resources' })).toBeVisible();

  const [a, b] = [await placeOf(page, 5), await placeOf(page, 6)];
  await page.mouse.click((a.x + b.x) / 2, a.y);
  await expect(studio.inspector.getByRole('heading', { name: 'Connection' })).toBeVisible();
});

test('drawn cards keep their names, and the keyboard walks over them', async ({ studio }) => {
  const { page } = studio;
  await openLarge(studio);
  const names = studio.canvas.getByRole('list', { name: 'Resources on the canvas' });
  await expect(names.getByRole('listitem')).toHaveCount(COUNT);
  await names.getByRole('listitem', { name: 'resource-21, linux::Node, guid 21' }).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(names.getByRole('listitem', { name: /^resource-22,/ })).toBeFocused();
  await expect(studio.inspector.getByRole('textbox', { name: 'Label' })).toHaveValue('resource-22');
});

test('near enough to read, only what is on screen is there as elements', async ({ studio }) => {
  const { page } = studio;
  await openLarge(studio);
  await page.keyboard.press('0');
  const cards = studio.canvas.locator('.react-flow__node');
  await expect(cards.first()).toBeVisible();
  const count = await cards.count();
  expect(count).toBeGreaterThan(3);
  expect(count).toBeLessThan(60);
  await page.keyboard.press('1');
  await expect(cards).toHaveCount(0);
});
