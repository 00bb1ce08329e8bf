import { FileInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStudio } from '../studio-context.tsx';
import styles from './FileDrop.module.css';
import { useWorkbench } from './workbench-context.tsx';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** A file dropped anywhere on the page is opened; what is dragged within the page is not ours. */
export function FileDrop() {
  const { files } = useWorkbench();
  const { notices } = useStudio();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const dragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const dragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      file.text().then(
        (text) => files.openText(text, file.name),
        () => notices.say(`'${file.name}' can't be read.`, { kind: 'problem' }),
      );
    };
    window.addEventListener('dragover', dragOver, { signal });
    window.addEventListener('dragleave', dragLeave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [files, notices]);

  return over ? (
    <div className={styles.drop} aria-hidden>
      <p>
        <FileInput />
        Drop the file to open it
      </p>
    </div>
  ) : null;
}
