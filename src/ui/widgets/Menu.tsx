import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { type MenuEntry, MenuEntries } from './MenuEntries.tsx';
import styles from './Menu.module.css';

/** A button that opens a menu. `entries` may be a function: it is asked when the menu opens. */
export function Menu({
  trigger,
  entries,
  side = 'bottom',
  align = 'start',
}: {
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly align?: 'start' | 'center' | 'end';
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles.positioner} side={side} align={align} sideOffset={4} collisionPadding={8}>
          <Base.Popup className={styles.popup}>
            <MenuEntries entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
