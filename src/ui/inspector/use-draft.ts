import { useEffect, useEffectEvent, useState } from 'react';
import { useStudio } from '../studio-context.tsx';
import { commitDraft, type Draft, liveDraft, type Reading, typeDraft } from './draft.ts';

export interface DraftField {
  readonly text: string;
  readonly error: string | undefined;
  /** Whether something is typed that is not taken yet. */
  readonly dirty: boolean;
  readonly type: (text: string) => void;
  readonly commit: () => void;
  readonly revert: () => void;
}

/**
 * A text field's typed-in text, apart from the value it stands for. What is typed is taken on {@link DraftField.commit}
 * and when the field goes away; what can't be read stays in the field, never in the document.
 * @param current the text that stands for the present value.
 */
export function useDraft<T>(current: string, read: (text: string) => Reading<T>, take: (value: T) => void): DraftField {
  const { document } = useStudio();
  const [draft, setDraft] = useState<Draft>();
  const [opened] = useState(() => document.getState().opened);
  const live = liveDraft(draft, current);

  function commit() {
    const result = commitDraft(draft, current, read);
    setDraft(result.draft);
    if (result.taken) take(result.taken.value);
  }
  // Selecting something else takes the field away before it loses the focus. Another experiment is none of its business.
  const leave = useEffectEvent(() => {
    if (live && document.getState().opened === opened) commit();
  });
  useEffect(() => () => leave(), []);

  return {
    text: live?.text ?? current,
    error: live?.error,
    dirty: live !== undefined,
    type: (text) => setDraft(typeDraft(draft, current, text, read)),
    commit,
    revert: () => setDraft(undefined),
  };
}
