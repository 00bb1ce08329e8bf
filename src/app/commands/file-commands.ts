import { pickFile } from '../files/browser-files.ts';
import type { Command } from '../stores/command-registry.ts';
import type { Files } from '../files/files.ts';
import type { Studio } from '../stores/studio.ts';

export function fileCommands({ view }: Studio, files: Files): readonly Command[] {
  const show = (dialog: 'examples' | 'recent') => () => view.getState().set({ dialog });
  return [
    { id: 'file.new', group: 'File', title: 'New experiment', run: () => files.createNew() },
    {
      id: 'file.open',
      group: 'File',
      title: 'Open file…',
      keys: ['Mod+O'],
      inFields: true,
      async run() {
        const file = await pickFile('.json,application/json');
        if (file) await files.openFile(file);
      },
    },
    { id: 'file.examples', group: 'File', title: 'Examples…', run: show('examples') },
    { id: 'file.recent', group: 'File', title: 'Open recent…', run: show('recent') },
    {
      id: 'file.export',
      group: 'File',
      title: 'Export JSON',
      keys: ['Mod+S'],
      inFields: true,
      run: () => files.exportJson(),
    },
  ];
}
