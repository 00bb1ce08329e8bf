import { Component, type ErrorInfo, type ReactNode } from 'react';
import type { Workbench } from '../../app/workbench.ts';
import { Button } from '../widgets/Button.tsx';
import { EmptyState } from '../widgets/EmptyState.tsx';
import styles from './App.module.css';

/** What is shown when the page itself breaks: the experiment is in its store, not in the page. */
export class Failsafe extends Component<
  { readonly workbench: Workbench; readonly children: ReactNode },
  { readonly message: string | undefined }
> {
  override state: { readonly message: string | undefined } = { message: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error('the page broke', error, info.componentStack);
  }

  override render() {
    const { workbench, children } = this.props;
    if (this.state.message === undefined) return children;
    const { files, autosave } = workbench;
    const isSaved = autosave.state.getState().status === 'saved';
    return (
      <main className={styles.broken}>
        <EmptyState
          title="NEPI Studio stopped working"
          actions={
            <>
              {files.holdsSecrets() && (
                <Button onClick={() => files.exportJson('left out')}>Export JSON without passwords</Button>
              )}
              <Button onClick={() => files.exportJson('included')}>Export JSON</Button>
              <Button onClick={() => location.assign('?empty')}>Start with an empty experiment</Button>
              <Button variant="primary" onClick={() => location.reload()}>
                Reload
              </Button>
            </>
          }
        >
          <p>
            {isSaved
              ? 'Your experiment is safe: it is saved in this browser, and you can export it. Reloading shows it again.'
              : 'The last changes are not saved in this browser: export the experiment before you reload.'}
          </p>
          <p>What went wrong: {this.state.message}</p>
        </EmptyState>
      </main>
    );
  }
}
