import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useDocument, useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { EmptyState } from '../widgets/EmptyState.tsx';
import styles from './Part.module.css';

interface PartProps {
  /** What the panel is called on screen. */
  readonly name: string;
  readonly children: ReactNode;
}

/**
 * A panel that can break without taking the others along. It says so, and is drawn anew as soon as the experiment is
 * another one: by an edit, an undo, or because another document was opened.
 */
export function Part({ name, children }: PartProps) {
  const { commands } = useStudio();
  const experiment = useDocument((state) => state.experiment);
  return (
    <Boundary
      name={name}
      shows={experiment}
      onUndo={() => commands.run('edit.undo')}
      onExport={() => commands.run('file.export')}
    >
      {children}
    </Boundary>
  );
}

interface BoundaryProps extends PartProps {
  /** While this is the same, a panel that broke would break again. */
  readonly shows: unknown;
  readonly onUndo: () => void;
  readonly onExport: () => void;
}

interface BoundaryState {
  readonly broken: { readonly error: unknown; readonly stack?: string } | undefined;
  readonly shows: unknown;
}

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { broken: undefined, shows: this.props.shows };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { broken: { error } };
  }

  static getDerivedStateFromProps({ shows }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return shows === state.shows ? null : { broken: undefined, shows };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo) {
    console.error(`${this.props.name} broke`, error, componentStack);
    this.setState({ broken: { error, ...(componentStack && { stack: componentStack }) } });
  }

  override render() {
    const { name, children, onUndo, onExport } = this.props;
    const { broken } = this.state;
    if (!broken) return children;
    return (
      <EmptyState
        title={`The panel ${name} can’t show this experiment`}
        actions={
          <>
            <Button onClick={onUndo}>Undo the last change</Button>
            <Button onClick={onExport}>Export JSON</Button>
            <Button variant="primary" onClick={() => this.setState({ broken: undefined })}>
              Try again
            </Button>
          </>
        }
      >
        <p>
          This is a fault of the studio, not yours. Your experiment is safe and the other panels still work. If this
          came with your last change, undo it.
        </p>
        <details className={styles.details}>
          <summary>Details for a bug report</summary>
          <pre>{describe(broken)}</pre>
        </details>
      </EmptyState>
    );
  }
}

function describe({ error, stack = '' }: NonNullable<BoundaryState['broken']>): string {
  const text = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  return `${text}\n${stack}`.trim();
}
