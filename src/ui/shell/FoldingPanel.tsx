import { type ReactNode, useEffect, useState } from 'react';
import { Panel, usePanelRef } from 'react-resizable-panels';
import type { Panel as PanelName } from '../../app/stores/view-store.ts';
import { useStudio, useView } from '../context/studio-context.tsx';
import { recallSize, rememberSize } from './layout-memory.ts';

/** A panel that folds away: by its command, or by dragging its edge all the way. The view store knows which. */
export function FoldingPanel(props: {
  readonly name: PanelName;
  /** Sizes in px. */
  readonly defaultSize: number;
  readonly minSize: number;
  readonly maxSize: number | string;
  readonly children: ReactNode;
}) {
  const { name, defaultSize } = props;
  const { view } = useStudio();
  const folded = useView((state) => state.folded.has(name));
  const [initialSize] = useState(() => (folded ? 0 : (recallSize(name) ?? defaultSize)));
  const panel = usePanelRef();

  useEffect(() => {
    const handle = panel.current;
    if (!handle || handle.isCollapsed() === folded) return;
    if (folded) handle.collapse();
    else handle.resize(recallSize(name) ?? defaultSize);
  }, [folded, panel, name, defaultSize]);

  return (
    <Panel
      id={name}
      panelRef={panel}
      collapsible
      collapsedSize={0}
      defaultSize={initialSize}
      minSize={props.minSize}
      maxSize={props.maxSize}
      groupResizeBehavior="preserve-pixel-size"
      onResize={({ inPixels }, _id, before) => {
        // The first call just tells the size at the start.
        if (!before) return;
        if (inPixels > 0) rememberSize(name, inPixels);
        if ((inPixels === 0) !== view.getState().folded.has(name)) view.getState().fold(name, inPixels === 0);
      }}
    >
      {/* What is folded away must not be reached by Tab either. */}
      {!folded && props.children}
    </Panel>
  );
}
