import { use, useState, Suspense } from 'react';
import type { Example } from '../../../app/files/examples.ts';
import { Dialog } from '../../widgets/Dialog.tsx';
import { EmptyState } from '../../widgets/EmptyState.tsx';
import { useWorkbench } from '../../context/workbench-context.tsx';
import styles from './Dialogs.module.css';

/** The experiments that come along, as cards. What is open stays among the recent documents. */
export function ExamplesDialog({ onClose }: { readonly onClose: () => void }) {
  const { examples } = useWorkbench();
  const [list] = useState(() =>
    examples.list().then(
      (found): readonly Example[] | string => found,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    ),
  );
  return (
    <Dialog open onClose={onClose} title="Examples" description="Each opens as a copy of your own." size="l">
      <Suspense fallback={<div className={styles.waiting} />}>
        <Cards list={list} onClose={onClose} />
      </Suspense>
    </Dialog>
  );
}

function Cards(props: { readonly list: Promise<readonly Example[] | string>; readonly onClose: () => void }) {
  const { examples, studio } = useWorkbench();
  const list = use(props.list);
  if (typeof list === 'string') {
    return (
      <EmptyState title="The examples could not be loaded">
        <p>{list} Check the connection and try again.</p>
      </EmptyState>
    );
  }
  const open = (example: Example) => {
    props.onClose();
    examples.open(example).catch((error: unknown) => {
      studio.notices.say(error instanceof Error ? error.message : String(error), { kind: 'problem' });
    });
  };
  return (
    <ul className={styles.cards}>
      {list.map((example) => (
        <li key={example.file}>
          <button type="button" className={styles.card} onClick={() => open(example)}>
            <strong>{example.title}</strong>
            <span>{example.summary}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
