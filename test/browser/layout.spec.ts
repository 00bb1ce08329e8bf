// Laying out anew: one step, nothing on top of anything else, and back.
import { expect, test } from './studio.ts';

const CARD = { width: 200, height: 72 };

const resources = Array.from({ length: 12 }, (_, index) => ({
  guid: index + 1,
  rtype: index % 3 === 0 ? 'linux::Node' : 'linux::Application',
  label: `r${index + 1}`,
  position: { x: (index % 2) * 20, y: Math.floor(index / 2) * 20 },
}));
const connections = resources.flatMap(({ guid, rtype }): [number, number][] =>
  rtype === 'linux::Node' ? [] : [[guid, guid - ((guid - 1) % 3)]],
);
const conditions = [{ resources: [5, 6], action: 'START', group: [2, 3], state: 'STARTED', time: '5s' }];

for (const [layout, title] of [
  ['layers', /Lay out all in layers/],
  ['closeness', /Lay out all by closeness/],
  ['rings', /Lay out all in rings/],
] as const) {
  test(`laying out by ${layout} is one step and leaves no card on another`, async ({ studio }) => {
    const { page } = studio;
    await studio.openExperiment({ id: 'heap', resources, connections, conditions });
    await page.keyboard.press('Control+K');
    await page.keyboard.type(layout);
    await page.getByRole('option', { name: title }).click();
    await expect(page.getByRole('button', { name: /^Undo lay out/ })).toBeVisible();

    const places = (await studio.experiment()).resources.map(({ position }) => position!);
    places.forEach((one, index) => {
      for (const other of places.slice(index + 1)) {
        expect(Math.abs(one.x - other.x) >= CARD.width || Math.abs(one.y - other.y) >= CARD.height).toBe(true);
      }
    });
    await studio.undo();
    expect((await studio.experiment()).resources.map(({ position }) => position)).toEqual(
      resources.map(({ position }) => position),
    );
  });
}

test('each reading remembers where its cards stand; laying one out leaves the other as it was', async ({
  studio,
  page,
}) => {
  const places = async () =>
    (await studio.experiment()).resources.map(({ position, conditionsPosition }) => ({ position, conditionsPosition }));
  const reading = (name: string) =>
    page.getByRole('group', { name: 'Edges shown' }).getByRole('button', { name, exact: true });
  const before = await places();
  expect(before.every(({ conditionsPosition }) => conditionsPosition === undefined)).toBe(true);

  await reading('Conditions').click();
  await studio.command('in layers');
  await expect.poll(async () => (await places()).every(({ conditionsPosition }) => conditionsPosition)).toBe(true);
  const own = await places();
  expect(own.map(({ position }) => position)).toEqual(before.map(({ position }) => position));

  await reading('Connections').click();
  await studio.command('in rings');
  await expect.poll(async () => (await places())[0]!.position).not.toEqual(before[0]!.position);
  const ringed = await places();
  expect(ringed.map(({ conditionsPosition }) => conditionsPosition)).toEqual(
    own.map(({ conditionsPosition }) => conditionsPosition),
  );
  await studio.undo();
  expect(await places()).toEqual(own);
  await studio.undo();
  expect(await places()).toEqual(before);
});
