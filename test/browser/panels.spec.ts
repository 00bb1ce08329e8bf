// What the panels beside the canvas do that the story doesn't tell.
import { expect, test } from './studio.ts';

test('the palette: search, walk, add in three ways', async ({ studio, page }) => {
  const search = page.getByRole('searchbox', { name: 'Search types' });
  await search.fill('pin');
  await expect(page.getByRole('button', { name: /^Add / }).first()).toHaveAccessibleName('Add linux::Ping');
  await search.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Add linux::Ping', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(studio.card(4)).toBeVisible();

  await search.fill('linux::Tap');
  await page.getByRole('button', { name: 'Add linux::Tap', exact: true }).dblclick();
  await expect(studio.card(5)).toBeVisible();
  await page.getByRole('button', { name: 'Add linux::Tap', exact: true }).hover();
  await page.getByTitle('Add linux::Tap').click();
  await expect(studio.card(6)).toBeVisible();

  // None of them lies on another.
  const places = (await studio.experiment()).resources.map(({ position }) => JSON.stringify(position));
  expect(new Set(places).size).toBe(6);

  await search.fill('no such type');
  await expect(page.getByRole('status').filter({ hasText: 'No type matches' })).toBeVisible();
});

test('a type of one’s own is declared, used, and simulated', async ({ studio, page }) => {
  const { inspector } = studio;
  const fill = async (name: string, text: string) => {
    await inspector.getByRole('textbox', { name, exact: true }).fill(text);
    await inspector.getByRole('textbox', { name, exact: true }).press('Enter');
  };
  await inspector.getByRole('button', { name: 'Add type' }).click();
  await fill('Type name', 'my::Sensor');
  await inspector.getByRole('combobox', { name: 'Extends' }).fill('my::Sensor');
  await inspector.getByRole('combobox', { name: 'Extends' }).press('Enter');
  await expect(inspector.getByRole('alert')).toContainText('extends this type itself');
  await inspector.getByRole('combobox', { name: 'Extends' }).press('Escape');
  await inspector.getByRole('button', { name: /attributes, .* traces, times/ }).click();
  await inspector.getByRole('button', { name: 'Add attribute' }).click();
  await fill('Attribute name', 'rate');
  await inspector.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('INTEGER');
  await fill('Range', '1 to 10');
  await fill('run time', '4s');

  await page.getByRole('searchbox', { name: 'Search types' }).fill('sensor');
  await page.getByRole('searchbox', { name: 'Search types' }).press('Enter');
  await fill('rate', '50');
  await expect(inspector.getByRole('alert')).toContainText('from 1 to 10');
  await fill('rate', '5');
  await inspector.getByRole('combobox', { name: 'Connect to' }).fill('node-1');
  await page.getByRole('option', { name: /^node-1/ }).click();
  const { types, resources } = await studio.experiment();
  expect(types).toMatchObject([{ rtype: 'my::Sensor', extends: 'linux::Application' }]);
  expect(resources.at(-1)).toMatchObject({ rtype: 'my::Sensor', attributes: { rate: 5 } });

  await page.getByRole('banner').getByRole('button', { name: /^Play/ }).click();
  await studio.transport.getByRole('button', { name: 'Last instant' }).click();
  await expect(studio.card(4)).toContainText('RELEASED');
});

test('the script shows whom a step covers, and when it ended', async ({ studio, page }) => {
  await page.getByRole('tab', { name: 'Script' }).click();
  const steps = page.getByRole('list', { name: 'Script' }).getByRole('listitem');
  await expect(steps).toHaveCount(3);
  await steps.nth(1).hover();
  await expect(studio.canvas.locator('[data-highlighted]')).toHaveCount(1);
  await expect(studio.card(3)).toHaveAttribute('data-highlighted', 'true');
  await steps.nth(0).hover();
  await expect(studio.canvas.locator('[data-highlighted]')).toHaveCount(3);

  await page.getByRole('banner').getByRole('button', { name: /^Play/ }).click();
  await page.getByRole('tab', { name: 'Script' }).click();
  await page.keyboard.press('End');
  await expect(steps.nth(1)).toContainText('ended at');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await studio.transport.getByRole('button', { name: 'First instant' }).click();
  await page.getByRole('tab', { name: 'Script' }).click();
  await expect(steps.nth(1)).toHaveAttribute('aria-current', 'step');
});

test('who adds a step goes on in the field that it leaves open', async ({ studio, page }) => {
  const script = page.getByRole('list', { name: 'Script' });
  const hasFocus = (name: string) =>
    expect(script.getByLabel(name, { exact: true }).and(page.locator(':focus'))).toHaveCount(1);
  const byMenu = async (step: string) => {
    await page.getByRole('button', { name: 'Add step', exact: true }).click();
    await page.getByRole('menuitem', { name: step, exact: true }).click();
  };
  await page.getByRole('tab', { name: 'Script' }).click();
  await page.getByRole('button', { name: 'Make it editable' }).click();
  await byMenu('Sleep');
  await hasFocus('Time to sleep');
  // What stands there is replaced by what is typed.
  await page.keyboard.type('7s');
  await page.keyboard.press('Enter');
  expect((await studio.experiment()).script).toContainEqual({ op: 'sleep', time: '7s' });
  await byMenu('Set attribute');
  await hasFocus('Resources to set it of');

  await studio.select('ping');
  await studio.command('Add step: Set attribute');
  await hasFocus('Attribute');
  // Those that are picked already are left alone.
  await studio.command('Add step: Wait until started');
  await hasFocus('Resources');
  await page.keyboard.press('Escape');
  const { script: steps } = await studio.experiment();
  expect(steps?.at(-2)).toEqual({ op: 'waitStarted', resources: [3] });
});

test.describe('on a large screen', () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test('the bottom panel begins with its share of the window, until somebody sets its height', async ({
    studio,
    page,
  }) => {
    const panel = page.getByRole('region', { name: 'Run and problems' });
    const edge = page.getByRole('separator', { name: 'Height of the bottom panel' });
    const height = async () => Math.round((await panel.boundingBox())!.height);
    expect(await height()).toBe(324);
    const before = (await edge.boundingBox())!;
    await page.mouse.move(before.x + 200, before.y + before.height / 2);
    await page.mouse.down();
    await page.mouse.move(before.x + 200, before.y + before.height / 2 + 90, { steps: 3 });
    await page.mouse.up();
    await expect.poll(height).toBeLessThan(260);
    const chosen = await height();
    await page.reload();
    await studio.waitUntilSaved();
    expect(await height()).toBe(chosen);
  });
});

test('an outline that was empty has all its rows in reach once there are some', async ({ studio, page }) => {
  await studio.showOutline();
  await studio.menu('File', 'New experiment');
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  const resources = Array.from({ length: 40 }, (_, index) => ({ guid: index + 1, rtype: 'linux::Node' }));
  await studio.openExperiment({ id: 'many', resources });
  await studio.outline.focus();
  await page.keyboard.press('End');
  await expect(studio.outline.getByRole('treeitem', { name: 'Node 40' })).toBeVisible();
});

test('a field follows an undo, and leaving it takes what was typed', async ({ studio }) => {
  const count = studio.inspector.getByRole('textbox', { name: 'count', exact: true });
  await studio.select('ping');
  await count.fill('8');
  // Selecting something else, without Enter.
  await studio.card(1).click();
  await studio.card(3).click();
  await expect(count).toHaveValue('8');
  await studio.undo();
  await expect(count).toHaveValue('20');
  await count.fill('many');
  await studio.card(1).click();
  await studio.card(3).click();
  await expect(count).toHaveValue('20');
});

test('the script of another experiment is shown from its head', async ({ studio, page }) => {
  const script = Array.from({ length: 30 }, () => ({ op: 'sleep', time: '1s' }));
  const steps = page.getByRole('list', { name: 'Script' }).getByRole('listitem');
  await studio.openExperiment({ id: 'first', script: [...script, { op: 'shutdown' }] } as never);
  await page.getByRole('tab', { name: 'Script' }).click();
  await steps.last().scrollIntoViewIfNeeded();
  await expect(steps.first()).not.toBeInViewport();
  await studio.openExperiment({ id: 'second', script: [...script, { op: 'shutdown' }] } as never);
  await expect(steps.first()).toBeInViewport();
});
