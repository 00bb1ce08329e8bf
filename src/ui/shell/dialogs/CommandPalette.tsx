import { type Command, commandTitle, isEnabled } from '../../../app/commands.ts';
import { useStudio } from '../../studio-context.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { Keys } from '../../widgets/Keys.tsx';
import { matchWords, SearchList, type SearchItem } from '../SearchList.tsx';

/** Every command by name, with its key. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { commands } = useStudio();
  const offered = commands.all().filter(({ id }) => id !== 'help.commands');
  return (
    <Dialog open onClose={onClose} title="Commands" bare>
      <SearchList
        label="Command"
        placeholder="What do you want to do?"
        nothing="No command has all these words."
        search={(text) => findCommands(offered, text)}
        onPick={(id) => {
          onClose();
          commands.run(id);
        }}
      />
    </Dialog>
  );
}

function findCommands(commands: readonly Command[], text: string): readonly SearchItem[] {
  return commands
    .map((command) => ({ command, score: matchWords(`${commandTitle(command)} ${command.group}`, text) }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => Number(isEnabled(b.command)) - Number(isEnabled(a.command)) || b.score - a.score)
    .map(({ command }) => ({
      key: command.id,
      title: commandTitle(command),
      before: command.group,
      disabled: !isEnabled(command),
      after: command.keys?.[0] && <Keys keys={command.keys[0]} />,
    }));
}
