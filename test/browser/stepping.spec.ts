// Where playing stops by itself, and from one thing of interest to the next by key.
import { expect, type Page, type Studio, test } from './studio.ts';

const EXPERIMENT = {
  id: 'steps',
  resources: [
    { guid: 1, rtype: 'linux::Node', label: 'node', behavior: { provision: '3s' } },
    { guid: 2, rtype: 'linux::Application', label: 'server', behavior: { start: '1s', run: '9s' } },
    {
      guid: 3,
      rtype: 'linux::Application',
      label: 'client',
      attributes: { critical: false },
      behavior: { run: '4s', failure: { run: 1 } },
    },
  ],
  connections: [
    [1, 2],
    [1, 3],
  ] as const,
  conditions: [{ resources: [3], action: 'START', group: [2], state: 'STARTED', time: '2s' }],
};

const time = (page: Page) => page.getByRole('textbox', { name: 'Time: type one to jump there' });
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Run' });

async function run({ page }: Studio): Promise<void> {
  await toolbar(page).getByRole('button', { name: 'Play' }).click();
  await expect(page.getByText(/^Completed after/).first()).toBeVisible();
  await toolbar(page).getByRole('button', { name: 'First instant' }).click();
}

test('playing stops at breakpoints, which can be switched off and removed', async ({ studio, page }) => {
  await studio.openExperiment(EXPERIMENT);
  await run(studio);
  await page.getByRole('button', { name: 'Breakpoints', exact: true }).click();
  const add = page.getByRole('button', { name: 'Add breakpoint' });
  const kind = page.getByRole('combobox', { name: 'Stop when' });
  await page.getByRole('combobox', { name: 'Resource' }).selectOption('server');
  await add.click();
  await kind.selectOption('a condition is met');
  await add.click();
  await kind.selectOption('a resource fails');
  await add.click();
  await kind.selectOption('a time is reached');
  await page.getByRole('textbox', { name: 'Time', exact: true }).fill('500ms');
  await add.click();
  const list = page.getByRole('list', { name: 'Breakpoints' });
  await expect(list.getByRole('listitem')).toHaveText([
    'server enters STARTED',
    'Condition met: client START when server is STARTED + 2s',
    'Any resource fails',
    'At 0.5 s',
  ]);
  await list.getByRole('checkbox', { name: 'At 0.5 s' }).click();
  await list.getByRole('button', { name: 'Remove: Any resource fails' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Breakpoints: 2 on' })).toBeVisible();

  const speed = page.getByRole('combobox', { name: 'Speed' });
  await speed.click();
  await page.getByRole('option', { name: 'As fast as it can' }).click();
  const stops: string[] = [];
  for (const reason of [/^Stopped: server enters STARTED/, /^Stopped: Condition met/]) {
    await toolbar(page).getByRole('button', { name: 'Play' }).click();
    await expect(page.getByText(reason)).toBeVisible();
    stops.push(await time(page).inputValue());
  }
  const [started, met] = stops.map(Number.parseFloat);
  expect(met).toBe(started! + 2);
  await toolbar(page).getByRole('button', { name: 'Play' }).click();
  await expect(toolbar(page).getByRole('button', { name: 'Last instant' })).toBeDisabled();
  await expect(page.getByText(/^Stopped:/)).toBeHidden();
});

test('by key: to the next failure, the next change of the selection, an event alike, a poll, a time', async ({
  studio,
  page,
}) => {
  await studio.openExperiment(EXPERIMENT);
  await studio.select('server');
  await run(studio);
  const state = studio.outline.getByRole('treeitem', { name: 'server' }).first();
  const press = async (key: string) => {
    const before = await time(page).inputValue();
    await page.keyboard.press(key);
    await expect(time(page)).not.toHaveValue(before);
  };
  await press('x');
  await expect(studio.outline.getByRole('treeitem', { name: 'client' }).first()).toContainText('FAILED');
  await press('n');
  await expect(state).toContainText('STOPPED');
  await press('Shift+N');
  await expect(state).toContainText('STARTED');
  await press('Shift+N');
  await expect(state).toContainText('READY');
  await page.keyboard.press('Home');
  await press('q');
  await page.keyboard.press('j');
  await expect(time(page)).toBeFocused();
  await page.keyboard.type('1.5');
  await page.keyboard.press('Enter');
  await expect(time(page)).toHaveValue('1.5 s');
});
