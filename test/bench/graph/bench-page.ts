// What both pages of the benchmark (graph.bench.ts) offer to who measures them.

export interface BenchPage {
  readonly isDrawn: () => boolean;
  /** The button of the mouse that pans. */
  readonly panButton: 0 | 1;
  readonly zoomTo: (zoom: number, centre: { readonly x: number; readonly y: number }) => void;
  readonly toPage: (point: { readonly x: number; readonly y: number }) => { readonly x: number; readonly y: number };
  /** Ten resources come to another state, as in a replay. */
  readonly changeStates: (frame: number) => void;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}
