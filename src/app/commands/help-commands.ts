import type { Command } from '../commands.ts';
import type { Studio } from '../studio.ts';
import type { Dialog } from '../view-store.ts';

export function helpCommands({ view }: Studio): readonly Command[] {
  const show = (dialog: Dialog) => () => view.getState().set({ dialog });
  return [
    {
      id: 'help.commands',
      group: 'Help',
      title: 'All commands…',
      keys: ['Mod+K', 'Mod+Shift+P'],
      inFields: true,
      run: show('commands'),
    },
    { id: 'help.shortcuts', group: 'Help', title: 'Keyboard shortcuts', keys: ['?'], run: show('shortcuts') },
    { id: 'help.tour', group: 'Help', title: 'Take the tour', run: show('tour') },
    { id: 'help.about', group: 'Help', title: 'About NEPI Studio', run: show('about') },
  ];
}
