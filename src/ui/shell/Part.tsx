import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../widgets/Button.tsx';
import { EmptyState } from '../widgets/EmptyState.tsx';

/** A part of the page that can break without taking the others along: says so, and can be tried again. */
export class Part extends Component<
  { readonly name: string; readonly children: ReactNode },
  { readonly error: Error | undefined }
> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(`${this.props.name} broke`, error, info.componentStack);
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EmptyState
        title={`${this.props.name} stopped working`}
        actions={<Button onClick={() => this.setState({ error: undefined })}>Try again</Button>}
      >
        <p>
          Your experiment is safe: the last change is saved, and Export JSON still works. What went wrong:{' '}
          {error.message}
        </p>
      </EmptyState>
    );
  }
}
