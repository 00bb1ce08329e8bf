import { selectionOf } from '../scene/edge-models.ts';
import { boxSelect } from './box-select.ts';
import type { Bench, Gesture, Pointing } from '../view/gesture.ts';

/**
 * Pressing on an edge: a click selects it; with Shift or Ctrl it is added, or taken out. A drag is one on the ground: an
 * edge is not moved by itself.
 */
export function selectEdge(bench: Bench, id: string, start: Pointing): Gesture {
  return {
    ...boxSelect(bench, start),
    click({ adding }) {
      const model = bench.scene().edges.find((edge) => edge.id === id);
      const view = bench.studio.view.getState();
      if (!model) return undefined;
      if (!adding) view.select(selectionOf(model));
      else if (model.kind === 'connection') {
        const connections = toggled(view.selection.connections, model.merged ?? [model.key]);
        view.select({ ...view.selection, connections });
      } else {
        const conditions = toggled(view.selection.conditions, model.merged ?? [model.index]);
        view.select({ ...view.selection, conditions });
      }
      return undefined;
    },
  };
}

/** The set with all of the items, or with none when it had all. */
function toggled<T>(set: ReadonlySet<T>, items: readonly T[]): ReadonlySet<T> {
  const next = new Set(set);
  const gone = items.every((item) => next.has(item));
  for (const item of items) {
    if (gone) next.delete(item);
    else next.add(item);
  }
  return next;
}
