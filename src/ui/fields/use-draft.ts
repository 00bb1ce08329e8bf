import { useEffect, useEffectEvent, useState } from 'react';
import { shownText } from '../../model/visible-text.ts';
import { useStudio } from '../context/studio-context.tsx';
import { commitDraft, type Draft, liveDraft, type Reading, typeDraft } from '../drafts/draft.ts';

export interface DraftField {
  readonly text: string;
  readonly error: string | undefined;
  /** Whether something is typed that is not taken yet. */
  readonly dirty: boolean;
  readonly type: (text: string) => void;
  readonly commit: () => unknown;
  readonly revert: () => void;
}

/**
 * A text field's typed-in text, apart from the value it stands for. What is typed is taken on {@link DraftField.commit},
 * before a command runs, and when the field goes away; what can't be read stays in the field, never in the document, and
 * is told when the field goes.
 * @param current the text that stands for the present value.
 * @param label what the field is called.
 * @param secret its text is not told.
 */
export function useDraft<T>(
  current: string,
  read: (text: string) => Reading<T>,
  take: (value: T) => void,
  { label, secret = false }: { readonly label: string; readonly secret?: boolean },
): DraftField {
  const { document, drafts, notices } = useStudio();
  const [draft, setDraft] = useState<Draft>();
  const [opened] = useState(() => document.getState().opened);
  const live = liveDraft(draft, current);

  function commit() {
    const result = commitDraft(draft, current, read);
    setDraft(result.draft);
    if (result.taken) take(result.taken.value);
    return result.draft;
  }
  // Selecting something else takes the field away before it loses the focus. Another experiment is none of its business.
  const leave = useEffectEvent(() => {
    if (!live) return;
    const refused = document.getState().opened === opened ? commit() : commitDraft(live, current, read).draft;
    if (refused?.error === undefined) return;
    const told = `'${shownText(refused.text)}' was not taken. ${refused.error}`;
    notices.say(`${label}: ${secret ? 'what you typed was not taken.' : told}`, { kind: 'problem' });
  });
  useEffect(() => () => leave(), []);
  const takeTyped = useEffectEvent(() => void (live && commit()));
  useEffect(() => drafts.add(() => takeTyped()), [drafts]);

  return {
    text: live?.text ?? current,
    error: live?.error,
    dirty: live !== undefined,
    type: (text) => setDraft(typeDraft(draft, current, text, read)),
    commit,
    revert: () => setDraft(undefined),
  };
}
