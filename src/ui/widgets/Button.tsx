import { type ButtonHTMLAttributes, memo, type ReactNode, type Ref } from 'react';
import { ariaKeys, onMac } from '../../app/stores/keymap.ts';
import styles from './Button.module.css';
import { useLocked } from './locked-context.ts';
import { pressable } from './pressable.ts';
import { Tooltip } from './Tooltip.tsx';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  /** `primary` once a screen, for what one came to do; `quiet` has no frame. */
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly icon?: ReactNode;
  /** For a button that stays pressed. */
  readonly pressed?: boolean | undefined;
  readonly wide?: boolean;
  /** It stands below text: its words begin where that does. */
  readonly flush?: boolean;
  /** It changes what the fields around it stand for: not while that is locked. */
  readonly edits?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button with a word on it. */
export function Button({ variant = 'plain', icon, pressed, wide, flush, edits, children, ...rest }: ButtonProps) {
  const locked = useLocked();
  return (
    <button
      type="button"
      {...pressable({ ...rest, disabled: rest.disabled || (edits && locked) })}
      className={styles.button}
      data-variant={variant}
      data-wide={wide || undefined}
      data-flush={flush || undefined}
      aria-pressed={pressed}
    >
      {icon}
      {children && <span className={styles.label}>{children}</span>}
    </button>
  );
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'aria-label' | 'wide' | 'flush'> & {
  /** What it does: its accessible name and its tooltip. */
  readonly label: string;
  /** The shortcut, shown in the tooltip, as in app/stores/keymap.ts. */
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
};

/** A button with a sign on it. Drawn again only for other props: where much goes on around it, give it the same ones. */
export const IconButton = memo(function IconButton({
  label,
  keys,
  side = 'bottom',
  icon,
  pressed,
  variant = 'quiet',
  edits,
  ...rest
}: IconButtonProps) {
  const locked = useLocked();
  return (
    <Tooltip text={label} keys={keys} side={side}>
      <button
        type="button"
        {...pressable({ ...rest, disabled: rest.disabled || (edits && locked) })}
        className={styles.button}
        data-variant={variant}
        data-icon-only
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={keys && ariaKeys(keys, onMac())}
      >
        {icon}
      </button>
    </Tooltip>
  );
});
