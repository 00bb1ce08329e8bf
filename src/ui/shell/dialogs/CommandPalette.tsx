import { type Command, type CommandRegistry, commandTitle } from '../../../app/stores/command-registry.ts';
import { useStudio } from '../../context/studio-context.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { Keys } from '../../widgets/Keys.tsx';
import { matchWords, SearchList, type SearchItem } from '../../fields/SearchList.tsx';

/** Every command by name, with its key. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { commands } = useStudio();
  return (
    <Dialog open onClose={onClose} title="Commands" bare>
      <SearchList
        label="Command"
        placeholder="What do you want to do?"
        nothing="No command has all these words."
        search={(text) => findCommands(commands, text)}
        onPick={(id) => {
          onClose();
          commands.run(id);
        }}
      />
    </Dialog>
  );
}

function findCommands(commands: CommandRegistry, text: string): readonly SearchItem[] {
  const isAvailable = (command: Command) => commands.isAvailable(command);
  return commands
    .all()
    .filter(({ id }) => id !== 'help.commands')
    .map((command) => ({ command, score: matchWords(`${commandTitle(command)} ${command.group}`, text) }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => Number(isAvailable(b.command)) - Number(isAvailable(a.command)) || b.score - a.score)
    .map(({ command }) => ({
      key: command.id,
      title: commandTitle(command),
      before: command.group,
      disabled: !isAvailable(command),
      after: command.keys?.[0] && <Keys keys={command.keys[0]} />,
    }));
}
