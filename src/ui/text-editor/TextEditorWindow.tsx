import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { onMac, printKeys } from '../../app/stores/keymap.ts';
import type { Reading } from '../drafts/draft.ts';
import { useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { Dialog } from '../widgets/Dialog.tsx';
import { Checkbox } from '../widgets/Switch.tsx';
import type { CodeArea } from './code-area.ts';
import styles from './TextEditor.module.css';

export interface TextEditorWindowProps<T> {
  /** What the text is: the name of its field. */
  readonly label: string;
  /** The text that stands for the present value. */
  readonly current: string;
  /** What is typed of it already, and not taken yet. */
  readonly typed: string;
  readonly readOnly: boolean;
  readonly read: (text: string) => Reading<T>;
  readonly take: (value: T) => void;
  readonly onClose: () => void;
}

/**
 * A window for a text of many lines. Ctrl+Enter takes it; Escape closes the window, and asks first when something was
 * typed. A text that can't be read stays there, with the reason.
 */
export function TextEditorWindow<T>(props: TextEditorWindowProps<T>) {
  const { label, current, readOnly, onClose } = props;
  const { drafts } = useStudio();
  const place = useRef<HTMLDivElement>(null);
  const area = useRef<CodeArea>(undefined);
  const help = useId();
  const [wrap, setWrap] = useState(true);
  const [error, setError] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);

  /** Takes what is typed. @returns whether there is nothing left to take. */
  function take(): boolean {
    const text = area.current?.text() ?? props.typed;
    if (readOnly || text === current) return true;
    const reading = props.read(text);
    setError('error' in reading ? reading.error : undefined);
    if ('error' in reading) return false;
    props.take(reading.value);
    return true;
  }
  const takeTyped = useEffectEvent(() => void take());
  const finish = () => void (take() && onClose());
  const finishByKey = useEffectEvent(finish);
  const cancel = () => {
    const isChanged = !readOnly && (area.current?.text() ?? props.typed) !== current;
    if (!isChanged) return onClose();
    // Escape once more goes back to the text.
    if (asking) area.current?.focus();
    setAsking(!asking);
  };

  useEffect(() => drafts.add(() => takeTyped()), [drafts]);
  const create = useEffectEvent((module: typeof import('./code-area.ts')) => {
    const { typed } = props;
    area.current = module.createCodeArea(place.current!, {
      ...{ text: typed, label, describedBy: help, readOnly, wrap },
      onCommit: finishByKey,
    });
    area.current.focus();
  });
  useEffect(() => {
    let isGone = false;
    import('./code-area.ts').then(
      (module) => isGone || create(module),
      () => isGone || setFailed(true),
    );
    return () => {
      isGone = true;
      area.current?.destroy();
    };
  }, []);
  useEffect(() => area.current?.setWrap(wrap), [wrap]);

  return (
    <Dialog
      open
      onClose={cancel}
      title={label}
      size="l"
      footer={
        asking ? (
          <div className={styles.question} role="alertdialog" aria-label="Discard what you typed?">
            <span>Discard what you typed?</span>
            <Button
              ref={(button) => button?.focus()}
              onClick={() => {
                setAsking(false);
                area.current?.focus();
              }}
            >
              Keep editing
            </Button>
            <Button variant="danger" onClick={onClose}>
              Discard
            </Button>
          </div>
        ) : (
          <>
            <span className={styles.wrap}>
              <Checkbox label="Wrap lines" checked={wrap} onChange={setWrap} />
            </span>
            <Button onClick={cancel}>{readOnly ? 'Close' : 'Cancel'}</Button>
            {!readOnly && (
              <Button variant="primary" onClick={finish}>
                Done
              </Button>
            )}
          </>
        )
      }
    >
      <p id={help} className={styles.help}>
        {readOnly
          ? 'This text can’t be changed now. Tab leaves it.'
          : `Tab indents; Escape, then Tab, leaves the text. ${printKeys('Mod+Enter', onMac())} takes it, Escape cancels.`}
      </p>
      <div ref={place} className={styles.editor} data-text-editor />
      {failed && (
        <p className={styles.error} role="alert">
          The editor could not be loaded. Check the connection to the studio and open it again.
        </p>
      )}
      {error !== undefined && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </Dialog>
  );
}
