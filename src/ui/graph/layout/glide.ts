import type { ViewStore } from '../../../app/stores/view-store.ts';
import type { Guid } from '../../../model/units.ts';
import { between, type Point } from '../scene/geometry.ts';

const GLIDE_MS = 140;
/** More cards than this go there at once. */
const MOST_GLIDING = 300;

/** Moves cards on the screen from where they are to where they will be; at once when motion is not wanted. */
export async function glideCards(
  view: ViewStore,
  from: ReadonlyMap<Guid, Point>,
  to: ReadonlyMap<Guid, Point>,
): Promise<void> {
  if (to.size > MOST_GLIDING || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  view.getState().set({ dragging: from });
  const start = performance.now();
  for (;;) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const t = Math.min(1, (now - start) / GLIDE_MS);
    const eased = 1 - (1 - t) ** 3;
    view.getState().set({
      dragging: new Map([...to].map(([guid, point]) => [guid, between(from.get(guid) ?? point, point, eased)])),
    });
    if (t === 1) return;
  }
}
