import { Menu as Base } from '@base-ui/react/menu';
import { Check, ChevronRight } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { Keys } from './Keys.tsx';
import styles from './Menu.module.css';

export interface MenuItem {
  readonly title: string;
  readonly run: () => void;
  /** The shortcut to show, as in app/stores/keymap.ts. */
  readonly keys?: string | undefined;
  readonly icon?: ReactNode;
  readonly disabled?: boolean | undefined;
  /** For what is on or off: shows a check mark. */
  readonly checked?: boolean | undefined;
  readonly danger?: boolean | undefined;
}

/** What a menu is made of: items, a line between groups, a menu in the menu. */
export type MenuEntry = MenuItem | 'separator' | { readonly submenu: string; readonly entries: readonly MenuEntry[] };

export function MenuEntries({ entries }: { readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]) }) {
  const list = typeof entries === 'function' ? entries() : entries;
  // Entries have no identity beyond their place, and a menu's list doesn't change while it is open.
  return list.map((entry, index) => <Fragment key={index}>{drawEntry(entry)}</Fragment>);
}

function drawEntry(entry: MenuEntry): ReactNode {
  if (entry === 'separator') return <Base.Separator className={styles.separator} />;
  if ('submenu' in entry) {
    return (
      <Base.SubmenuRoot>
        <Base.SubmenuTrigger className={styles.item} disabled={entry.entries.length === 0}>
          <span className={styles.indicator} />
          <span className={styles.title}>{entry.submenu}</span>
          <ChevronRight className={styles.chevron} aria-hidden />
        </Base.SubmenuTrigger>
        <Base.Portal>
          <Base.Positioner className={styles.positioner} sideOffset={-4} collisionPadding={8}>
            <Base.Popup className={styles.popup}>
              <MenuEntries entries={entry.entries} />
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.SubmenuRoot>
    );
  }
  const { title, run, keys, icon, disabled = false, checked, danger } = entry;
  const content = (
    <>
      <span className={styles.indicator}>{checked ? <Check aria-hidden /> : icon}</span>
      <span className={styles.title}>{title}</span>
      {keys && <Keys keys={keys} />}
    </>
  );
  return checked === undefined ? (
    <Base.Item
      className={styles.item}
      disabled={disabled}
      data-danger={danger || undefined}
      label={title}
      onClick={run}
    >
      {content}
    </Base.Item>
  ) : (
    <Base.CheckboxItem
      className={styles.item}
      disabled={disabled}
      checked={checked}
      label={title}
      closeOnClick
      onCheckedChange={run}
    >
      {content}
    </Base.CheckboxItem>
  );
}
