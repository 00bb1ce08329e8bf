// What a newcomer does, from the first screen to taking the experiment away: with the mouse, on the built site.
import { expect, test } from './studio.ts';

test('draw an experiment, simulate it, watch it, take it away', async ({ studio, page }) => {
  test.slow();
  const { inspector, canvas, transport } = studio;

  await test.step('the page opens with the example ping', async () => {
    await expect(canvas.getByText('node-1, linux::Node, guid 1')).toBeAttached();
    await expect(canvas.getByText('node-2, linux::Node, guid 2')).toBeAttached();
    await expect(canvas.getByText('ping, linux::Ping, guid 3')).toBeAttached();
    await expect(canvas.getByRole('button', { name: 'START when node-2 is STARTED + 5s' })).toBeVisible();
  });

  await test.step('find a type and drag it onto the canvas', async () => {
    await page.getByRole('searchbox', { name: 'Search types' }).fill('application');
    const item = page.getByRole('button', { name: 'Add linux::Application', exact: true });
    const frame = await canvas.boundingBox();
    await item.dragTo(canvas, { targetPosition: { x: frame!.width / 2, y: frame!.height - 60 } });
    await expect(studio.card(4)).toBeVisible();
    await expect(inspector.getByRole('textbox', { name: 'Label' })).toHaveAttribute('placeholder', 'Application 4');
  });

  await test.step('name it', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.type('server');
    await page.keyboard.press('Enter');
    await expect(canvas.getByText('server, linux::Application, guid 4')).toBeAttached();
  });

  await test.step('connect it to a node', async () => {
    await studio.drawEdge('connection', 4, 2);
    await expect
      .poll(async () => (await studio.experiment()).connections)
      .toEqual([
        [3, 1],
        [4, 2],
      ]);
  });

  await test.step('draw a condition, and say action, state and time', async () => {
    await studio.drawEdge('condition', 4, 3);
    const form = page.getByRole('dialog', { name: 'New condition' });
    await form.getByRole('combobox', { name: 'Action' }).selectOption('START');
    await form.getByRole('combobox', { name: 'State' }).selectOption('STARTED');
    await form.getByRole('textbox', { name: 'Time' }).fill('5s');
    await form.getByRole('button', { name: 'Add condition' }).click();
    const sentence = canvas.getByRole('button', { name: 'START when server is STARTED + 5s' });
    await expect(sentence).toHaveText('START when server is STARTED + 5s');
  });

  await test.step('edit attributes; a wrong value is told and not taken', async () => {
    await studio.card(3).click();
    const count = inspector.getByRole('textbox', { name: 'count', exact: true });
    await count.fill('a lot');
    await count.press('Enter');
    await expect(inspector.getByRole('alert')).toContainText('whole number');
    await expect(count).toHaveValue('a lot');
    expect((await studio.experiment()).resources[2]!.attributes).toMatchObject({ count: 20 });
    await count.press('Escape');
    await expect(count).toHaveValue('20');
    await count.fill('8');
    await count.press('Enter');
    await inspector.getByRole('checkbox', { name: 'critical' }).uncheck();
    expect((await studio.experiment()).resources[2]!.attributes).toMatchObject({ count: 8, critical: false });
  });

  await test.step('traces and behavior', async () => {
    await inspector.getByRole('textbox', { name: 'run time' }).fill('2m30s');
    await inspector.getByRole('textbox', { name: 'run time' }).press('Enter');
    await expect(inspector.getByRole('alert')).toContainText('one number and one unit');
    await inspector.getByRole('textbox', { name: 'run time' }).fill('8s');
    await inspector.getByRole('textbox', { name: 'run time' }).press('Enter');
    await inspector.getByRole('button', { name: /^Traces/ }).click();
    await inspector.getByRole('checkbox', { name: 'stderr' }).click();
    const ping = (await studio.experiment()).resources[2]!;
    expect(ping.traces).toEqual(['stdout', 'stderr']);
    expect(ping.behavior).toEqual({ run: '8s' });
  });

  await test.step('delete, undo, redo: edges and conditions included', async () => {
    const before = await studio.exportJson();
    await studio.card(4).click();
    await page.keyboard.press('Delete');
    await expect(studio.card(4)).toHaveCount(0);
    await expect(canvas.getByRole('button', { name: /START when server/ })).toHaveCount(0);
    const after = await studio.exportJson();
    await page.keyboard.press('Control+Z');
    await expect(canvas.getByRole('button', { name: /START when server/ })).toBeVisible();
    expect(await studio.exportJson()).toBe(before);
    await page.keyboard.press('Control+Shift+Z');
    expect(await studio.exportJson()).toBe(after);
    await studio.undo();
    expect(await studio.exportJson()).toBe(before);
  });

  await test.step('play: the cards carry their states, the timeline follows', async () => {
    await page.getByRole('banner').getByRole('button', { name: /^Play/ }).click();
    await expect(page.getByRole('slider', { name: 'Timeline of 4 resources, cursor' })).toBeVisible();
    await transport.getByRole('button', { name: 'Pause' }).click();
    await transport.getByRole('button', { name: 'Last instant' }).click();
    for (const guid of [1, 2, 3, 4]) await expect(studio.card(guid)).toContainText('RELEASED');
  });

  await test.step('first, next, previous, last', async () => {
    await transport.getByRole('button', { name: 'First instant' }).click();
    for (const guid of [1, 2, 3, 4]) await expect(studio.card(guid)).toContainText('NEW');
    await transport.getByRole('button', { name: 'Next event' }).click();
    await expect(canvas.locator('[data-state="DISCOVERED"]')).not.toHaveCount(0);
    await transport.getByRole('button', { name: 'Previous event' }).click();
    await expect(canvas.locator('[data-state="DISCOVERED"]')).toHaveCount(0);
    await expect(transport.getByRole('button', { name: 'First instant' })).toBeDisabled();
  });

  await test.step('drag the now-line', async () => {
    const timeline = page.getByRole('slider', { name: /^Timeline of 4 resources/ });
    const box = (await timeline.boundingBox())!;
    const time = page.getByRole('textbox', { name: 'Time: type one to jump there' });
    // A click on the axis, at the top of the picture, moves the line there; from there it is dragged on.
    const y = box.y + 10;
    await page.mouse.click(box.x + box.width * 0.5, y);
    const clicked = await time.inputValue();
    expect(clicked).not.toMatch(/^0( |:00$)/);
    await page.mouse.move(box.x + box.width * 0.5, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, y, { steps: 5 });
    await expect(time).not.toHaveValue(clicked);
    const dragged = await time.inputValue();
    await page.mouse.move(box.x + box.width * 0.9, y, { steps: 5 });
    await page.mouse.up();
    await expect(time).not.toHaveValue(dragged);
  });

  await test.step('export, import again: the same experiment, byte for byte the same file', async () => {
    const file = await studio.exportJson();
    expect(await studio.exportJson()).toBe(file);
    await studio.menu('File', 'New experiment');
    await expect(studio.card(1)).toHaveCount(0);
    await studio.openText(file, 'ping.json');
    await expect(studio.card(4)).toBeVisible();
    await studio.waitUntilSaved();
    expect(await studio.exportJson()).toBe(file);
  });
});

test('the menu exports what Ctrl+S does', async ({ studio, page }) => {
  const download = page.waitForEvent('download');
  await studio.menu('File', 'Export JSON');
  expect((await download).suggestedFilename()).toBe('ping.json');
});
