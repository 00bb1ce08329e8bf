// What is remembered of the view from one visit to the next, for all tabs: theme, folded panels, canvas settings.
// public/theme.js reads the theme from here before the page is first painted.
import type { Panel, Reading, Theme, ViewState, ViewStore } from '../stores/view-store.ts';

export type RememberedView = Partial<Pick<ViewState, 'theme' | 'folded' | 'snap' | 'reading' | 'minimap'>>;

const KEY = 'nepi-studio.view';
const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'contrast'];
const PANELS: readonly Panel[] = ['palette', 'inspector', 'bottom'];
const READINGS: readonly Reading[] = ['both', 'connections', 'conditions'];

/** What was remembered; whatever makes no sense is left out. */
export function recallView(storage: Pick<Storage, 'getItem'>): RememberedView {
  let value: Record<string, unknown>;
  try {
    value = (JSON.parse(storage.getItem(KEY) ?? '{}') ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
  const theme = THEMES.find((known) => known === value['theme']);
  const reading = READINGS.find((known) => known === value['reading']);
  const folded = Array.isArray(value['folded']) ? value['folded'] : undefined;
  return {
    ...(theme && { theme }),
    ...(reading && { reading }),
    ...(folded && { folded: new Set(PANELS.filter((panel) => folded.includes(panel))) }),
    ...(typeof value['snap'] === 'boolean' && { snap: value['snap'] }),
    ...(typeof value['minimap'] === 'boolean' && { minimap: value['minimap'] }),
  };
}

/**
 * Remembers the view whenever it changes; returns what ends that.
 * @param foldedByUser what is folded, leaving out what only has no room.
 */
export function rememberView(
  view: ViewStore,
  storage: Pick<Storage, 'setItem'>,
  foldedByUser: () => ReadonlySet<Panel> = () => view.getState().folded,
): () => void {
  return view.subscribe((now, before) => {
    const { theme, folded, snap, reading, minimap } = now;
    const same =
      theme === before.theme &&
      folded === before.folded &&
      snap === before.snap &&
      reading === before.reading &&
      minimap === before.minimap;
    if (same) return;
    try {
      storage.setItem(KEY, JSON.stringify({ theme, folded: [...foldedByUser()], snap, reading, minimap }));
    } catch {
      // No room, or no storage: the next visit starts with the defaults.
    }
  });
}
