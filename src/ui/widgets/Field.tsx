import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

export interface FieldProps {
  readonly label: string;
  /** The label is read out but not shown. */
  readonly hideLabel?: boolean | undefined;
  /** What is wrong and what to do. */
  readonly error?: string | undefined;
  readonly help?: ReactNode;
  /** Shown at the label's right: a unit, a reset button. */
  readonly aside?: ReactNode;
}

/** What a control spreads to be tied to its label, help and error. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

/** A label above a control, help and an error below it. */
export function Field({
  label,
  hideLabel,
  error,
  help,
  aside,
  children,
}: FieldProps & { readonly children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.field} data-invalid={error ? true : undefined}>
      <div className={hideLabel ? 'visually-hidden' : styles.head}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {!hideLabel && aside}
      </div>
      {children({
        id,
        'aria-describedby': error ? `${id}-error` : help ? `${id}-help` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error ? (
        <p className={styles.error} id={`${id}-error`} role="alert">
          <CircleAlert aria-hidden />
          {error}
        </p>
      ) : (
        help && (
          <p className={styles.help} id={`${id}-help`}>
            {help}
          </p>
        )
      )}
    </div>
  );
}
