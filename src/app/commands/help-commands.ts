import type { Command } from '../stores/command-registry.ts';
import type { Studio } from '../stores/studio.ts';
import type { Dialog } from '../stores/view-store.ts';

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
