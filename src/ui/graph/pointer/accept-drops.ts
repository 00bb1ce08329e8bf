import { RTYPE_DRAG } from '../../types/drag-image.ts';
import { addEdit } from '../placing/add-edit.ts';
import { surroundingsOf } from '../placing/surroundings.ts';
import { placeAround } from '../scene/card-size.ts';
import type { Bench } from '../view/gesture.ts';

/** Lets types be dropped from the palette; shows where they would land. Returns what ends that. */
export function acceptDrops(bench: Bench): () => void {
  const { root, studio, graph, viewport, scene } = bench;
  const snaps = (event: DragEvent) => studio.view.getState().snap && !event.altKey;
  const isType = (event: DragEvent) =>
    !studio.lock.isLocked() && (event.dataTransfer?.types.includes(RTYPE_DRAG) ?? false);
  const at = ({ clientX, clientY }: DragEvent) => viewport.toCanvas({ x: clientX, y: clientY });
  const show = (event: DragEvent | undefined) =>
    graph.getState().set({ landing: event && placeAround(at(event), snaps(event)) });

  function onDragOver(event: DragEvent) {
    if (!isType(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    show(event);
  }
  function onDrop(event: DragEvent) {
    const rtype = event.dataTransfer?.getData(RTYPE_DRAG);
    show(undefined);
    if (!rtype || !isType(event)) return;
    event.preventDefault();
    const { edit, guid } = addEdit(scene().experiment, rtype, at(event), {
      snap: snaps(event),
      shown: scene().field,
      surroundings: surroundingsOf(bench),
    });
    if (!studio.document.getState().apply(edit)) return;
    studio.view.getState().select({ guids: new Set([guid]) });
    root.focus({ preventScroll: true });
  }

  const listening = new AbortController();
  const { signal } = listening;
  root.addEventListener('dragover', onDragOver, { signal });
  root.addEventListener('drop', onDrop, { signal });
  root.addEventListener('dragleave', (event) => !root.contains(event.relatedTarget as Node | null) && show(undefined), {
    signal,
  });
  return () => listening.abort();
}
