import { expect, test, vi } from 'vitest';
import { type Command, commandTitle, createCommandRegistry } from '../../../src/app/stores/command-registry.ts';
import { createClipboard } from '../../../src/app/editing/clipboard.ts';
import { editCommands } from '../../../src/app/commands/edit-commands.ts';
import { groupCommands } from '../../../src/app/commands/group-commands.ts';
import { helpCommands } from '../../../src/app/commands/help-commands.ts';
import { runCommands } from '../../../src/app/commands/run-commands.ts';
import { viewCommands } from '../../../src/app/commands/view-commands.ts';
import { createRunControl } from '../../../src/app/runs/run-control.ts';
import { connectionKey } from '../../../src/edit/edit.ts';
import { clients } from '../../edit/experiments.ts';
import { makeStudio } from '../support.ts';

function setUp() {
  const studio = makeStudio(clients);
  let text: string | undefined;
  const clipboard = createClipboard(studio, {
    write: async (written) => {
      text = written;
      return true;
    },
    read: async () => text,
  });
  studio.commands.add([
    ...editCommands(studio, clipboard),
    ...groupCommands(studio),
    ...viewCommands(studio),
    ...runCommands(studio, createRunControl(studio)),
    ...helpCommands(studio),
  ]);
  const select = (...guids: number[]) => studio.view.getState().select({ guids: new Set(guids) });
  const guids = () => studio.document.getState().experiment.resources.map(({ guid }) => guid);
  const press = (key: string, more = {}) =>
    studio.commands.find({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more }, false, false)
      ?.id;
  return { studio, select, guids, press, run: (id: string) => studio.commands.run(id) };
}

test('no key means two commands', () => {
  const { studio } = setUp();
  const taken = new Map<string, string>();
  for (const { id, keys } of studio.commands.all()) {
    for (const key of keys ?? []) {
      expect(taken.get(key), `${key} is taken`).toBeUndefined();
      taken.set(key, id);
    }
  }
});

test('delete removes what is selected, edges and conditions included, as one step', () => {
  const { studio, run } = setUp();
  expect(run('edit.delete')).toBe(false);
  studio.view
    .getState()
    .select({ guids: new Set([3]), connections: new Set([connectionKey([1, 2])]), conditions: new Set([1]) });
  expect(run('edit.delete')).toBe(true);
  const { experiment } = studio.document.getState();
  expect(experiment.resources).toHaveLength(3);
  expect(experiment.connections).toEqual([[4, 1]]);
  expect(experiment.conditions).toHaveLength(1);
  expect(run('edit.undo')).toBe(true);
  expect(studio.document.getState().experiment).toEqual(clients);
  expect(run('edit.undo')).toBe(false);
});

test('undo and redo say what they would do', () => {
  const { studio, select, run } = setUp();
  const title = (id: string) => commandTitle(studio.commands.get(id) as Command);
  expect(title('edit.undo')).toBe('Undo');
  select(3);
  run('edit.delete');
  expect(title('edit.undo')).toBe('Undo delete resource');
  run('edit.undo');
  expect(title('edit.redo')).toBe('Redo delete resource');
});

test('undo does not leave selected what it took away', () => {
  const { studio, select, run } = setUp();
  select(2, 3);
  run('edit.duplicate');
  expect([...studio.view.getState().selection.guids]).toEqual([5, 6]);
  run('edit.undo');
  expect(studio.view.getState().selection.guids.size).toBe(0);
});

test('cut and paste; cutting is one step', async () => {
  const { studio, select, guids, run } = setUp();
  select(2, 3);
  run('edit.cut');
  await vi.waitFor(() => expect(guids()).toEqual([1, 4]));
  expect(studio.document.getState().lastEdit).toBe('cut 2 resources');
  run('edit.paste');
  // What was cut is back, and so is what named it.
  await vi.waitFor(() => expect(guids()).toEqual([1, 4, 2, 3]));
  expect([...studio.view.getState().selection.guids]).toEqual([2, 3]);
  expect(studio.document.getState().experiment.script).toEqual(clients.script);
  run('edit.undo');
  run('edit.undo');
  expect(studio.document.getState().experiment).toEqual(clients);
});

test('selecting: all, the others, those of the same type', () => {
  const { studio, select, run } = setUp();
  const selected = () => [...studio.view.getState().selection.guids];
  run('edit.select-all');
  expect(selected()).toEqual([1, 2, 3, 4]);
  select(1, 2);
  run('edit.invert');
  expect(selected()).toEqual([3, 4]);
  run('edit.select-alike');
  expect(selected()).toEqual([2, 3, 4]);
});

test('several are grouped, but not those that are a group already: it would lose its name', () => {
  const { studio, select, run } = setUp();
  const groups = () => studio.document.getState().experiment.groups;
  select(2, 3);
  expect(run('arrange.group')).toBe(true);
  expect(run('arrange.group')).toBe(false);
  select(2, 3, 4);
  expect(run('arrange.group')).toBe(true);
  expect(groups().map(({ guids }) => guids)).toEqual([[2, 3, 4]]);
  select(2, 3);
  expect(run('arrange.group')).toBe(true);
  expect(groups()).toHaveLength(2);
});

test('a key is found where it means something: not in a field, not when the command is not enabled', () => {
  const { studio, select, press } = setUp();
  expect(press('Delete')).toBeUndefined();
  select(1);
  expect(press('Delete')).toBe('edit.delete');
  expect(press('Backspace')).toBe('edit.delete');
  const backspace = { key: 'Backspace', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  expect(studio.commands.find(backspace, false, true)).toBeUndefined();
  expect(studio.commands.find({ ...backspace, key: 'k', ctrlKey: true }, false, true)?.id).toBe('help.commands');
  // The browser's own events carry these.
  expect(press('c', { ctrlKey: true })).toBeUndefined();
});

test('a tab of the bottom panel is shown, unfolded, and folded away by the same key', () => {
  const { studio, run } = setUp();
  const shown = () => ({
    tab: studio.view.getState().bottomTab,
    folded: studio.view.getState().folded.has('bottom'),
  });
  studio.view.getState().fold('bottom', true);
  run('view.log');
  expect(shown()).toEqual({ tab: 'log', folded: false });
  run('view.problems');
  expect(shown()).toEqual({ tab: 'problems', folded: false });
  run('view.problems');
  expect(shown()).toEqual({ tab: 'problems', folded: true });
});

test('what a command fails with is told', async () => {
  const errors: unknown[] = [];
  const registry = createCommandRegistry((error) => errors.push(error));
  registry.add([
    { id: 'a', title: 'A', group: 'File', run: () => Promise.reject(new Error('no')) },
    {
      id: 'b',
      title: 'B',
      group: 'File',
      run: () => {
        throw new Error('not either');
      },
    },
  ]);
  registry.run('a');
  registry.run('b');
  await vi.waitFor(() => expect(errors).toHaveLength(2));
  expect(() => registry.add([{ id: 'a', title: 'Again', group: 'File', run: () => {} }])).toThrow(/already/);
});
