import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../widgets/Button.tsx';
import styles from './ReadingStatus.module.css';
import { useWorkbench } from '../context/workbench-context.tsx';

/** Files that are opened faster come without a word, ms. */
const WORTH_A_WORD = 500;

/** How far a long file is read, once that takes a while; said aloud when it begins to show. */
export function ReadingStatus() {
  const reading = useStore(useWorkbench().files.reading);
  const [shown, setShown] = useState(false);
  const isReading = reading !== undefined;
  useEffect(() => {
    if (!isReading) return;
    const timer = setTimeout(() => setShown(true), WORTH_A_WORD);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [isReading]);
  const text = shown && reading ? `Reading ${reading.name}` : '';
  return (
    <>
      <div className="visually-hidden" role="status" aria-label="File">
        {text}
      </div>
      {shown && reading && (
        <div className={styles.card}>
          <div className={styles.words}>
            <span className={styles.text}>{text}</span>
            <progress className={styles.bar} aria-label={text} value={reading.done} />
          </div>
          <Button onClick={reading.cancel}>Cancel</Button>
        </div>
      )}
    </>
  );
}
