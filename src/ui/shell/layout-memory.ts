// How wide and high the panels were, in pixels, from one visit to the next.
import type { Panel } from '../../app/stores/view-store.ts';
import { sharedStorage } from '../../storage/safe-storage.ts';

const KEY = 'nepi-studio.panels';

function read(): Partial<Record<Panel, unknown>> {
  try {
    return (JSON.parse(sharedStorage.getItem(KEY) ?? '{}') ?? {}) as Partial<Record<Panel, unknown>>;
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
  // Where it can't be kept, the next visit starts with the usual sizes.
  sharedStorage.setItem(KEY, JSON.stringify({ ...read(), [panel]: Math.round(pixels) }));
}
