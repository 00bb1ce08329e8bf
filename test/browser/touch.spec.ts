// The canvas with fingers: pan, pinch, move, connect by tap, and the menu of a long press.
import type { Locator } from '@playwright/test';
import { expect, type Page, type Studio, test } from './studio.ts';

type Spot = readonly [x: number, y: number];

test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

const canvas = (page: Page): Locator => page.getByRole('region', { name: 'Canvas' });
const card = (page: Page, name: string): Locator => canvas(page).locator('.react-flow__node').filter({ hasText: name });
const level = (page: Page): Locator => page.getByRole('button', { name: /^Zoom \d+ %/ });

async function middleOf(locator: Locator): Promise<Spot> {
  const box = (await locator.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Fingers on the page, each by its place in the list. */
async function fingers(page: Page) {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', spots: readonly Spot[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: spots.map(([x, y], id) => ({ x, y, id })) });
  return {
    down: (...spots: Spot[]) => send('touchStart', spots),
    up: () => send('touchEnd', []),
    async move(from: readonly Spot[], to: readonly Spot[]) {
      await send('touchStart', from);
      for (const part of [0.25, 0.5, 0.75, 1]) {
        await send(
          'touchMove',
          from.map(([x, y], finger) => [x + (to[finger]![0] - x) * part, y + (to[finger]![1] - y) * part]),
        );
      }
      await send('touchEnd', []);
    },
  };
}

async function open(studio: Studio): Promise<void> {
  await studio.openExperiment({
    id: 'touch',
    resources: [
      { guid: 1, rtype: 'linux::Node', label: 'one', position: { x: 0, y: 0 } },
      { guid: 2, rtype: 'linux::Application', label: 'two', position: { x: 300, y: 0 } },
      { guid: 3, rtype: 'linux::Application', label: 'three', position: { x: 0, y: 200 } },
    ],
  });
  await expect(card(studio.page, 'three')).toBeVisible();
}

test('one finger on the ground pans, two zoom, neither changes anything', async ({ studio }) => {
  const { page } = studio;
  await open(studio);
  const finger = await fingers(page);
  const [x, y] = await middleOf(card(page, 'one'));
  await finger.move([[x + 130, y + 80]], [[x + 190, y + 110]]);
  await expect.poll(async () => Math.round((await middleOf(card(page, 'one')))[0] - x)).toBe(60);
  const before = await level(page).textContent();
  const [px, py]: Spot = [x + 260, y + 150];
  await finger.move(
    [
      [px, py],
      [px + 60, py],
    ],
    [
      [px - 20, py],
      [px + 90, py],
    ],
  );
  await expect(level(page)).not.toHaveText(before!);
  expect((await studio.experiment()).resources.map(({ position }) => position)).toEqual([
    { x: 0, y: 0 },
    { x: 300, y: 0 },
    { x: 0, y: 200 },
  ]);
});

test('a finger on a card moves it', async ({ studio }) => {
  const { page } = studio;
  await open(studio);
  const [x, y] = await middleOf(card(page, 'three'));
  await (await fingers(page)).move([[x, y]], [[x + 60, y + 40]]);
  const { position } = (await studio.experiment()).resources[2]!;
  expect(position!.x).toBeGreaterThan(0);
  expect(position!.y).toBeGreaterThan(200);
  await studio.undo();
  expect((await studio.experiment()).resources[2]!.position).toEqual({ x: 0, y: 200 });
});

test('taps connect: the card, its handle, the other card', async ({ studio }) => {
  const { page } = studio;
  await open(studio);
  await card(page, 'one').tap();
  await page.touchscreen.tap(...(await middleOf(card(page, 'one').locator('[data-handle=connection]'))));
  await card(page, 'two').tap();
  expect((await studio.experiment()).connections).toEqual([[1, 2]]);
});

test('two taps on the ground add, a long press opens the menu', async ({ studio }) => {
  const { page } = studio;
  await open(studio);
  const [x, y] = await middleOf(card(page, 'three'));
  const ground: Spot = [x + 220, y];
  await page.touchscreen.tap(...ground);
  await page.touchscreen.tap(...ground);
  await expect(page.getByRole('dialog', { name: 'Add resource' })).toBeVisible();
  await page.keyboard.press('Escape');

  const finger = await fingers(page);
  await finger.down(await middleOf(card(page, 'two')));
  await expect(page.getByRole('menuitem', { name: /Connect to…/ })).toBeVisible();
  await finger.up();
  await page.getByRole('menuitem', { name: /Delete/ }).tap();
  await expect(card(page, 'two')).toBeHidden();
});
