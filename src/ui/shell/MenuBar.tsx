import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Menubar } from '@base-ui/react/menubar';
import { useRef } from 'react';
import { useStudio } from '../context/studio-context.tsx';
import { whatIfEntries } from '../what-if/what-if-commands.ts';
import menuStyles from '../widgets/Menu.module.css';
import { type MenuEntry, MenuEntries } from '../widgets/MenuEntries.tsx';
import { focusAfterMenu } from '../focus/use-focus-back.ts';
import { commandEntries } from '../context/command-entries.ts';
import { exportRunEntries } from './export-commands.ts';
import styles from './Header.module.css';

const LINE = 'separator';
const MENUS: readonly (readonly [title: string, ids: readonly string[]])[] = [
  ['File', ['file.new', 'file.open', 'file.recent', 'file.examples', LINE, 'file.export']],
  [
    'Edit',
    [
      'edit.undo',
      'edit.redo',
      LINE,
      'edit.cut',
      'edit.copy',
      'edit.paste',
      'edit.paste-linked',
      'edit.duplicate',
      'edit.delete',
      LINE,
      'edit.select-all',
      'edit.select-alike',
      'edit.invert',
      LINE,
      'edit.add',
      'edit.connect-to',
      'edit.wait-for',
      'edit.rename',
      'edit.find',
    ],
  ],
  [
    'View',
    [
      'view.fit',
      'view.focus',
      'view.actual-size',
      'view.zoom-in',
      'view.zoom-out',
      LINE,
      'view.reading-both',
      'view.reading-connections',
      'view.reading-conditions',
      'view.snap',
      LINE,
      'view.palette',
      'view.inspector',
      'view.bottom',
      LINE,
      'view.types',
      'view.outline',
      'view.timeline',
      'view.log',
      'view.problems',
      'view.script',
    ],
  ],
  [
    'Run',
    [
      'run.mode',
      LINE,
      'run.play',
      'run.reset',
      'run.restart',
      'run.cancel',
      'run.close',
      LINE,
      'run.next',
      'run.previous',
      'run.next-selected',
      'run.previous-selected',
      'run.next-change',
      'run.next-failure',
      'run.next-poll',
      LINE,
      'run.first',
      'run.last',
      'run.jump',
      LINE,
      'run.why',
      'run.path',
      'run.fold-idle',
    ],
  ],
  ['Help', ['help.tour', 'help.commands', 'help.shortcuts', LINE, 'help.about']],
];

export function MenuBar() {
  const studio = useStudio();
  const { commands } = studio;
  const lastReason = useRef('');
  return (
    <Menubar className={styles.menubar} aria-label="Main menu">
      {MENUS.map(([title, ids]) => (
        <BaseMenu.Root key={title} onOpenChange={(_open, { reason }) => (lastReason.current = reason)}>
          <BaseMenu.Trigger className={styles.menu}>{title}</BaseMenu.Trigger>
          <BaseMenu.Portal>
            <BaseMenu.Positioner className={menuStyles.positioner} sideOffset={6} align="start" collisionPadding={8}>
              <BaseMenu.Popup className={menuStyles.popup} finalFocus={whoGoesOn}>
                <MenuEntries entries={() => [...commandEntries(commands, ids), ...added(title)]} />
              </BaseMenu.Popup>
            </BaseMenu.Positioner>
          </BaseMenu.Portal>
        </BaseMenu.Root>
      ))}
    </Menubar>
  );

  /** What was chosen is done: the keyboard is where it was before. Who leaves a menu otherwise stays in the menu bar. */
  function whoGoesOn(): HTMLElement | boolean {
    return lastReason.current === 'item-press' ? focusAfterMenu() : true;
  }

  /** What the canvas adds for arranging (align, distribute, lay out) goes to the end of Edit, a run's files to
      File's, what could be done to a run to Run's. */
  function added(title: string): readonly MenuEntry[] {
    if (title === 'File') return ['separator', { submenu: 'Export run', entries: exportRunEntries(commands) }];
    if (title === 'Run') return ['separator', { submenu: 'What if', entries: whatIfEntries(studio, commands) }];
    if (title !== 'Edit') return [];
    const ids = commands
      .all()
      .filter(({ group }) => group === 'Arrange')
      .map(({ id }) => id);
    return ids.length ? ['separator', { submenu: 'Arrange', entries: commandEntries(commands, ids) }] : [];
  }
}
