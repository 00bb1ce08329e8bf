import { ContextMenu as Base } from '@base-ui/react/context-menu';
import type { MouseEvent, ReactNode } from 'react';
import { type MenuEntry, MenuEntries } from './MenuEntries.tsx';
import styles from './Menu.module.css';
import { focusAfterMenu } from '../focus/use-focus-back.ts';

/**
 * A menu at the pointer, on right click, long press or the menu key, for all that is inside.
 * `onOpen` runs before `entries` is asked: it may note what was clicked, or select it.
 */
export function ContextMenu({
  entries,
  onOpen,
  children,
}: {
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  readonly onOpen?: (event: MouseEvent) => void;
  readonly children: ReactNode;
}) {
  return (
    <Base.Root>
      <Base.Trigger className={styles.area} onContextMenuCapture={onOpen}>
        {children}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} collisionPadding={8}>
          <Base.Popup className={styles.popup} finalFocus={focusAfterMenu}>
            <MenuEntries entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
