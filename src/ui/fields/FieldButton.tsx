import type { ButtonHTMLAttributes } from 'react';
import { useLocked } from '../widgets/locked-context.ts';
import { pressable } from '../widgets/pressable.ts';
import styles from '../drafts/fields.module.css';

/** A small button beside a field, for what it does to the experiment: reset, remove. Of no use where that is locked. */
export function FieldButton({
  disabled,
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'className'>) {
  const locked = useLocked();
  return (
    <button type="button" {...pressable({ ...rest, disabled: disabled || locked })} className={styles.iconButton} />
  );
}
