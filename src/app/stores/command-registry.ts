// All that can be done from a menu, a key, the palette or the `?` dialog, said once. Whoever has commands to offer adds
// them here: the files, the canvas, the timeline.
import { type EditLock, NEVER_LOCKED } from './edit-lock.ts';
import { matchesKeys, type KeyPress } from './keymap.ts';

/** Groups of commands, in the order in which the palette and the `?` dialog show them. */
export const COMMAND_GROUPS = ['File', 'Edit', 'Arrange', 'View', 'Run', 'Help'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface Command {
  /** `group.what`, such as `edit.undo`. */
  readonly id: string;
  /** Starts with a verb. A function where it says what it would do now (`Undo move resource`). */
  readonly title: string | (() => string);
  readonly group: CommandGroup;
  /** The first one is shown everywhere, all of them in the `?` dialog. As in keymap.ts. */
  readonly keys?: readonly string[];
  /** Its keys work while typing in a field, too (Mod+K, say). Otherwise a field keeps its keys. */
  readonly inFields?: boolean;
  /**
   * Somebody else says when: the browser (copy, cut and paste events, whose data needs no permission) or the part of the
   * page that has the focus. All of its keys, or these of them, are only shown.
   */
  readonly native?: true | readonly string[];
  readonly enabled?: () => boolean;
  /** It changes the experiment, or begins to: not while that is locked. */
  readonly edits?: boolean;
  /** For what is on or off. */
  readonly checked?: () => boolean;
  run(): void | Promise<void>;
}

export interface CommandRegistry {
  /** Adds commands; returns what takes them away (an effect's cleanup). @throws Error when an id is taken. */
  add(commands: readonly Command[]): () => void;
  /** All, by group, in the order in which they were added. */
  all(): readonly Command[];
  get(id: string): Command | undefined;
  /** Whether running a command would do something now. */
  isAvailable(command: Command): boolean;
  /** Runs a command, unless there is none or it is not available; says which. One that the lock holds back says why. */
  run(id: string): boolean;
  /** The enabled command of a key press. */
  find(press: KeyPress, mac: boolean, inField: boolean): Command | undefined;
}

export const commandTitle = ({ title }: Command): string => (typeof title === 'function' ? title() : title);
/** Its keys that mean it wherever they are pressed. */
function heardKeys({ keys = [], native = [] }: Command): readonly string[] {
  return native === true ? [] : keys.filter((key) => !native.includes(key));
}
const isEnabled = ({ enabled }: Command): boolean => enabled?.() ?? true;

/**
 * @param onError hears what a command failed with.
 * @param beforeRun is called before a command is run.
 */
export function createCommandRegistry(
  onError: (error: unknown) => void,
  lock: EditLock = NEVER_LOCKED,
  beforeRun: () => void = () => {},
): CommandRegistry {
  const commands = new Map<string, Command>();

  const isHeldBack = ({ edits }: Command) => edits === true && lock.isLocked();

  async function start(command: Command) {
    try {
      await command.run();
    } catch (error) {
      onError(error);
    }
  }

  return {
    add(added) {
      for (const command of added) {
        if (commands.has(command.id)) throw new Error(`there is a command '${command.id}' already`);
        commands.set(command.id, command);
      }
      return () => {
        for (const { id } of added) commands.delete(id);
      };
    },
    all: () => COMMAND_GROUPS.flatMap((group) => [...commands.values()].filter((command) => command.group === group)),
    get: (id) => commands.get(id),
    isAvailable: (command) => isEnabled(command) && !isHeldBack(command),
    run(id) {
      const command = commands.get(id);
      if (command) beforeRun();
      if (!command || !isEnabled(command)) return false;
      if (isHeldBack(command)) {
        lock.refuse();
        return false;
      }
      void start(command);
      return true;
    },
    find(press, mac, inField) {
      for (const command of commands.values()) {
        if (inField && !command.inFields) continue;
        if (heardKeys(command).some((keys) => matchesKeys(press, keys, mac)) && isEnabled(command)) return command;
      }
      return undefined;
    },
  };
}
