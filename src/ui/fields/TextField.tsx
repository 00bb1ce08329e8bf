import { type ClipboardEvent, type KeyboardEvent, type Ref, useEffect, useEffectEvent, useState } from 'react';
import { useStudio } from '../context/studio-context.tsx';
import { pasteInOneLine } from '../text-editor/paste-lines.ts';
import { Field, type FieldProps } from '../widgets/Field.tsx';
import styles from '../widgets/Field.module.css';
import { SecretInput } from '../widgets/SecretInput.tsx';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  /** With each key: for what filters or searches. */
  readonly onChange?: (value: string) => void;
  /** On Enter and on leaving, when the text is another: for what changes the document. Escape takes the text back. */
  readonly onCommit?: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly mono?: boolean | undefined;
  readonly lines?: number | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'search';
  readonly type?: 'text' | 'password' | 'search';
  readonly autoFocus?: boolean | undefined;
  /** Its text is selected when it gets the focus: what is typed then takes its place. */
  readonly selects?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A line of text, or several. What is being typed is the field's own until it is committed. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onCommit, placeholder, disabled, mono, lines, inputMode, type, ref } = props;
  const { drafts, notices } = useStudio();
  const [draft, setDraft] = useState<string>();
  const text = onChange ? value : (draft ?? value);

  const change = (next: string) => (onChange ? onChange(next) : setDraft(next));
  const commit = () => {
    if (draft !== undefined && draft !== value) onCommit?.(draft);
    setDraft(undefined);
  };
  const takeTyped = useEffectEvent(commit);
  useEffect(() => drafts.add(() => takeTyped()), [drafts]);
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) commit();
    else if (event.key === 'Escape' && draft !== undefined && draft !== value) {
      setDraft(undefined);
      event.stopPropagation();
    }
  };

  return (
    <Field {...props}>
      {(control) => {
        const shared = {
          ...control,
          className: styles.input,
          value: text,
          placeholder,
          disabled,
          'data-mono': mono || undefined,
          spellCheck: false,
          autoComplete: 'off',
          onChange: (event: { target: { value: string } }) => change(event.target.value),
          onFocus: ({ target }: { target: HTMLInputElement | HTMLTextAreaElement }) => {
            if (props.selects) target.select();
          },
          onPaste: (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
            const pasted = lines || type ? undefined : pasteInOneLine(event, props.label);
            if (!pasted) return;
            change(pasted.text);
            notices.say(pasted.told);
          },
          onBlur: commit,
          onKeyDown: keyDown,
        };
        if (lines) return <textarea {...shared} rows={lines} />;
        return type === 'password' ? (
          <SecretInput {...shared} ref={ref} onChange={change} />
        ) : (
          // A field that appears because it was asked for (rename, find) may take the focus.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          <input {...shared} ref={ref} type={type ?? 'text'} inputMode={inputMode} autoFocus={props.autoFocus} />
        );
      }}
    </Field>
  );
}
