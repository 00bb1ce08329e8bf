// Where new things land: on no card, under no button, in no strange frame.
import type { Locator } from '@playwright/test';
import { expect, type Page, type Studio, test } from './studio.ts';

const resource = (guid: number, x: number, y: number) => ({
  guid,
  rtype: guid % 2 === 1 ? 'linux::Node' : 'linux::Application',
  label: `r${guid}`,
  position: { x, y },
});
const SITES = {
  id: 'sites',
  resources: [
    resource(1, 0, 0),
    resource(2, 260, 0),
    resource(3, 0, 300),
    resource(4, 260, 300),
    resource(5, 560, 0),
    resource(6, 560, 300),
  ],
  groups: [
    { name: 'Paris', guids: [1, 2] },
    { name: 'Lyon', guids: [3, 4] },
  ],
};

const canvas = (page: Page): Locator => page.getByRole('region', { name: 'Canvas' });

async function boxOf(locator: Locator) {
  const { x, y, width, height } = (await locator.boundingBox())!;
  return { left: x, top: y, right: x + width, bottom: y + height };
}

/** What lies over a card: buttons, the choice of edges, another card. */
async function over(studio: Studio, guid: number): Promise<readonly string[]> {
  const { page } = studio;
  const mine = await boxOf(studio.card(guid));
  const others: readonly (readonly [string, Locator])[] = [
    ['zoom', page.getByRole('group', { name: 'Zoom' })],
    ['edges shown', page.getByRole('group', { name: 'Edges shown' })],
    ...(await studio.experiment()).resources
      .filter((other) => other.guid !== guid)
      .map((other) => [`card ${other.guid}`, studio.card(other.guid)] as const),
  ];
  const found: string[] = [];
  for (const [name, locator] of others) {
    const { left, top, right, bottom } = await boxOf(locator);
    if (left < mine.right && mine.left < right && top < mine.bottom && mine.top < bottom) found.push(name);
  }
  const ground = await boxOf(canvas(page));
  if (mine.left < ground.left || mine.right > ground.right || mine.top < ground.top || mine.bottom > ground.bottom) {
    found.push('the border');
  }
  return found;
}

test('copies cover nothing and can be seen, however many', async ({ studio }) => {
  await studio.openExperiment(SITES);
  await studio.card(6).click();
  for (const guid of [7, 8, 9]) {
    await studio.page.keyboard.press('Control+d');
    await expect(studio.card(guid)).toBeVisible();
    await expect.poll(() => over(studio, guid)).toEqual([]);
  }
});

test('what is added in the frame of a group becomes part of it: one undo step', async ({ studio }) => {
  const { page } = studio;
  await studio.openExperiment(SITES);
  const [left, right] = [await boxOf(studio.card(3)), await boxOf(studio.card(4))];
  await page.mouse.dblclick((left.right + right.left) / 2, (left.top + left.bottom) / 2);
  await page.getByRole('combobox', { name: 'Type to add' }).fill('linux::Ping');
  await page.keyboard.press('Enter');
  await expect(studio.card(7)).toBeVisible();
  const { groups } = await studio.experiment();
  expect(groups).toEqual([SITES.groups[0], { name: 'Lyon', guids: [3, 4, 7] }]);
  await expect.poll(() => over(studio, 7)).toEqual([]);
  await studio.undo();
  expect((await studio.experiment()).groups).toEqual(SITES.groups);
});

test('what is added from the palette stands in no group, on nothing, in sight', async ({ studio }) => {
  const { page } = studio;
  await studio.openExperiment(SITES);
  await page.getByLabel('Search types').fill('linux::Ping');
  await page.keyboard.press('Enter');
  await expect(studio.card(7)).toBeVisible();
  await expect.poll(() => over(studio, 7)).toEqual([]);
  expect((await studio.experiment()).groups).toEqual(SITES.groups);
});

test('by name it comes where the pointer is, the next one beside it; a pointer beside the canvas says nothing', async ({
  studio,
}) => {
  const { page } = studio;
  const add = async (guid: number) => {
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'Type to add' }).fill('linux::Node');
    await page.keyboard.press('Enter');
    await expect(studio.card(guid)).toBeVisible();
    await expect.poll(() => over(studio, guid)).toEqual([]);
  };
  const places = async () =>
    (await studio.experiment()).resources.map(({ position }) => position as { x: number; y: number });
  await studio.openExperiment({ id: 'empty', resources: [] });
  const { left, top, bottom } = await boxOf(canvas(page));
  await page.mouse.move(left + 150, bottom - 100);
  await add(1);
  const first = await boxOf(studio.card(1));
  expect(first.left).toBeLessThan(left + 150);
  expect(first.right).toBeGreaterThan(left + 150);

  await page.mouse.move(left + 150, bottom - 101);
  await page.mouse.move(left - 60, top + 200);
  await add(2);
  await add(3);
  await add(4);
  const [, second, ...others] = await places();
  for (const other of others) {
    // In a row or a column with the one before, not wherever the pointer rests.
    expect(other.x === second!.x || other.y === second!.y).toBe(true);
  }
});

/** Which cards, by guid, stand outside of the canvas on the page. */
async function outOfSight(studio: Studio): Promise<readonly number[]> {
  const { resources } = await studio.experiment();
  const ground = await boxOf(canvas(studio.page));
  const [zoom, x, y] = await studio.page.locator('.react-flow__viewport').evaluate((element) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform);
    return [a, e, f] as const;
  });
  return resources
    .filter(({ position }) => {
      const [left, top] = [ground.left + x + position!.x * zoom, ground.top + y + position!.y * zoom];
      const isIn = left >= ground.left && top >= ground.top;
      return !isIn || left + 200 * zoom > ground.right || top + 72 * zoom > ground.bottom;
    })
    .map(({ guid }) => guid);
}

test('however far apart cards stand, all are in sight: when opened, after a copy, and by key', async ({ studio }) => {
  const { page } = studio;
  const far = 100_000;
  const corners = [resource(1, -far, -far), resource(2, far, -far), resource(3, 0, far)];
  await studio.openExperiment({ id: 'far', resources: corners, connections: [[1, 2]] });
  await expect.poll(() => outOfSight(studio)).toEqual([]);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+d');
  await expect.poll(async () => (await studio.experiment()).resources.length).toBe(6);
  await expect.poll(() => outOfSight(studio)).toEqual([]);
  await page.keyboard.press('Control+0');
  await expect.poll(() => outOfSight(studio)).not.toEqual([]);
  await page.keyboard.press('1');
  await expect.poll(() => outOfSight(studio)).toEqual([]);
});

test('groups whose resources have no positions stand apart, and the file is left as it is', async ({ studio }) => {
  const resources = Array.from({ length: 12 }, (_item, index) => ({ guid: index + 1, rtype: 'linux::Node' }));
  const groups = ['Paris', 'Lyon', 'Nice'].map((name, site) => ({
    name,
    guids: [1, 4, 7, 10].map((guid) => guid + site),
  }));
  await studio.openExperiment({
    id: 'sites',
    resources,
    groups,
    connections: [
      [1, 2],
      [2, 3],
      [4, 8],
    ],
  });
  const frames = await Promise.all(
    [0, 1, 2].map((place) => boxOf(studio.canvas.locator(`rect[data-group="${place}"]`))),
  );
  const meet = (a: (typeof frames)[number], b: (typeof frames)[number]) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  expect(frames.flatMap((a, index) => frames.slice(index + 1).filter((b) => meet(a, b)))).toEqual([]);
  expect((await studio.experiment()).resources).toEqual(resources);
});
