import { Lock } from 'lucide-react';
import { useSimulating, useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { Keys } from '../widgets/Keys.tsx';
import styles from './LockedNote.module.css';

/** Says why nothing can be changed here while a run is watched, and leads back to where it can. */
export function LockedNote() {
  const { commands } = useStudio();
  if (!useSimulating()) return null;
  return (
    <div className={styles.note}>
      <Lock size={13} aria-hidden />
      <span className={styles.text}>Locked while simulating.</span>
      <Button aria-label="Edit in Design" aria-keyshortcuts="T" onClick={() => commands.run('run.mode')}>
        Edit in Design <Keys keys="T" />
      </Button>
    </div>
  );
}
