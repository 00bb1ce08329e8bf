import type { ClipboardEvent, KeyboardEvent } from 'react';
import { shownText } from '../../model/visible-text.ts';
import { useDraft } from '../fields/use-draft.ts';
import { useDocument, useSimulating, useStudio } from '../context/studio-context.tsx';
import { leaveField } from '../focus/workplace.ts';
import { isTooLong } from '../text-editor/LongText.tsx';
import { pasteInOneLine } from '../text-editor/paste-lines.ts';
import styles from './Header.module.css';

/** The experiment's id, to be changed in place; emptied, it stays what it was. */
export function ExperimentName() {
  const { document, canvas, notices } = useStudio();
  const id = useDocument((state) => state.experiment.id);
  const locked = useSimulating();
  const draft = useDraft(
    id,
    (text) => ({ value: text.trim() || id }),
    (next) => next !== id && document.getState().apply({ kind: 'set-id', id: next }),
    { label: 'Experiment name' },
  );

  const isLong = isTooLong(draft.text, false);
  const shown = isLong ? shownText(draft.text) : draft.text;
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = locked ? undefined : pasteInOneLine(event, 'Experiment name');
    if (!pasted) return;
    draft.type(pasted.text);
    notices.say(pasted.told);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && draft.dirty) draft.revert();
    // Leaving it takes what was typed.
    else if (event.key === 'Enter' || event.key === 'Escape') leaveField(event.currentTarget, canvas.current);
  };
  return (
    <span className={styles.name} data-text={shown}>
      <input
        aria-label="Experiment name"
        value={shown}
        title={isLong ? 'Too long for this line: change it in the inspector' : undefined}
        readOnly={locked || isLong}
        size={1}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => draft.type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onPaste={paste}
        onBlur={draft.commit}
        onKeyDown={keyDown}
      />
    </span>
  );
}
