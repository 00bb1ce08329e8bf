import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A count or a mark beside the label. */
  readonly badge?: ReactNode;
  readonly content: ReactNode;
}

/** Tabs; the arrow keys switch. Only the shown tab's content is in the page, unless `keepMounted`. */
export function Tabs<Value extends string>({
  label,
  value,
  onChange,
  tabs,
  aside,
  keepMounted = false,
}: {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly tabs: readonly Tab<Value>[];
  /** Controls at the right end of the row of tabs. */
  readonly aside?: ReactNode;
  readonly keepMounted?: boolean;
}) {
  return (
    <Base.Root className={styles.tabs} value={value} onValueChange={(next) => onChange(next as Value)}>
      <div className={styles.bar}>
        <Base.List className={styles.list} aria-label={label} activateOnFocus>
          {tabs.map((tab) => (
            <Base.Tab key={tab.value} value={tab.value} className={styles.tab}>
              {tab.label}
              {tab.badge}
            </Base.Tab>
          ))}
        </Base.List>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className={styles.panel} keepMounted={keepMounted}>
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
