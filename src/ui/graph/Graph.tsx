import { ReactFlowProvider } from '@xyflow/react';
import { useState } from 'react';
import { Canvas } from './Canvas.tsx';
import { createGraphStore, GraphContext } from './view/graph-store.ts';

/** The canvas: the experiment as a picture that one draws in. */
export function Graph() {
  const [store] = useState(createGraphStore);
  return (
    <ReactFlowProvider>
      <GraphContext value={store}>
        <Canvas />
      </GraphContext>
    </ReactFlowProvider>
  );
}
