import { useEffect } from 'react';
import { useDocument } from '../studio-context.tsx';

/** The tab says which experiment it has. */
export function useDocumentTitle(): void {
  const id = useDocument((state) => state.experiment.id);
  useEffect(() => {
    document.title = `${id} – NEPI Studio`;
  }, [id]);
}
