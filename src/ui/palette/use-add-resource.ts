import { useCallback } from 'react';
import { placeField } from '../../app/view-store.ts';
import { placeIn } from '../../model/place.ts';
import { useStudio } from '../studio-context.tsx';
import { addResourceEdit } from './add-resource.ts';
import { freePlace } from './free-place.ts';

/** Adds a resource of a type where one is looking, beside what is there, and selects it. */
export function useAddResource(): (rtype: string) => void {
  const studio = useStudio();
  return useCallback(
    (rtype) => {
      const { document, view, canvas } = studio;
      const { experiment } = document.getState();
      const field = placeField(view.getState().reading);
      const shown = experiment.resources.map((resource) => ({ position: placeIn(resource, field) }));
      const place = freePlace(shown, canvas.current?.centre());
      const { edit, guid } = addResourceEdit(experiment, rtype, place, field);
      if (document.getState().apply(edit)) view.getState().select({ guids: new Set([guid]) });
    },
    [studio],
  );
}
