// What the inspector sets of a resource, and of a type of the user's own: gates, and text that is empty.
import { expect, test } from './studio.ts';

const gate = { before: 'start', type: 'linux::Application', state: 'READY', atLeast: 1 };

test('a gate is added, changed and removed, each in one step', async ({ studio, page }) => {
  await studio.openExperiment({
    id: 'gates',
    resources: [
      { guid: 1, rtype: 'linux::Application', label: 'server' },
      { guid: 2, rtype: 'linux::Application', label: 'client' },
    ],
    connections: [[1, 2]],
  });
  const { inspector } = studio;
  const requires = async () => (await studio.experiment()).resources[1]!.behavior?.['requires'];
  await studio.select('client');
  await expect(inspector.getByRole('button', { name: /^Before discover: every connected/ })).toHaveCount(1);

  await inspector.getByRole('button', { name: 'Add gate' }).click();
  const editor = inspector.getByRole('group', { name: 'New gate' });
  await expect(editor.getByRole('combobox', { name: 'Connected type' })).toBeFocused();
  await expect(editor.getByRole('button', { name: 'Add', exact: true })).toBeDisabled();
  await page.keyboard.type('linux::Nothing');
  await page.keyboard.press('Enter');
  await expect(editor.getByRole('alert')).toHaveText('linux::Nothing is not a type');
  await editor.getByRole('combobox', { name: 'Connected type' }).fill('linux::Application');
  await page.keyboard.press('Enter');
  await editor.getByRole('button', { name: 'Add', exact: true }).click();
  const [inherited] = (await requires()) as [typeof gate];
  expect(await requires()).toEqual([inherited, gate]);

  const sentence = 'Before start: every connected linux::Application is READY, and there is one';
  await inspector.getByRole('button', { name: `Edit ${sentence}` }).click();
  await inspector.getByRole('combobox', { name: 'Least state' }).selectOption('STARTED');
  expect(await requires()).toEqual([inherited, { ...gate, state: 'STARTED' }]);
  await studio.undo();
  expect(await requires()).toEqual([inherited, gate]);

  await inspector.getByRole('button', { name: `Remove ${sentence}` }).click();
  expect(await requires()).toBeUndefined();
  await studio.undo();
  await inspector.getByRole('button', { name: 'Use its type’s instead' }).click();
  expect(await requires()).toBeUndefined();
});

test('a type of the user’s own has gates', async ({ studio, page }) => {
  await studio.openExperiment({ id: 'own-gates', types: [{ rtype: 'lab::Probe' }] });
  const card = studio.inspector.getByRole('group', { name: 'Type lab::Probe' });
  await card.getByRole('button', { name: /^0 attributes/ }).click();
  await card.getByRole('button', { name: 'Add gate' }).click();
  await expect(card.getByRole('combobox', { name: 'Connected type' })).toBeFocused();
  await page.keyboard.type('linux::Application');
  await page.keyboard.press('Enter');
  await card.getByRole('button', { name: 'Add', exact: true }).click();
  expect((await studio.experiment()).types).toEqual([{ rtype: 'lab::Probe', behavior: { requires: [gate] } }]);
  await card.getByRole('button', { name: 'Remove all' }).click();
  expect((await studio.experiment()).types).toEqual([{ rtype: 'lab::Probe' }]);
});

test('empty text is told apart from an attribute that is not set', async ({ studio, page }) => {
  await studio.openExperiment({
    id: 'empty-text',
    types: [
      {
        rtype: 'lab::Probe',
        attributes: [
          { name: 'greeting', type: 'STRING', default: 'hello' },
          { name: 'farewell', type: 'STRING' },
        ],
      },
    ] as never,
    resources: [{ guid: 1, rtype: 'lab::Probe', label: 'probe' }],
  });
  const { inspector } = studio;
  const attributes = async () => (await studio.experiment()).resources[0]!.attributes ?? {};
  await studio.select('probe');
  const field = inspector.getByRole('textbox', { name: 'greeting' });
  await expect(field).toHaveAttribute('placeholder', 'hello');
  await inspector.getByRole('button', { name: 'Set greeting to empty text' }).click();
  expect(await attributes()).toEqual({ greeting: '' });
  await expect(field).toHaveAttribute('placeholder', 'empty text');

  await field.fill('hi');
  await page.keyboard.press('Enter');
  expect(await attributes()).toEqual({ greeting: 'hi' });
  await field.fill('');
  await page.keyboard.press('Enter');
  expect(await attributes()).toEqual({ greeting: '' });
  await inspector.getByRole('button', { name: 'Reset greeting to its default' }).click();
  expect(await attributes()).toEqual({});
  await expect(field).toHaveAttribute('placeholder', 'hello');
  // One without a default, too, at once and by key.
  await inspector.getByRole('textbox', { name: 'farewell' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await attributes()).toEqual({ farewell: '' });
});

test('another kind of thing is shown from its head, one of the same type where one reads', async ({ studio, page }) => {
  const types = Array.from({ length: 8 }, (_, index) => ({ rtype: `lab::Type${index}` }));
  const resources = ['linux::Node', 'linux::Node', 'linux::Ping'].map((rtype, index) => ({
    guid: index + 1,
    rtype,
    position: { x: index * 300, y: 0 },
  }));
  await studio.openExperiment({ id: 'heads', types, resources });
  const { inspector } = studio;
  const label = inspector.getByRole('textbox', { name: 'Label' });
  await inspector.getByRole('button', { name: 'Add type' }).scrollIntoViewIfNeeded();
  const id = inspector.getByRole('textbox', { name: 'Experiment id' });
  await expect(id).toHaveValue('heads');
  await expect(id).not.toBeInViewport();
  await studio.card(1).click();
  await expect(label).toBeInViewport();

  const run = inspector.getByRole('textbox', { name: 'run time' });
  await run.scrollIntoViewIfNeeded();
  await studio.card(2).click();
  await expect(label).toHaveAttribute('placeholder', 'Node 2');
  await expect(run).toBeInViewport();
  await studio.card(3).click();
  await expect(label).toHaveAttribute('placeholder', 'Ping 3');
  await expect(label).toBeInViewport();
  await page.keyboard.press('Escape');
});
