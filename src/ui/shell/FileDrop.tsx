import { FileInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import { visibleText } from '../../model/visible-text.ts';
import { useStudio } from '../context/studio-context.tsx';
import styles from './FileDrop.module.css';
import { useWorkbench } from '../context/workbench-context.tsx';

/** `'a.json' was`, `'a.json' and 2 more were`: the beginning of a sentence about files. */
function namesOf([first, ...others]: readonly File[]): string {
  const name = `'${visibleText(first?.name ?? '')}'`;
  return others.length === 0 ? `${name} was` : `${name} and ${others.length} more were`;
}

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
      void open([...(event.dataTransfer?.files ?? [])]);
    };
    /** Opens the first one; the others are told. */
    const open = async ([file, ...others]: readonly File[]) => {
      if (!file) return;
      const reading = files.reading.getState();
      if (reading) {
        const why = `'${visibleText(reading.name)}' is still being read`;
        notices.say(`${namesOf([file, ...others])} not opened: ${why}.`, { kind: 'problem' });
        return;
      }
      const isOpen = await files.openFile(file);
      if (others.length === 0) return;
      const opened = isOpen ? `'${visibleText(file.name)}' is open. ` : '';
      notices.say(`${opened}${namesOf(others)} not opened: one experiment is open at a time. Drop them one by one.`);
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
