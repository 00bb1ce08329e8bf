import { type CommandRegistry, commandTitle } from '../../app/stores/command-registry.ts';
import type { MenuEntry } from '../widgets/MenuEntries.tsx';

/** Menu entries of commands, by their ids, as they are now; `separator` draws a line, unknown ids are left out. */
export function commandEntries(commands: CommandRegistry, ids: readonly string[]): readonly MenuEntry[] {
  const entries = ids.flatMap((id): readonly MenuEntry[] => {
    if (id === 'separator') return ['separator'];
    const command = commands.get(id);
    if (!command) return [];
    return [
      {
        title: commandTitle(command),
        keys: command.keys?.[0],
        disabled: !commands.isAvailable(command),
        checked: command.checked?.(),
        danger: id === 'edit.delete',
        run: () => void commands.run(id),
      },
    ];
  });
  return entries.filter(
    (entry, index) =>
      entry !== 'separator' || (index > 0 && index < entries.length - 1 && entries[index - 1] !== entry),
  );
}
