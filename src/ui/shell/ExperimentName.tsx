import type { KeyboardEvent } from 'react';
import { useDraft } from '../fields/use-draft.ts';
import { useDocument, useSimulating, useStudio } from '../context/studio-context.tsx';
import { leaveField } from '../focus/workplace.ts';
import styles from './Header.module.css';

/** The experiment's id, to be changed in place; emptied, it stays what it was. */
export function ExperimentName() {
  const { document, canvas } = useStudio();
  const id = useDocument((state) => state.experiment.id);
  const locked = useSimulating();
  const draft = useDraft(
    id,
    (text) => ({ value: text.trim() || id }),
    (next) => next !== id && document.getState().apply({ kind: 'set-id', id: next }),
    { label: 'Experiment name' },
  );

  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && draft.dirty) draft.revert();
    // Leaving it takes what was typed.
    else if (event.key === 'Enter' || event.key === 'Escape') leaveField(event.currentTarget, canvas.current);
  };
  return (
    <span className={styles.name} data-text={draft.text}>
      <input
        aria-label="Experiment name"
        value={draft.text}
        readOnly={locked}
        size={1}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => draft.type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={draft.commit}
        onKeyDown={keyDown}
      />
    </span>
  );
}
