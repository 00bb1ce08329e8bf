import { expect, test } from 'vitest';
import { createClipboard } from '../../src/app/editing/clipboard.ts';
import { printExperiment } from '../../src/format/json.ts';
import { createExperiment } from '../../src/model/experiment.ts';
import { clients, resource } from '../edit/experiments.ts';
import { makeStudio } from './support.ts';

/** A studio with a clipboard that the browser may forbid. */
function setUp(experiment = clients) {
  const studio = makeStudio(experiment);
  const said: string[] = [];
  studio.notices.listen(({ text }) => said.push(text));
  const system = { text: '' as string | undefined, allowed: true };
  const clipboard = createClipboard(studio, {
    async write(text) {
      if (system.allowed) system.text = text;
      return system.allowed;
    },
    read: async () => (system.allowed ? system.text : undefined),
  });
  const now = () => studio.document.getState().experiment;
  const select = (...guids: number[]) => studio.view.getState().select({ guids: new Set(guids) });
  return { studio, said, system, clipboard, now, select };
}

test('nothing but what the clipboard holds is pasted', async () => {
  const { clipboard, system, select, now, said } = setUp();
  select(2);
  await clipboard.copy();
  system.text = 'something else';
  await clipboard.paste();
  expect(now()).toBe(clients);
  expect(said).toEqual([expect.stringContaining('neither resources nor an experiment')]);
});

test('where the browser forbids the clipboard, nothing is pasted or lost, and the key is named', async () => {
  const { clipboard, system, select, now, said } = setUp();
  system.allowed = false;
  select(2);
  await clipboard.copy();
  await clipboard.cut();
  await clipboard.paste();
  expect(now()).toBe(clients);
  expect(said.map((text) => /Ctrl\+\w/.exec(text)?.[0])).toEqual(['Ctrl+C', 'Ctrl+X', 'Ctrl+V']);
});

test('the text of an experiment is asked about; added, it is one undo step, and an experiment with steps keeps them', () => {
  const { clipboard, now, said, studio } = setUp();
  const other = { ...createExperiment('other'), resources: [resource(1, { label: 'mine' })], script: [] };
  clipboard.pasteText(printExperiment(other));
  expect(studio.view.getState().dialog).toBe('pasted');
  expect(now()).toBe(clients);
  clipboard.addPasted();
  expect(now().resources.at(-1)).toMatchObject({ guid: 5, label: 'mine' });
  expect(now().script).toBe(clients.script);
  expect(said).toEqual([expect.stringContaining("The script of 'other' was not added")]);
  studio.document.getState().undo();
  expect(now()).toBe(clients);
});

test('added to an empty experiment, all of it is there: the script too', () => {
  const { clipboard, now } = setUp(createExperiment('empty'));
  clipboard.pasteText(printExperiment(clients));
  clipboard.addPasted();
  expect({ ...now(), id: clients.id }).toMatchObject({
    resources: clients.resources.map(({ guid, rtype }) => ({ guid, rtype })),
    connections: clients.connections,
    conditions: clients.conditions,
    script: clients.script,
  });
});

test('an experiment that cannot be read is refused with its place', () => {
  const { clipboard, now, said, studio } = setUp();
  clipboard.pasteText(printExperiment(clients).replace('"resources"', '"resourced"'));
  expect(now()).toBe(clients);
  expect(studio.view.getState().dialog).toBeUndefined();
  expect(said).toEqual([expect.stringMatching(/experiment on the clipboard can't be read/)]);
});
