import { Suspense, use, useState } from 'react';
import type { DocumentSummary } from '../../../storage/document-rows.ts';
import { countOf } from '../../text/count-text.ts';
import { Dialog } from '../../widgets/Dialog.tsx';
import { EmptyState } from '../../widgets/EmptyState.tsx';
import { useWorkbench } from '../../context/workbench-context.tsx';
import styles from './Dialogs.module.css';
import { shownText } from '../../../model/visible-text.ts';

/** The documents kept in this browser, the last one saved first. */
export function RecentDialog({ onClose }: { readonly onClose: () => void }) {
  const { files } = useWorkbench();
  const [list] = useState(() => files.recent().catch((): readonly DocumentSummary[] => []));
  return (
    <Dialog open onClose={onClose} title="Recent experiments" description="Kept in this browser.">
      <Suspense fallback={<div className={styles.waiting} />}>
        <Rows list={list} onClose={onClose} />
      </Suspense>
    </Dialog>
  );
}

function Rows(props: { readonly list: Promise<readonly DocumentSummary[]>; readonly onClose: () => void }) {
  const { files } = useWorkbench();
  const list = use(props.list);
  if (list.length === 0) {
    return (
      <EmptyState title="No other experiments yet">
        <p>When you open a file, an example or a new experiment, the one that was open is kept here.</p>
      </EmptyState>
    );
  }
  return (
    <ul className={styles.rows}>
      {list.map(({ key, name, resources, savedAt }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.row}
            onClick={() => {
              props.onClose();
              void files.openRecent(key);
            }}
          >
            <strong>{shownText(name)}</strong>
            <span>{countOf(resources, 'resource')}</span>
            <time dateTime={new Date(savedAt).toISOString()}>{printDate(savedAt)}</time>
          </button>
        </li>
      ))}
    </ul>
  );
}

const printDate = (time: number) =>
  new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
