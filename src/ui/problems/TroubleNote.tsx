import type { CheckTrouble } from '../../app/stores/problem-store.ts';
import { useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import styles from './Problems.module.css';

/** Says that the experiment is not being checked, or is being checked once more, and why. */
export function TroubleNote({ trouble }: { readonly trouble: CheckTrouble }) {
  const { problems } = useStudio();
  const isStopped = trouble.kind === 'stopped';
  return (
    <div className={styles.trouble} role="status">
      <p>
        {trouble.message}{' '}
        {isStopped
          ? 'Checking stopped: problems may be missing here.'
          : 'Checking stopped for a moment and begins again.'}
      </p>
      {isStopped && <Button onClick={() => problems.getState().checkAgain()}>Check again</Button>}
    </div>
  );
}
