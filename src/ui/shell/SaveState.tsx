import { Check, CircleDashed, LoaderCircle, TriangleAlert } from 'lucide-react';
import { Tooltip } from '../widgets/Tooltip.tsx';
import styles from './Header.module.css';
import { useSaveState } from './workbench-context.tsx';

const SIGNS = {
  saved: [Check, 'Saved', 'Saved in this browser, after each change.'],
  saving: [LoaderCircle, 'Saving', 'Being saved in this browser.'],
  unsaved: [CircleDashed, 'Unsaved', 'Changed just now; about to be saved in this browser.'],
  failed: [TriangleAlert, 'Not saved', ''],
} as const;

/** How it stands with saving: always in sight, a word and a sign. */
export function SaveState() {
  const { status, problem } = useSaveState();
  const [Icon, word, hint] = SIGNS[status];
  return (
    <Tooltip text={problem ?? hint}>
      {/* Reachable, because what failed and what to do stands in the hint. */}
      <button type="button" className={styles.save} data-status={status} aria-label={`${word}. ${problem ?? hint}`}>
        <Icon aria-hidden />
        <span>{word}</span>
      </button>
    </Tooltip>
  );
}
