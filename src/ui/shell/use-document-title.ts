import { useEffect } from 'react';
import { useDocument } from '../context/studio-context.tsx';
import { shownText } from '../../model/visible-text.ts';

/** The tab says which experiment it has. */
export function useDocumentTitle(): void {
  const id = useDocument((state) => state.experiment.id);
  useEffect(() => {
    document.title = `${shownText(id)} – NEPI Studio`;
  }, [id]);
}
