import { Check, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { SaveState as State } from '../../app/files/autosave.ts';
import { explainFailure, nameFailure } from '../../app/files/save-text.ts';
import { useStudio } from '../context/studio-context.tsx';
import { Menu } from '../widgets/Menu.tsx';
import { Tooltip } from '../widgets/Tooltip.tsx';
import { commandEntries } from '../context/command-entries.ts';
import styles from './Header.module.css';
import { useSaveState, useWorkbench } from '../context/workbench-context.tsx';

/** How it stands with saving: always in sight, a word and a sign; what is wrong is also said aloud. */
export function SaveState() {
  const state = useSaveState();
  const isWrong = state.status === 'failed' || state.status === 'unkept';
  return (
    <>
      {isWrong ? <Unsaved state={state} /> : <Saved status={state.status} />}
      <div className="visually-hidden" role="status" aria-label="Saving">
        {isWrong ? describe(state) : ''}
      </div>
    </>
  );
}

function Saved({ status }: { readonly status: 'saved' | 'saving' }) {
  const [Icon, word, hint] =
    status === 'saved'
      ? ([Check, 'Saved', 'Kept in this browser, with each change.'] as const)
      : ([LoaderCircle, 'Saving…', 'The last change is being saved in this browser.'] as const);
  return (
    <Tooltip text={hint}>
      {/* Reachable, because where it is saved stands in the hint. */}
      <button type="button" className={styles.save} data-status={status} aria-label={`${word}. ${hint}`}>
        <Icon aria-hidden />
        <span>{word}</span>
      </button>
    </Tooltip>
  );
}

type Wrong = Extract<State, { readonly status: 'failed' | 'unkept' }>;

const titleOf = ({ status, failure }: Wrong) =>
  `${status === 'failed' ? 'Not saved' : 'Not kept'}: ${nameFailure(failure)}`;

const describe = (state: Wrong) => `${titleOf(state)}. ${explainFailure(state.failure)}`;

/** What is wrong, and what can be done about it. */
function Unsaved({ state }: { readonly state: Wrong }) {
  const { commands } = useStudio();
  const { autosave } = useWorkbench();
  const retry = { title: 'Try again now', run: () => autosave.retry() };
  return (
    <Tooltip text={explainFailure(state.failure)}>
      <span>
        <Menu
          trigger={
            <button type="button" className={styles.save} data-status={state.status} aria-label={describe(state)}>
              <TriangleAlert aria-hidden />
              <span>{titleOf(state)}</span>
            </button>
          }
          entries={() => [...commandEntries(commands, ['file.export']), ...(state.status === 'failed' ? [retry] : [])]}
        />
      </span>
    </Tooltip>
  );
}
