// Every kind of edit is one step: undo brings back the very file that was there before, redo the one after.
import { expect, type Studio, test } from './studio.ts';

/** Does something, and sees to it that one undo takes it back whole and one redo brings it again. */
async function isOneStep(studio: Studio, what: string, act: () => Promise<void>): Promise<void> {
  await test.step(what, async () => {
    const before = await studio.exportJson();
    await act();
    const after = await studio.exportJson();
    expect(after, 'the act changes something').not.toBe(before);
    await studio.undo();
    expect(await studio.exportJson(), 'undo').toBe(before);
    await studio.redo();
    expect(await studio.exportJson(), 'redo').toBe(after);
  });
}

test.slow();

test('resources: add, rename, attributes, traces, behavior, delete', async ({ studio, page }) => {
  const { inspector } = studio;
  const fill = async (name: string, text: string) => {
    const field = inspector.getByRole('textbox', { name, exact: true });
    await field.fill(text);
    await field.press('Enter');
  };
  await isOneStep(studio, 'add', async () => {
    const search = page.getByRole('searchbox', { name: 'Search types' });
    await search.fill('linux::Application');
    await search.press('Enter');
  });
  await studio.select('ping');
  await isOneStep(studio, 'rename', () => fill('Label', 'echo'));
  await isOneStep(studio, 'set an attribute', () => fill('count', '7'));
  await isOneStep(studio, 'reset an attribute', () =>
    inspector.getByRole('button', { name: 'Reset count to its default' }).click(),
  );
  await isOneStep(studio, 'switch an attribute', () => inspector.getByRole('checkbox', { name: 'critical' }).click());
  await isOneStep(studio, 'a duration', () => fill('run time', '3s'));
  await isOneStep(studio, 'a distribution', async () => {
    await inspector.getByRole('combobox', { name: 'start kind of time' }).selectOption('triangular');
  });
  await isOneStep(studio, 'a failure', async () => {
    await inspector.getByRole('button', { name: 'Let it fail…' }).click();
    await fill('run failure probability', '50%');
  });
  await inspector.getByRole('button', { name: /^Traces/ }).click();
  await isOneStep(studio, 'a trace', () => inspector.getByRole('checkbox', { name: 'stderr' }).click());
  await isOneStep(studio, 'delete, edges and mentions included', async () => {
    await studio.outline.focus();
    await page.keyboard.press('Delete');
  });
});

test('several resources are set, duplicated and deleted in one step', async ({ studio, page }) => {
  await studio.showOutline();
  await studio.outline.getByRole('treeitem', { name: /^linux::Node/ }).click();
  await expect(studio.inspector.getByRole('heading', { name: '2 resources' })).toBeVisible();
  await isOneStep(studio, 'set for all', async () => {
    const field = studio.inspector.getByRole('textbox', { name: 'username' });
    await field.fill('nepi');
    await field.press('Enter');
  });
  await isOneStep(studio, 'duplicate', () => studio.menu('Edit', /^Duplicate/));
  await studio.outline.getByRole('treeitem', { name: /^linux::Node/ }).click();
  await isOneStep(studio, 'delete', () => studio.inspector.getByRole('button', { name: 'Delete 4 resources' }).click());
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('connections and conditions: add, change, swap, remove', async ({ studio, page }) => {
  const { inspector } = studio;
  await studio.select('node-2');
  await isOneStep(studio, 'connect', async () => {
    await inspector.getByRole('combobox', { name: 'Connect to' }).fill('ping');
    await page.getByRole('option', { name: 'ping' }).click();
  });
  await isOneStep(studio, 'disconnect', () => inspector.getByRole('button', { name: 'Disconnect from ping' }).click());
  await isOneStep(studio, 'add a condition', async () => {
    await inspector.getByRole('button', { name: 'Add condition' }).click();
    const form = inspector.getByRole('group', { name: 'New condition' });
    await form.getByRole('combobox', { name: 'Resources to wait for' }).fill('node-1');
    await page.getByRole('option', { name: /^node-1/ }).click();
    await form.getByRole('combobox', { name: 'State' }).selectOption('READY');
    await form.getByRole('textbox', { name: 'Time', exact: true }).fill('5s');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
  });
  await inspector.getByRole('button', { name: 'Edit node-2: START when node-1 is READY + 5s' }).click();
  await isOneStep(studio, 'change its time', async () => {
    await inspector.getByRole('textbox', { name: 'Time', exact: true }).fill('500ms');
    await inspector.getByRole('textbox', { name: 'Time', exact: true }).press('Enter');
  });
  await isOneStep(studio, 'change its action', async () => {
    await inspector.getByRole('combobox', { name: 'Action' }).selectOption('DEPLOY');
  });
  await isOneStep(studio, 'remove it', () =>
    inspector.getByRole('button', { name: 'Remove node-2: DEPLOY when node-1 is READY + 500ms' }).click(),
  );
});

test('the script and the experiment itself', async ({ studio, page }) => {
  const { inspector } = studio;
  await page.getByRole('tab', { name: 'Script' }).click();
  const script = page.getByRole('list', { name: 'Script' });
  await isOneStep(studio, 'make the script editable', () =>
    page.getByRole('button', { name: 'Make it editable' }).click(),
  );
  await isOneStep(studio, 'add a step', async () => {
    await page.getByRole('button', { name: 'Add step', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Sleep' }).click();
  });
  await isOneStep(studio, 'change a step', async () => {
    await script.getByRole('textbox', { name: 'Time to sleep' }).fill('2s');
    await script.getByRole('textbox', { name: 'Time to sleep' }).press('Enter');
  });
  await isOneStep(studio, 'move a step by its button', () =>
    script.getByRole('button', { name: 'Move step 3, Sleep up' }).click(),
  );
  await isOneStep(studio, 'move a step by the keyboard', async () => {
    await script.getByRole('combobox', { name: 'Step 2' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
  });
  await isOneStep(studio, 'another kind of step', async () => {
    await script.getByRole('combobox', { name: 'Step 3' }).selectOption('waitStarted');
  });
  await isOneStep(studio, 'remove a step', () => script.getByRole('button', { name: /^Remove step 1/ }).click());
  await isOneStep(studio, 'back to the default script', () =>
    page.getByRole('button', { name: 'Use the default script' }).click(),
  );
  await isOneStep(studio, 'a simulation setting', async () => {
    await inspector.getByRole('textbox', { name: 'Workers' }).fill('3');
    await inspector.getByRole('textbox', { name: 'Workers' }).press('Enter');
  });
  await isOneStep(studio, 'another seed', () => inspector.getByRole('button', { name: 'Another seed' }).click());
  await isOneStep(studio, 'the id', async () => {
    await inspector.getByRole('textbox', { name: 'Experiment id' }).fill('renamed');
    await inspector.getByRole('textbox', { name: 'Experiment id' }).press('Enter');
  });
  await isOneStep(studio, 'a type of one’s own', () => inspector.getByRole('button', { name: 'Add type' }).click());
  await isOneStep(studio, 'rename the type', async () => {
    await inspector.getByRole('textbox', { name: 'Type name' }).fill('my::Sensor');
    await inspector.getByRole('textbox', { name: 'Type name' }).press('Enter');
  });
});

test('on the canvas: move, nudge, paste, cut', async ({ studio, page }) => {
  const card = studio.card(2);
  await isOneStep(studio, 'move by dragging', async () => {
    await card.hover();
    await page.mouse.down();
    const box = (await card.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 2 + 60, { steps: 4 });
    await page.mouse.up();
  });
  await card.click();
  await isOneStep(studio, 'nudge by an arrow key', () => page.keyboard.press('ArrowRight'));
  await isOneStep(studio, 'paste', async () => {
    await page.keyboard.press('Control+C');
    await page.keyboard.press('Control+V');
    await expect(studio.card(4)).toBeVisible();
  });
  await isOneStep(studio, 'connect by dragging', () => studio.drawEdge('connection', 3, 4));
  await studio.card(3).click();
  await isOneStep(studio, 'cut', async () => {
    await page.keyboard.press('Control+X');
    await expect(studio.card(3)).toHaveCount(0);
  });
});

for (const [step, field] of [
  ['Sleep', 'Time to sleep'],
  ['Start', 'Resources'],
  ['Shut down', 'Step 4'],
] as const) {
  test(`by its key while a field has the focus, as it has after a step was added: ${step}`, async ({
    studio,
    page,
  }) => {
    const list = page.getByRole('list', { name: 'Script' });
    const steps = list.getByRole('listitem');
    await studio.command(`Add step: ${step}`);
    await expect(list.getByLabel(field, { exact: true }).and(page.locator(':focus'))).toHaveCount(1);
    await expect(steps).toHaveCount(4);
    await page.keyboard.press('Control+Z');
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
    await page.keyboard.press('Control+Y');
    await expect(steps).toHaveCount(4);
  });
}

test('a field in which something is typed undoes its typing, not the last act', async ({ studio, page }) => {
  const list = page.getByRole('list', { name: 'Script' });
  await studio.command('Add step: Sleep');
  await expect(list.getByRole('textbox', { name: 'Time to sleep' })).toBeFocused();
  await page.keyboard.type('5');
  await page.keyboard.press('Control+Z');
  await expect(list.getByRole('listitem')).toHaveCount(4);
});

test('a run leaves no trace in the history', async ({ studio, page }) => {
  const toolbar = page.getByRole('toolbar', { name: 'Run' });
  await page.getByRole('banner').getByRole('button', { name: /^Play/ }).click();
  await toolbar.getByRole('button', { name: 'Last instant' }).click();
  await toolbar.getByRole('button', { name: 'Previous event' }).click();
  await studio.design();
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  await expect(page.getByRole('button', { name: /^Redo/ })).toBeDisabled();
  expect(await studio.exportJson()).toContain('"ping"');
});
