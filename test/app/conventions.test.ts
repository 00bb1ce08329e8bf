// The keys that people bring along from other editors, each with the command it has to mean.
import { describe, expect, test } from 'vitest';
import { createClipboard } from '../../src/app/editing/clipboard.ts';
import { editCommands } from '../../src/app/commands/edit-commands.ts';
import { groupCommands } from '../../src/app/commands/group-commands.ts';
import { helpCommands } from '../../src/app/commands/help-commands.ts';
import { runCommands } from '../../src/app/commands/run-commands.ts';
import { stepCommands } from '../../src/app/commands/step-commands.ts';
import { viewCommands } from '../../src/app/commands/view-commands.ts';
import { commandTitle } from '../../src/app/stores/command-registry.ts';
import { createRunControl } from '../../src/app/runs/run-control.ts';
import { createCanvasSlot } from '../../src/app/stores/canvas-port.ts';
import { clients } from '../edit/experiments.ts';
import { makeStudio } from './support.ts';

const KEYS: readonly (readonly [area: string, keys: string, command: string])[] = [
  ['undo', 'Mod+Z', 'edit.undo'],
  ['redo', 'Mod+Y', 'edit.redo'],
  ['redo', 'Mod+Shift+Z', 'edit.redo'],
  ['clipboard', 'Mod+C', 'edit.copy'],
  ['clipboard', 'Mod+X', 'edit.cut'],
  ['clipboard', 'Mod+V', 'edit.paste'],
  ['clipboard', 'Mod+Shift+V', 'edit.paste-linked'],
  ['clipboard', 'Mod+A', 'edit.select-all'],
  ['duplicate', 'Mod+D', 'edit.duplicate'],
  ['group', 'Mod+G', 'arrange.group'],
  ['group', 'Mod+Shift+G', 'arrange.ungroup'],
  ['delete', 'Delete', 'edit.delete'],
  ['delete', 'Backspace', 'edit.delete'],
  ['edit', 'Enter', 'edit.properties'],
  ['edit', 'F2', 'edit.rename'],
  ['add', 'Tab', 'edit.add'],
  ['add', 'A', 'edit.add'],
  ['fit', '1', 'view.fit'],
  ['fit', 'F', 'view.focus'],
  ['reset', '0', 'view.actual-size'],
  ['reset', 'Mod+0', 'view.actual-size'],
  ['search', 'Mod+F', 'edit.find'],
  ['commands', 'Mod+K', 'help.commands'],
  ['commands', 'Mod+Shift+P', 'help.commands'],
  ['help', '?', 'help.shortcuts'],
  ['run', 'Space', 'run.play'],
  ['run', 'R', 'run.reset'],
  ['run', 'T', 'run.mode'],
  ['run', 'L', 'view.log'],
  ['step', '.', 'run.next'],
  ['step', ',', 'run.previous'],
  ['step', 'Home', 'run.first'],
  ['step', 'End', 'run.last'],
  ['run', 'H', 'run.why'],
  ['run', 'K', 'run.path'],
  ['run', 'Z', 'run.fold-idle'],
];

function setUp() {
  const studio = makeStudio(clients);
  const clipboard = createClipboard(studio, { write: async () => true, read: async () => undefined });
  studio.commands.add([
    ...editCommands(studio, clipboard),
    ...groupCommands(studio),
    ...viewCommands({ ...studio, canvas: createCanvasSlot() }),
    ...runCommands(studio, createRunControl(studio)),
    ...stepCommands(studio, createRunControl(studio)),
    ...helpCommands(studio),
  ]);
  return studio.commands;
}

describe('the conventions', () => {
  const commands = setUp();
  test.each(KEYS)('%s: %s is %s', (_area, keys, id) => {
    expect(commands.get(id)?.keys).toContain(keys);
    expect(commands.all().filter((command) => command.keys?.includes(keys))).toHaveLength(1);
  });

  test('no key means two things', () => {
    const keys = commands.all().flatMap((command) => command.keys ?? []);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('every command says what it does, beginning with a capital', () => {
    expect(commands.all().filter((command) => !/^[A-Z].{2,}/.test(commandTitle(command)))).toEqual([]);
  });

  test('keys without a modifier stay with a field while one types', () => {
    const unsafe = commands
      .all()
      .filter(({ keys = [], inFields }) => inFields && !keys.every((key) => key.includes('Mod+')));
    expect(unsafe).toEqual([]);
  });
});
