import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { Field, type FieldProps } from './Field.tsx';
import fieldStyles from './Field.module.css';
import menuStyles from './Menu.module.css';
import styles from './Select.module.css';

export interface Option<Value extends string | number | boolean> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

/** One of a few values. */
export function Select<Value extends string | number | boolean>({
  value,
  options,
  onChange,
  disabled,
  ...field
}: FieldProps & {
  readonly value: Value | undefined;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean | undefined;
}) {
  return (
    <Field {...field}>
      {(control) => (
        <Base.Root
          items={options}
          value={value ?? null}
          onValueChange={(next) => next !== null && onChange(next)}
          disabled={disabled ?? false}
        >
          <Base.Trigger {...control} aria-label={field.label} className={`${fieldStyles.input} ${styles.trigger}`}>
            <Base.Value className={styles.value} />
            <Base.Icon className={styles.icon}>
              <ChevronsUpDown aria-hidden />
            </Base.Icon>
          </Base.Trigger>
          <Base.Portal>
            <Base.Positioner className={menuStyles.positioner} sideOffset={4} alignItemWithTrigger={false}>
              <Base.Popup className={menuStyles.popup} data-select>
                <Base.List>
                  {options.map((option) => (
                    <Base.Item
                      key={String(option.value)}
                      value={option.value}
                      disabled={option.disabled ?? false}
                      className={menuStyles.item}
                    >
                      <Base.ItemIndicator className={menuStyles.indicator} keepMounted>
                        <Check aria-hidden />
                      </Base.ItemIndicator>
                      <Base.ItemText className={menuStyles.title}>{option.label}</Base.ItemText>
                    </Base.Item>
                  ))}
                </Base.List>
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </Field>
  );
}
