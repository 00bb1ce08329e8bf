// How wide and high the panels were, in pixels, from one visit to the next.
import type { Panel } from '../../app/view-store.ts';

const KEY = 'nepi-studio.panels';

function read(): Partial<Record<Panel, unknown>> {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {}) as Partial<Record<Panel, unknown>>;
  } catch {
    return {};
  }
}

/** The size a panel had when it was last seen, px. */
export function recallSize(panel: Panel): number | undefined {
  const size = read()[panel];
  return typeof size === 'number' && size > 0 && size < 10_000 ? size : undefined;
}

export function rememberSize(panel: Panel, pixels: number): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...read(), [panel]: Math.round(pixels) }));
  } catch {
    // No room: the next visit starts with the usual sizes.
  }
}
