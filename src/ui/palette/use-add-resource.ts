import { useCallback } from 'react';
import { placeField } from '../../app/stores/view-store.ts';
import { placeIn } from '../../model/place.ts';
import { useStudio } from '../context/studio-context.tsx';
import { addResourceEdit } from './add-resource.ts';
import { freePlace } from '../graph/scene/free-place.ts';
import { aroundFor } from '../graph/placing/surroundings.ts';
import { placeAround } from '../graph/scene/card-size.ts';

/** Adds a resource of a type where one is looking, beside what is there, and selects it. */
export function useAddResource(): (rtype: string) => void {
  const studio = useStudio();
  return useCallback(
    (rtype) => {
      const { document, view, canvas } = studio;
      const { experiment } = document.getState();
      const field = placeField(view.getState().reading);
      const around = canvas.current?.surroundings();
      const cards = around?.cards ?? experiment.resources.map((resource) => ({ position: placeIn(resource, field) }));
      const wanted = canvas.current && placeAround(canvas.current.centre(), view.getState().snap);
      const place = freePlace(cards, wanted, undefined, around && aroundFor(around, undefined));
      const { edit, guid } = addResourceEdit(experiment, rtype, place, field);
      if (!document.getState().apply(edit)) return;
      view.getState().select({ guids: new Set([guid]) });
      canvas.current?.keepInSight(new Set([guid]));
    },
    [studio],
  );
}
