// What the canvas is measured against: React Flow as its documentation shows it, with as many bare nodes (a label, a
// badge, two handles) and edges. `?nodes=2500`, `&visible` for onlyRenderVisibleElements.
import {
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { memo } from 'react';
import { createRoot } from 'react-dom/client';
import { gridExperiment } from '../../support/grid-experiment.ts';
import type { BenchPage } from './bench-page.ts';

type BareNode = Node<{ label: string; state: string }, 'bare'>;

const Bare = memo(function Bare({ data }: NodeProps<BareNode>) {
  return (
    <div style={{ width: 200, height: 72, border: '1px solid #ccc', borderRadius: 8, background: '#fff', padding: 8 }}>
      <Handle type="target" position={Position.Left} />
      <div>{data.label}</div>
      <small style={{ background: '#eee', borderRadius: 8, padding: '0 6px' }}>{data.state}</small>
      <Handle type="source" position={Position.Right} />
    </div>
  );
});
const nodeTypes = { bare: Bare };
const STATES = ['NEW', 'DISCOVERED', 'PROVISIONED', 'READY', 'STARTED'];

const wanted = new URLSearchParams(location.search);
const { resources, connections } = gridExperiment(Number(wanted.get('nodes')));
const initialNodes = resources.map(
  ({ guid, label, position }): BareNode => ({
    id: String(guid),
    type: 'bare',
    position: position!,
    data: { label: label!, state: 'NEW' },
  }),
);
const initialEdges = connections.map(([a, b]): Edge => ({ id: `${a}-${b}`, source: String(a), target: String(b) }));

let flow: ReactFlowInstance<BareNode> | undefined;

function App() {
  const [nodes, , onNodesChange] = useNodesState(initialNodes);
  const [edges] = useEdgesState(initialEdges);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      nodeTypes={nodeTypes}
      onInit={(instance) => (flow = instance)}
      onlyRenderVisibleElements={wanted.has('visible')}
      minZoom={0.05}
      fitView
    />
  );
}

const page: BenchPage = {
  isDrawn: () => flow !== undefined && document.querySelector('.react-flow__node') !== null,
  panButton: 0,
  zoomTo: (zoom, { x, y }) => void flow!.setCenter(x, y, { zoom, duration: 0 }),
  toPage: (point) => flow!.flowToScreenPosition(point),
  changeStates(frame) {
    const changed = new Set(
      Array.from({ length: 10 }, (_, index) => String(((frame * 10 + index) % resources.length) + 1)),
    );
    flow!.setNodes((nodes) =>
      nodes.map((node) =>
        changed.has(node.id) ? { ...node, data: { ...node.data, state: STATES[frame % STATES.length]! } } : node,
      ),
    );
  },
};
window.bench = page;
createRoot(document.getElementById('root')!).render(<App />);
