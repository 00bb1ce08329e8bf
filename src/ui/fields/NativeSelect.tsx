import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStudio } from '../context/studio-context.tsx';
import { useLocked } from '../widgets/locked-context.ts';
import { leaveField } from '../focus/workplace.ts';
import styles from '../drafts/fields.module.css';

export interface Choice {
  readonly value: string;
  readonly title: string;
  readonly disabled?: boolean;
}

/** A list to choose one of. The browser's own: it has the keyboard, the touch wheel and the screen reader right. */
export function NativeSelect(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
  readonly field?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean;
  /** The value shown is inherited, not chosen here. */
  readonly isDefault?: boolean;
  /** Stands for the chosen title where there is no room for words. */
  readonly icon?: ReactNode;
}) {
  const { canvas } = useStudio();
  const locked = useLocked();
  return (
    <span className={styles.selectBox} data-icon-only={props.icon !== undefined || undefined}>
      <select
        className={styles.select}
        title={props.icon ? props.label : undefined}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        data-field={props.field}
        data-default={props.isDefault}
        value={props.value}
        disabled={props.disabled || locked}
        onChange={(event) => props.onChoose(event.target.value)}
        // As out of a text field: a choice makes use of the letters that mean commands.
        onKeyDown={(event) => event.key === 'Escape' && leaveField(event.currentTarget, canvas.current)}
      >
        {props.choices.map(({ value, title, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {title}
          </option>
        ))}
      </select>
      {props.icon ?? <ChevronDown size={12} aria-hidden="true" />}
    </span>
  );
}
