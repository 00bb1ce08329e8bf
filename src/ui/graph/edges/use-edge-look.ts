import { useView } from '../../context/studio-context.tsx';
import { useGraph } from '../view/graph-store.ts';
import { type EdgeModel, endsOf } from '../scene/edge-models.ts';

/** How an edge looks at the moment, as data attributes. */
export function useEdgeLook(model: EdgeModel): Readonly<Record<string, boolean | undefined>> {
  const hovered = useGraph((state) => state.hoveredEdge === model.id);
  const [selected, near] = useView(({ selection }) => {
    const ends = model.folded ?? endsOf(model);
    return [
      model.kind === 'connection'
        ? (model.merged ?? [model.key]).some((key) => selection.connections.has(key))
        : (model.merged ?? [model.index]).some((index) => selection.conditions.has(index)),
      selection.guids.size > 0 && ends.some((guid) => selection.guids.has(guid)),
    ];
  });
  return {
    'data-hovered': hovered || undefined,
    'data-selected': selected || undefined,
    'data-near': near || undefined,
  };
}
