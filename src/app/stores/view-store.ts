// How the document is looked at: selection, passing positions of a drag, panels, theme. None of it is undone, none of
// it reaches a run.
import { createStore } from 'zustand/vanilla';
import type { Group } from '../../model/experiment.ts';
import type { PlaceField } from '../../model/place.ts';
import type { Guid } from '../../model/units.ts';

/** What is selected. Connections by their key (edit/edit.ts connectionKey), conditions by their place in the list. */
export interface Selection {
  readonly guids: ReadonlySet<Guid>;
  readonly connections: ReadonlySet<string>;
  readonly conditions: ReadonlySet<number>;
}

export const NOTHING_SELECTED: Selection = { guids: new Set(), connections: new Set(), conditions: new Set() };

export type Theme = 'system' | 'light' | 'dark' | 'contrast';
export type BottomTab = 'timeline' | 'log' | 'problems' | 'script';
export type LeftTab = 'types' | 'outline';
export type Panel = 'palette' | 'inspector' | 'bottom';
export type Dialog =
  | 'commands'
  | 'shortcuts'
  | 'add-resource'
  | 'examples'
  | 'recent'
  | 'refused'
  | 'export-secrets'
  | 'pasted'
  | 'find'
  | 'what-if-fail'
  | 'what-if-delay'
  | 'what-if-set'
  | 'what-if-duration'
  | 'connect-to'
  | 'wait-for'
  | 'tour'
  | 'about';
/** What one is at: changing the experiment, or watching a run of it, which leaves it as it is. */
export type Mode = 'design' | 'simulate';
/** Which edges the canvas shows. */
export type Reading = 'both' | 'connections' | 'conditions';

/** What the timeline shows beside the lanes. */
export interface TimelineShown {
  /** Why the selected resource is where it is: sentences and cause arrows. */
  readonly why: boolean;
  /** The critical path. */
  readonly path: boolean;
  /** Idle time is folded away. */
  readonly folded: boolean;
}

export const NOTHING_BESIDE: TimelineShown = { why: false, path: false, folded: false };

/** The picture that a reading shows: the conditions alone have one of their own. */
export const placeField = (reading: Reading): PlaceField =>
  reading === 'conditions' ? 'conditionsPosition' : 'position';

export interface ViewState {
  readonly mode: Mode;
  readonly selection: Selection;
  readonly theme: Theme;
  readonly bottomTab: BottomTab;
  readonly leftTab: LeftTab;
  readonly folded: ReadonlySet<Panel>;
  readonly reading: Reading;
  readonly snap: boolean;
  /** Whether all in small is shown where not all is in sight. */
  readonly minimap: boolean;
  readonly timeline: TimelineShown;
  /** The same for two runs side by side, where the differences have the room until somebody asks for more. */
  readonly compared: TimelineShown;
  readonly dialog: Dialog | undefined;
  /** Positions during a drag; committed to the document as one edit at its end. */
  readonly dragging: ReadonlyMap<Guid, { readonly x: number; readonly y: number }> | undefined;
  /** Groups collapsed (true) or expanded while watching a run, whatever the experiment says (seen-groups.ts). */
  readonly seenFolds: ReadonlyMap<Group, boolean>;
  /** Resources pointed out without being selected: what a step of the script covers, for example. */
  readonly highlight: ReadonlySet<Guid>;
  /** The field that is to get the focus, in the words of the file (`attributes.count`); gone once it has it. */
  readonly wantedField: string | undefined;
  select(selection: Partial<Selection>): void;
  /** Adds resources to the selection, or takes them out where all of them are in it. */
  toggle(...guids: readonly Guid[]): void;
  set(
    change: Partial<Omit<ViewState, 'selection' | 'folded' | 'select' | 'toggle' | 'set' | 'fold' | 'showBottom'>>,
  ): void;
  fold(panel: Panel, folded: boolean): void;
  /** Brings a tab of the panel below on screen. */
  showBottom(tab: BottomTab): void;
}

export function createViewStore(
  remembered: Partial<Pick<ViewState, 'theme' | 'folded' | 'snap' | 'reading' | 'minimap'>> = {},
) {
  return createStore<ViewState>()((set, get) => ({
    mode: 'design',
    selection: NOTHING_SELECTED,
    theme: remembered.theme ?? 'system',
    bottomTab: 'timeline',
    leftTab: 'types',
    folded: remembered.folded ?? new Set(),
    reading: remembered.reading ?? 'both',
    snap: remembered.snap ?? true,
    minimap: remembered.minimap ?? true,
    timeline: { ...NOTHING_BESIDE, why: true },
    compared: NOTHING_BESIDE,
    dialog: undefined,
    dragging: undefined,
    seenFolds: new Map(),
    highlight: new Set(),
    wantedField: undefined,
    select: (selection) => set({ selection: { ...NOTHING_SELECTED, ...selection } }),
    toggle(...guids) {
      const { selection } = get();
      const next = new Set(selection.guids);
      const allIn = guids.every((guid) => next.has(guid));
      for (const guid of guids) {
        if (allIn) next.delete(guid);
        else next.add(guid);
      }
      set({ selection: { ...selection, guids: next } });
    },
    set: (change) => set(change),
    fold(panel, folded) {
      const next = new Set(get().folded);
      if (folded) next.add(panel);
      else next.delete(panel);
      set({ folded: next });
    },
    showBottom(bottomTab) {
      set({ bottomTab });
      get().fold('bottom', false);
    },
  }));
}

export type ViewStore = ReturnType<typeof createViewStore>;
