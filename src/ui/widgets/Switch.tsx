import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Switch as BaseSwitch } from '@base-ui/react/switch';
import { Check, Minus } from 'lucide-react';
import { useId } from 'react';
import { useLocked } from './locked-context.ts';
import styles from './Switch.module.css';

interface ToggleProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
}

/** On or off, at once: a setting. */
export function Switch({ label, hideLabel, checked, onChange, ...rest }: ToggleProps) {
  const id = useId();
  const locked = useLocked();
  const disabled = rest.disabled || locked;
  return (
    <span className={styles.row}>
      <BaseSwitch.Root
        aria-labelledby={id}
        className={styles.switch}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
      >
        <BaseSwitch.Thumb className={styles.thumb} />
      </BaseSwitch.Root>
      <Label id={id} text={label} hide={hideLabel} toggle={() => !disabled && onChange(!checked)} />
    </span>
  );
}

/** One of several that belong together; `mixed` where a selection disagrees. */
export function Checkbox({
  label,
  hideLabel,
  checked,
  mixed = false,
  onChange,
  ...rest
}: ToggleProps & { readonly mixed?: boolean | undefined }) {
  const id = useId();
  const locked = useLocked();
  const disabled = rest.disabled || locked;
  return (
    <span className={styles.row}>
      <BaseCheckbox.Root
        aria-labelledby={id}
        className={styles.checkbox}
        checked={checked}
        indeterminate={mixed}
        onCheckedChange={onChange}
        disabled={disabled}
      >
        <BaseCheckbox.Indicator className={styles.mark}>
          {mixed ? <Minus aria-hidden /> : <Check aria-hidden />}
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <Label id={id} text={label} hide={hideLabel} toggle={() => !disabled && onChange(!checked)} />
    </span>
  );
}

function Label(props: {
  readonly id: string;
  readonly text: string;
  readonly hide: boolean | undefined;
  readonly toggle: () => void;
}) {
  // Clicking the word is a bonus for the mouse; the control beside it is what the keyboard reaches.
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span id={props.id} className={props.hide ? 'visually-hidden' : styles.label} onClick={props.toggle}>
      {props.text}
    </span>
  );
}
