import type { useStoreApi } from '@xyflow/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createGraphStore } from '../../../../src/ui/graph/view/graph-store.ts';
import { layerWhilePanning } from '../../../../src/ui/graph/view/layer-while-panning.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function picture() {
  const root = { dataset: {} } as HTMLElement;
  const graph = createGraphStore();
  const store = createStore(() => ({ transform: [0, 0, 1] }));
  const end = layerWhilePanning(root, store as unknown as ReturnType<typeof useStoreApi>, graph);
  const moveTo = (x: number, y: number, zoom = 1) => store.setState({ transform: [x, y, zoom] });
  return { isLayer: () => 'gliding' in root.dataset, graph, moveTo, end };
}

it('is a layer as long as it is panned, and painted as ever when it stands still', () => {
  const { isLayer, moveTo } = picture();
  expect(isLayer()).toBe(false);
  for (let x = 1; x < 100; x++) {
    moveTo(x, 0);
    expect(isLayer()).toBe(true);
    vi.advanceTimersByTime(16);
  }
  vi.advanceTimersByTime(1000);
  expect(isLayer()).toBe(false);
  moveTo(0, 0);
  expect(isLayer()).toBe(true);
});

it('is none while it is zoomed: that would blur it', () => {
  const { isLayer, moveTo } = picture();
  moveTo(10, 0);
  moveTo(20, 0, 1.1);
  expect(isLayer()).toBe(false);
});

it('is none where cards are drawn on canvases', () => {
  const { isLayer, moveTo, graph } = picture();
  graph.getState().set({ overview: true });
  moveTo(10, 0);
  expect(isLayer()).toBe(false);
});

it('is none when the canvas has gone', () => {
  const { isLayer, moveTo, end } = picture();
  moveTo(10, 0);
  end();
  expect(isLayer()).toBe(false);
  moveTo(20, 0);
  expect(isLayer()).toBe(false);
});
