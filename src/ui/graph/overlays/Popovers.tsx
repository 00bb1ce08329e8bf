import { useEffect } from 'react';
import { useStudio, useView } from '../../context/studio-context.tsx';
import { useGraph, useGraphStore } from '../view/graph-store.ts';
import { AddPopover } from './AddPopover.tsx';
import { ConditionPopover } from './ConditionPopover.tsx';

/** The small window that is open on the canvas, if any. */
export function Popovers() {
  const popover = useGraph((state) => state.popover);
  useAddCommand();
  if (popover?.kind === 'condition') return <ConditionPopover popover={popover} />;
  if (popover?.kind === 'add') return <AddPopover popover={popover} />;
  return null;
}

/** The command "Add resource by name" is answered here, where the resource goes. */
function useAddCommand() {
  const { view, canvas } = useStudio();
  const graph = useGraphStore();
  const wanted = useView((state) => state.dialog === 'add-resource');
  useEffect(() => {
    if (!wanted) return;
    view.getState().set({ dialog: undefined });
    const at = canvas.current?.pointer?.() ?? canvas.current?.centre();
    if (at) graph.getState().set({ popover: { kind: 'add', at } });
  }, [wanted, view, canvas, graph]);
}
