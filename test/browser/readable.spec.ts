// What can be read on the canvas: names however far one is, sentences in whole words, and what lies over cards.
import { expect, test } from './studio.ts';

const resources = Array.from({ length: 12 }, (_, index) => ({
  guid: index + 1,
  rtype: 'linux::Node',
  label: `node ${index + 1}`,
  position: { x: (index % 4) * 500, y: Math.floor(index / 4) * 300 },
}));
const conditions = [{ resources: [3], action: 'START', group: [1], state: 'STARTED', time: '5s' }];

test.beforeEach(async ({ studio }) => studio.openExperiment({ id: 'wide', resources, conditions }));

test('where all is in sight names are large enough to be read, and no button covers a card', async ({
  studio,
  page,
}) => {
  const name = studio.card(12).getByText('node 12', { exact: true });
  const zoom = await page.getByRole('button', { name: /^Zoom \d+ %/ }).textContent();
  expect(Number.parseInt(zoom ?? '', 10)).toBeLessThan(50);
  const box = (await name.boundingBox())!;
  expect(box.height).toBeGreaterThan(8);
  const card = (await studio.card(12).boundingBox())!;
  const buttons = (await page.getByRole('group', { name: 'Zoom' }).boundingBox())!;
  expect(card.x + card.width < buttons.x || card.y + card.height < buttons.y).toBe(true);
});

test('the sentence of an edge lies on no card, and can be read when one points at it', async ({ studio, page }) => {
  const other = (await studio.card(2).boundingBox())!;
  const sentence = studio.canvas.getByRole('button', { name: /START when node 1 is STARTED \+ 5s/ });
  const label = (await sentence.boundingBox())!;
  const isBeside = label.x > other.x + other.width || label.x + label.width < other.x;
  expect(isBeside || label.y > other.y + other.height || label.y + label.height < other.y).toBe(true);
  await sentence.hover();
  await expect(sentence).toHaveCSS('opacity', '1');
  await expect.poll(async () => (await sentence.boundingBox())!.height).toBeGreaterThan(14);
  await page.mouse.move(2, 2);
});

test('the minimap comes where not all is in sight, and M puts it away', async ({ studio, page }) => {
  const minimap = studio.canvas.locator('canvas').last();
  await expect(minimap).toBeHidden();
  await page.keyboard.press('0');
  await expect(minimap).toBeVisible();
  await page.keyboard.press('m');
  await expect(studio.canvas.locator('canvas')).toHaveCount(0);
  await page.keyboard.press('m');
  await expect(minimap).toBeVisible();
});
