// Short cuts of the pointer. All that they do can be done without them, too.
import { selectionOf } from '../scene/edge-models.ts';
import { drawWire } from './draw-wire.ts';
import type { Bench, Gesture, Pointing } from '../view/gesture.ts';

/** The gesture of pressing on a card or an edge, with what Shift and Alt make of it. */
export function withAccelerators(bench: Bench, start: Pointing, gesture: Gesture): Gesture {
  if (start.free) return deleteByClick(bench, start, gesture);
  if (start.linking) return linkByDrag(bench, start, gesture);
  return gesture;
}

/** With Alt, a click deletes what it meets; a drag still is one, that doesn't snap. */
function deleteByClick({ studio, scene }: Bench, { hit }: Pointing, gesture: Gesture): Gesture {
  function selectHit(): boolean {
    const view = studio.view.getState();
    const { folds, edges } = scene();
    if (hit.kind === 'card') {
      view.select({ guids: new Set(folds.guidsOf(hit.guid)) });
      return true;
    }
    const model = hit.kind === 'edge' && edges.find(({ id }) => id === hit.id);
    if (model) view.select(selectionOf(model));
    return Boolean(model);
  }
  return {
    ...gesture,
    click(at) {
      if (!selectHit()) return gesture.click(at);
      studio.commands.run('edit.delete');
      return undefined;
    },
  };
}

/** With Shift, a drag from a card connects it; a click still adds it to what is selected. */
function linkByDrag(bench: Bench, { hit, point }: Pointing, gesture: Gesture): Gesture {
  if (hit.kind !== 'card') return gesture;
  let wire: Gesture | undefined;
  return {
    pansAtBorder: true,
    move: (at) => (wire ??= drawWire(bench, 'connection', hit.guid, point)).move(at),
    drop: (at) => wire?.drop(at),
    click: gesture.click,
    cancel: () => wire?.cancel(),
  };
}
