import { type KeyboardEvent, useId } from 'react';
import { MASK } from '../../model/secret-attribute.ts';
import { useStudio } from '../studio-context.tsx';
import { useLocked } from '../widgets/locked-context.ts';
import { leaveField } from '../widgets/workplace.ts';
import type { Reading } from './draft.ts';
import styles from './fields.module.css';
import { stepNumber } from './step-number.ts';
import { SecretInput } from '../widgets/SecretInput.tsx';
import { useDraft } from './use-draft.ts';

export interface DraftInputProps<T> {
  readonly label: string;
  /** The text that stands for the present value. */
  readonly current: string;
  readonly read: (text: string) => Reading<T>;
  readonly take: (value: T) => void;
  readonly placeholder?: string | undefined;
  /** The field in the words of the file; a problem's place leads here. */
  readonly field?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly numeric?: boolean;
  /** A secret: what is set is never in the page, only that something is; what is typed stands in its place. */
  readonly masked?: boolean;
  readonly readOnly?: boolean;
  /** Grows with its text; Enter still takes it, Shift+Enter begins a line. */
  readonly multiline?: boolean;
  /** Asked for by key in the midst of other work (F2): Enter leads back there. */
  readonly passing?: boolean;
  readonly className?: string | undefined;
  /** Id of a datalist with what may be meant. */
  readonly list?: string | undefined;
}

/** A text field whose text is taken by Enter or on leaving, taken back by Escape (once more leaves the field), and told what is wrong with it. */
export function DraftInput<T>(props: DraftInputProps<T>) {
  const { masked = false } = props;
  // The page shows only that there is a secret. What is typed is a draft on an empty field.
  const draft = useDraft(masked ? '' : props.current, props.read, props.take, {
    label: props.label,
    secret: masked,
  });
  const placeholder = masked && props.current !== '' ? MASK : props.placeholder;
  const errorId = useId();
  const { canvas } = useStudio();
  const locked = useLocked();
  const readOnly = props.readOnly || locked;

  function onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      // Leaving it takes what was typed.
      if (props.passing && !('error' in props.read(draft.text))) leaveField(event.currentTarget, canvas.current);
      else draft.commit();
    } else if (props.numeric && !readOnly && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      draft.type(stepNumber(draft.text || props.placeholder || '0', event.key === 'ArrowUp' ? 1 : -1, event.shiftKey));
    } else if (event.key === 'Escape' && draft.dirty) {
      // Only what was typed goes; the selection on the canvas stays.
      event.stopPropagation();
      draft.revert();
    } else if (event.key === 'Escape') {
      leaveField(event.currentTarget, canvas.current);
    }
  }
  const described = [draft.error && errorId, props.describedBy].filter(Boolean).join(' ');
  const shared = {
    className: [styles.input, props.className].filter(Boolean).join(' '),
    'aria-label': props.label,
    'aria-invalid': draft.error !== undefined,
    ...(described && { 'aria-describedby': described }),
    'data-field': props.field,
    'data-untouched': !draft.dirty || undefined,
    placeholder,
    readOnly,
    spellCheck: false,
    autoComplete: 'off',
    onKeyDown,
    onBlur: draft.commit,
  };
  return (
    <>
      {props.multiline ? (
        <textarea {...shared} value={draft.text} rows={1} onChange={(event) => draft.type(event.target.value)} />
      ) : masked ? (
        <SecretInput {...shared} value={draft.text} onChange={draft.type} />
      ) : (
        <input
          {...shared}
          value={draft.text}
          list={props.list}
          type="text"
          inputMode={props.numeric ? 'decimal' : undefined}
          onChange={(event) => draft.type(event.target.value)}
        />
      )}
      {draft.error !== undefined && (
        <p id={errorId} className={styles.error} role="alert">
          {draft.error}
        </p>
      )}
    </>
  );
}
