import type { EdgeShape } from './shape-edges.ts';

/** Replaces shapes that came out as they were before by the former objects, so that their lines aren't drawn again. */
export function createShapeKeeper(): (shapes: readonly EdgeShape[]) => readonly EdgeShape[] {
  let last = new Map<string, { readonly print: string; readonly shape: EdgeShape }>();
  return (shapes) => {
    const next: typeof last = new Map();
    const kept = shapes.map((shape) => {
      const print = JSON.stringify([shape.curves, shape.label]);
      const known = last.get(shape.model.id);
      const same = known?.print === print && known.shape.model === shape.model ? known.shape : shape;
      next.set(shape.model.id, { print, shape: same });
      return same;
    });
    last = next;
    return kept;
  };
}
