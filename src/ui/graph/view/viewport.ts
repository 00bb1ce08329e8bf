// The window onto the experiment: what of it is on screen, and ways to move it. Wraps React Flow's store, so that
// nothing else has to know its arithmetic.
import type { ReactFlowInstance, useStoreApi } from '@xyflow/react';
import { distance, grow, type Point, type Rect } from '../scene/geometry.ts';
import { fitInto } from './fit-into.ts';
import type { GraphStore } from './graph-store.ts';
import { nearnessAt } from '../scene/nearness.ts';

/** As far out as one goes by hand, unless showing everything takes more: then as far as that. */
export const MIN_ZOOM = 0.05;
/** Shows all there can be (MAX_POSITION, model/place.ts) on the smallest of screens. */
export const LEAST_ZOOM = 1e-6;
export const MAX_ZOOM = 2.5;
/** Below this zoom a label can't be read. */
export const READABLE_ZOOM = 0.45;
/** Fewer cards than this stay elements at every zoom: they cost nothing. */
export const OVERVIEW_FROM = 150;

/** The zoom that fit view goes to at most: a card shouldn't fill the screen. */
const MAX_FIT_ZOOM = 1.1;
const MOTION_MS = 140;

export interface Viewport {
  /** From a place on the page (clientX, clientY) to one of the experiment. */
  readonly toCanvas: (client: Point) => Point;
  /** From a place of the experiment to one on the page. */
  readonly toPage: (point: Point) => Point;
  readonly zoom: () => number;
  /** The canvas on the page. */
  readonly frame: () => DOMRect;
  /** The part of the experiment that is on screen. */
  readonly visible: () => Rect;
  readonly panBy: (dx: number, dy: number) => void;
  readonly fit: (bounds: Rect, options?: { readonly animate?: boolean }) => void;
  /** Whether the picture stands as `fit` would put it. */
  readonly isFitted: (bounds: Rect) => boolean;
  /** The place of the experiment that stands in the middle of the canvas. */
  readonly middle: () => Point;
  /** Puts a point into the middle. */
  readonly centreOn: (point: Point, zoom?: number) => void;
  /** The same, without gliding there. */
  readonly jumpTo: (point: Point) => void;
  readonly zoomTo: (zoom: number) => void;
  readonly zoomBy: (factor: number) => void;
  readonly destroy: () => void;
}

type FlowStore = ReturnType<typeof useStoreApi>;

const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOTION_MS);

/** @param root the canvas's element. The viewport listens to the page, so it must be destroyed. */
export function createViewport(root: HTMLElement, store: FlowStore, flow: ReactFlowInstance): Viewport {
  // Asking the browser each time would make it lay out the page in the middle of every drag.
  let known: DOMRect | undefined;
  const forget = () => (known = undefined);
  const frame = () => (known ??= root.getBoundingClientRect());
  const listening = new AbortController();
  const { signal } = listening;
  const observer = new ResizeObserver(forget);
  observer.observe(root);
  window.addEventListener('resize', forget, { signal });
  window.addEventListener('scroll', forget, { signal, capture: true });
  root.addEventListener('pointerenter', forget, { signal });
  window.addEventListener('pointerdown', forget, { signal, capture: true });
  const toCanvas = ({ x, y }: Point): Point => {
    const [tx, ty, zoom] = store.getState().transform;
    const { left, top } = frame();
    return { x: (x - left - tx) / zoom, y: (y - top - ty) / zoom };
  };
  const glide = (zoom: number, centre: Point, duration = motion()) => {
    const { width, height } = frame();
    const level = Math.min(MAX_ZOOM, Math.max(store.getState().minZoom, zoom));
    void flow.setViewport(
      { x: width / 2 - centre.x * level, y: height / 2 - centre.y * level, zoom: level },
      duration > 0 ? { duration } : {},
    );
  };
  const fitted = (bounds: Rect) => fitInto(frame(), bounds, { least: LEAST_ZOOM, most: MAX_FIT_ZOOM });
  const middle = () => {
    const { left, top, width, height } = frame();
    return toCanvas({ x: left + width / 2, y: top + height / 2 });
  };
  const zoom = () => store.getState().transform[2];

  return {
    toCanvas,
    toPage({ x, y }) {
      const [tx, ty, level] = store.getState().transform;
      const { left, top } = frame();
      return { x: left + tx + x * level, y: top + ty + y * level };
    },
    zoom,
    frame,
    visible: () => visibleRect(store),
    panBy(dx, dy) {
      const [x, y, level] = store.getState().transform;
      void flow.setViewport({ x: x + dx, y: y + dy, zoom: level });
    },
    fit(bounds, { animate = true } = {}) {
      const { width, height } = frame();
      if (width === 0 || height === 0) return;
      const { zoom: level, centre } = fitted(bounds);
      if (level < store.getState().minZoom) store.getState().setMinZoom(level);
      glide(level, centre, animate ? motion() : 0);
    },
    isFitted(bounds) {
      const { zoom: level, centre } = fitted(bounds);
      return distance(middle(), centre) * zoom() < 2 && Math.abs(zoom() / level - 1) < 0.01;
    },
    middle,
    centreOn: (point, level = zoom()) => glide(level, point),
    jumpTo: (point) => glide(zoom(), point, 0),
    zoomTo: (level) => glide(level, middle()),
    zoomBy: (factor) => glide(zoom() * factor, middle()),
    destroy() {
      observer.disconnect();
      listening.abort();
    },
  };
}

function visibleRect(store: FlowStore): Rect {
  const { transform, width, height } = store.getState();
  const [x, y, zoom] = transform;
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

/** Room around what is on screen in which edges are drawn too: their labels reach beyond their ends. */
export const EDGE_MARGIN = 160;

/** Px on screen: small enough to draw little that isn't seen, large enough that panning rarely comes to a new one. */
const STEP = 128;

/**
 * Keeps what is visible in the canvas's state, in coarse steps: only a new step draws anything anew, panning within one
 * just moves the picture. Returns what ends that.
 */
export function watchVisible(store: FlowStore, graph: GraphStore, count: () => number): () => void {
  let key = '';
  const look = () => {
    const { width, transform } = store.getState();
    if (width === 0) return;
    const zoom = transform[2];
    // Farther out, elements would be less than a pixel large: the overview draws each card so that it can be seen.
    const overview = zoom < MIN_ZOOM || (zoom < READABLE_ZOOM && count() >= OVERVIEW_FROM);
    const step = STEP * 2 ** Math.round(-Math.log2(zoom));
    const { x, y, width: w, height: h } = grow(visibleRect(store), 8);
    const [left, top] = [Math.floor(x / step) * step, Math.floor(y / step) * step];
    const visible = {
      x: left,
      y: top,
      width: Math.ceil((x + w) / step) * step - left,
      height: Math.ceil((y + h) / step) * step - top,
    };
    const nearness = nearnessAt(zoom);
    const next = `${visible.x} ${visible.y} ${visible.width} ${visible.height} ${overview} ${nearness}`;
    if (next === key) return;
    key = next;
    graph.getState().set({ visible, overview, nearness });
  };
  look();
  return store.subscribe(look);
}
