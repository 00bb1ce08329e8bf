import { type KeyboardEvent, useState } from 'react';
import { useDocument, useSimulating, useStudio } from '../studio-context.tsx';
import styles from './Header.module.css';

/** The experiment's id, to be changed in place. */
export function ExperimentName() {
  const { document } = useStudio();
  const id = useDocument((state) => state.experiment.id);
  const [draft, setDraft] = useState<string>();
  const text = draft ?? id;
  const locked = useSimulating();

  const commit = () => {
    const next = draft?.trim();
    if (next) document.getState().apply({ kind: 'set-id', id: next });
    setDraft(undefined);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') setDraft(undefined);
    if (event.key === 'Enter') commit();
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <span className={styles.name} data-text={text}>
      <input
        aria-label="Experiment name"
        value={text}
        readOnly={locked}
        size={1}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={commit}
        onKeyDown={keyDown}
      />
    </span>
  );
}
