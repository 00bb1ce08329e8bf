import { SquareArrowOutUpRight } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';
import { MASK } from '../../model/secret-attribute.ts';
import { cutText } from '../../model/visible-text.ts';
import { useStudio } from '../context/studio-context.tsx';
import { useLocked } from '../widgets/locked-context.ts';
import { leaveField } from '../focus/workplace.ts';
import type { Reading } from '../drafts/draft.ts';
import styles from '../drafts/fields.module.css';
import { stepNumber } from './step-number.ts';
import { isTooLong, LongText } from '../text-editor/LongText.tsx';
import { pasteInOneLine, textAfterPaste } from '../text-editor/paste-lines.ts';
import editor from '../text-editor/TextEditor.module.css';
import { TextEditorWindow } from '../text-editor/TextEditorWindow.tsx';
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
  /** Grows with its text; Enter still takes it, Shift+Enter begins a line. Alt+Enter opens a window with an editor. */
  readonly multiline?: boolean;
  /** A command or code: letters of one width, and a button that opens the editor. */
  readonly code?: boolean;
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
  const { canvas, notices } = useStudio();
  /** The text with which the editor's window was opened, while it is. */
  const [opened, setOpened] = useState<string>();
  const locked = useLocked();
  const readOnly = props.readOnly || locked;

  function onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
    if (event.key === 'Enter' && event.altKey && props.multiline) {
      event.preventDefault();
      event.stopPropagation();
      setOpened(draft.text);
    } else if (event.key === 'Enter' && !event.shiftKey) {
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
  /** What a field can't hold goes to the editor's window; line breaks that are lost in a field of one line are told. */
  function onPaste(event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
    if (readOnly || masked) return;
    const { multiline = false } = props;
    const inOneLine = multiline ? undefined : pasteInOneLine(event, props.label);
    if (inOneLine) {
      draft.type(inOneLine.text);
      notices.say(inOneLine.told);
      return;
    }
    const after = textAfterPaste(event);
    if (!isTooLong(after, multiline)) return;
    event.preventDefault();
    setOpened(after);
  }
  const described = [draft.error && errorId, props.describedBy].filter(Boolean).join(' ');
  const shared = {
    className: [styles.input, props.className].filter(Boolean).join(' '),
    'aria-label': props.label,
    'aria-invalid': draft.error !== undefined,
    ...(described && { 'aria-describedby': described }),
    'data-field': props.field && cutText(props.field),
    'data-untouched': !draft.dirty || undefined,
    placeholder,
    readOnly,
    spellCheck: false,
    autoComplete: 'off',
    onKeyDown,
    onPaste,
    onBlur: draft.commit,
  };
  const isLong = !masked && isTooLong(draft.text, props.multiline ?? false);
  const open = () => setOpened(draft.text);
  return (
    <>
      {isLong ? (
        <LongText
          label={props.label}
          text={draft.text}
          field={shared['data-field']}
          describedBy={shared['aria-describedby']}
          invalid={draft.error !== undefined}
          onOpen={open}
        />
      ) : props.multiline ? (
        <span className={editor.field} data-code={props.code || undefined}>
          <textarea {...shared} value={draft.text} rows={1} onChange={(event) => draft.type(event.target.value)} />
          {props.code && (
            <button
              type="button"
              className={`${styles.iconButton} ${editor.open}`}
              aria-label={`Open ${props.label} in an editor`}
              title="Open in editor (Alt+Enter)"
              onClick={open}
            >
              <SquareArrowOutUpRight size={13} aria-hidden />
            </button>
          )}
        </span>
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
      {opened !== undefined && (
        <TextEditorWindow
          label={props.label}
          current={props.current}
          typed={opened}
          readOnly={readOnly}
          read={props.read}
          take={(value) => {
            draft.revert();
            props.take(value);
          }}
          onClose={() => setOpened(undefined)}
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
