import { shownText } from '../../model/visible-text.ts';
import { useLocked } from '../widgets/locked-context.ts';
import fields from '../drafts/fields.module.css';
import styles from './TextEditor.module.css';

/** A longer text is not laid out in a field: a page takes seconds for a line of a million characters. */
const MOST_IN_A_LINE = 2000;
/** Nor one in a field of several lines. */
const MOST_IN_LINES = 20_000;

/** Whether a field should show only the beginning of a text and leave the rest to the editor's window. */
export function isTooLong(text: string, multiline: boolean): boolean {
  return text.length > (multiline ? MOST_IN_LINES : MOST_IN_A_LINE) || (!multiline && /[\r\n]/.test(text));
}

/** Stands in a field's place where its text is too long for one: the beginning and the length. Opens the editor. */
export function LongText(props: {
  readonly label: string;
  readonly text: string;
  readonly field: string | undefined;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly onOpen: () => void;
}) {
  const { label, text, invalid } = props;
  const locked = useLocked();
  const length = `${text.length.toLocaleString('en-US')} characters`;
  return (
    <button
      type="button"
      className={`${fields.input} ${styles.long}`}
      aria-label={`${label}, ${length}: ${locked ? 'show' : 'edit'} in a window`}
      aria-describedby={props.describedBy}
      data-field={props.field}
      data-invalid={invalid || undefined}
      title={locked ? 'Show all of it' : 'Open in editor'}
      onClick={props.onOpen}
    >
      {`${length}: ${shownText(text, 60)}`}
    </button>
  );
}
