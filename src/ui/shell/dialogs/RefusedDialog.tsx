import { useStore } from 'zustand';
import { Button } from '../../widgets/Button.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { useStudio } from '../../context/studio-context.tsx';
import { useWorkbench } from '../../context/workbench-context.tsx';
import styles from './Dialogs.module.css';
import { shownSentence, shownText } from '../../../model/visible-text.ts';

/** Why a file was not opened, place by place. */
export function RefusedDialog({ onClose }: { readonly onClose: () => void }) {
  const { files } = useWorkbench();
  const { commands } = useStudio();
  const refused = useStore(files.refused);
  if (!refused) return null;
  const { name, problems } = refused;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`'${name}' can't be opened`}
      description="Nothing was changed: the experiment you had open is still there."
      footer={
        <>
          <Button
            onClick={() => {
              onClose();
              commands.run('file.open');
            }}
          >
            Open another file
          </Button>
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <ul className={styles.problems}>
        {problems.map(({ path, line, column, message }) => (
          <li key={`${path} ${line} ${message}`}>
            {(path || line) && (
              <span className={styles.place}>
                {[line && `line ${line}${column ? `, column ${column}` : ''}`, shownText(path)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            )}
            {shownSentence(message)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
