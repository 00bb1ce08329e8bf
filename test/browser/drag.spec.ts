// What is dragged: under the pointer all the way, with all that goes with it, and back where it was if it is not let go.
import type { Locator } from '@playwright/test';
import { expect, type Page, type Studio, test } from './studio.ts';

const FIVE = {
  id: 'five',
  resources: [
    { guid: 1, rtype: 'linux::Node', label: 'host', position: { x: 0, y: 0 } },
    { guid: 2, rtype: 'linux::Application', label: 'server', position: { x: 280, y: 0 } },
    { guid: 3, rtype: 'linux::Ping', label: 'ping', position: { x: 280, y: 110 } },
    { guid: 4, rtype: 'linux::Node', label: 'in Lyon', position: { x: 0, y: 220 } },
    { guid: 5, rtype: 'linux::Node', label: 'also in Lyon', position: { x: 280, y: 220 } },
  ],
  connections: [
    [2, 1],
    [3, 1],
  ] as const,
  groups: [{ name: 'Lyon', guids: [4, 5] }],
};
const FAR = { guid: 6, rtype: 'linux::Node', label: 'far away', position: { x: -3000, y: 0 } };

interface Place {
  readonly x: number;
  readonly y: number;
}
const placeOf = async (what: Locator): Promise<Place> => {
  const { x, y } = (await what.boundingBox())!;
  return { x: Math.round(x), y: Math.round(y) };
};
const off = (place: Place, x: number, y: number) => ({ x: place.x + x, y: place.y + y });
const frame = (page: Page) => page.getByRole('button', { name: 'Group Lyon, 2 resources' });

/** Presses on what is there, and goes as far, past the grid. */
async function dragBy(page: Page, what: Locator, x: number, y: number): Promise<void> {
  await what.hover();
  await page.keyboard.down('Alt');
  await page.mouse.down();
  const { x: left, y: top, width, height } = (await what.boundingBox())!;
  const middle = { x: left + width / 2, y: top + height / 2 };
  await page.mouse.move(middle.x + x / 2, middle.y + y / 2);
  await page.mouse.move(middle.x + x, middle.y + y);
}
async function letGo(page: Page): Promise<void> {
  await page.mouse.up();
  await page.keyboard.up('Alt');
}

/** At 100 %, around `ping`. */
async function open(studio: Studio, experiment: Parameters<Studio['openExperiment']>[0]): Promise<void> {
  const { page } = studio;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await studio.openExperiment(experiment);
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('combobox', { name: 'Find a resource' })).toBeFocused();
  await page.keyboard.type('ping');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('0');
  await expect(page.getByRole('button', { name: /^Zoom 100 %/ })).toBeVisible();
  await expect(studio.card(3)).toBeVisible();
  await page.keyboard.press('Escape');
}

test('all that is selected goes with it; Escape puts it back, letting go is one step', async ({ studio, page }) => {
  await open(studio, FIVE);
  await studio.card(2).click();
  await studio.card(3).click({ modifiers: ['Shift'] });
  const [server, ping, host] = [
    await placeOf(studio.card(2)),
    await placeOf(studio.card(3)),
    await placeOf(studio.card(1)),
  ];

  await dragBy(page, studio.card(2), -40, 90);
  expect(await placeOf(studio.card(2))).toEqual(off(server, -40, 90));
  expect(await placeOf(studio.card(3))).toEqual(off(ping, -40, 90));
  expect(await placeOf(studio.card(1))).toEqual(host);
  await page.keyboard.press('Escape');
  expect(await placeOf(studio.card(2))).toEqual(server);
  expect(await placeOf(studio.card(3))).toEqual(ping);
  await letGo(page);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();

  await dragBy(page, studio.card(3), 30, 60);
  await letGo(page);
  expect(await placeOf(studio.card(2))).toEqual(off(server, 30, 60));
  expect(await placeOf(studio.card(3))).toEqual(off(ping, 30, 60));
  const { resources } = await studio.experiment();
  expect(resources[1]!.position).toEqual({ x: 310, y: 60 });
  expect(resources[2]!.position).toEqual({ x: 310, y: 170 });
  await studio.undo();
  expect(await placeOf(studio.card(2))).toEqual(server);
  expect(await placeOf(studio.card(3))).toEqual(ping);
  await studio.redo();
  expect(await placeOf(studio.card(3))).toEqual(off(ping, 30, 60));
});

test('a frame grows with a member that is dragged, and moves as a whole; so does a collapsed group', async ({
  studio,
  page,
}) => {
  await open(studio, FIVE);
  const [name, first, second] = [
    await placeOf(frame(page)),
    await placeOf(studio.card(4)),
    await placeOf(studio.card(5)),
  ];
  await dragBy(page, studio.card(4), -60, 0);
  expect(await placeOf(frame(page))).toEqual(off(name, -60, 0));
  expect(await placeOf(studio.card(5))).toEqual(second);
  await page.keyboard.press('Escape');
  expect(await placeOf(frame(page))).toEqual(name);
  await letGo(page);

  await dragBy(page, frame(page), 25, 40);
  expect(await placeOf(frame(page))).toEqual(off(name, 25, 40));
  expect(await placeOf(studio.card(4))).toEqual(off(first, 25, 40));
  expect(await placeOf(studio.card(5))).toEqual(off(second, 25, 40));
  await letGo(page);
  expect(await placeOf(studio.card(5))).toEqual(off(second, 25, 40));

  await page.getByRole('button', { name: 'Collapse Lyon' }).click();
  const pile = studio.canvas.locator('.react-flow__node-fold');
  const at = await placeOf(pile);
  await dragBy(page, pile, 30, -20);
  expect(await placeOf(pile)).toEqual(off(at, 30, -20));
  await letGo(page);
  expect(await placeOf(pile)).toEqual(off(at, 30, -20));
});

test('what is selected out of sight comes along', async ({ studio, page }) => {
  const resources = [...FIVE.resources, FAR];
  await open(studio, { ...FIVE, resources });
  await expect(studio.card(6)).toHaveCount(0);
  await page.keyboard.press('Control+A');
  const host = await placeOf(studio.card(1));
  await dragBy(page, studio.card(1), 50, 70);
  expect(await placeOf(studio.card(1))).toEqual(off(host, 50, 70));
  expect(await placeOf(studio.card(6))).toEqual(off(host, 50 - 3000, 70));
  await letGo(page);
  await expect(studio.card(6)).toHaveCount(0);
  expect((await studio.experiment()).resources.map(({ position }) => position)).toEqual(
    resources.map(({ position }) => off(position, 50, 70)),
  );
});
