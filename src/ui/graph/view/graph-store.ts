// What the canvas alone has to know: what is pointed at, what is being drawn, which small window is open.
import { createContext, use } from 'react';
import { createStore, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Guid } from '../../../model/units.ts';
import type { Nearness } from '../scene/nearness.ts';
import type { Point, Rect } from '../scene/geometry.ts';

/** The two things that are drawn from card to card. */
export type WireKind = 'connection' | 'condition';

/** A connection or a condition while it is being drawn. */
export interface Wire {
  readonly kind: WireKind;
  /** Where it begins; several when it was begun at one of several that are selected. */
  readonly from: readonly Guid[];
  readonly to: Point;
  /** The card it would end at. */
  readonly target: Guid | undefined;
  /** Why it can't end there. */
  readonly problem: string | undefined;
}

/** A small window at a point of the canvas. */
export type Popover =
  /** Asks what a condition says, before there is one. */
  | {
      readonly kind: 'condition';
      readonly group: readonly Guid[];
      readonly resources: readonly Guid[];
      readonly at: Point;
    }
  /** Asks for a type, to add a resource there; with `wire`, joined to where the wire began. */
  | { readonly kind: 'add'; readonly at: Point; readonly wire?: Pick<Wire, 'kind' | 'from'> };

export interface GraphState {
  /** The card the pointer is over. */
  readonly hoveredCard: Guid | undefined;
  /** The edge the pointer is over, by the id of its model. */
  readonly hoveredEdge: string | undefined;
  readonly wire: Wire | undefined;
  readonly box: Rect | undefined;
  readonly popover: Popover | undefined;
  /** Where a type dragged from the palette would land. */
  readonly landing: Point | undefined;
  /** The card that flashes, because somebody asked where it is. */
  readonly flashing: Guid | undefined;
  /** The card with the keyboard's focus: it stays mounted wherever one scrolls. */
  readonly focused: Guid | undefined;
  /** The rectangle of the experiment that is on screen, in coarse steps. */
  readonly visible: Rect | undefined;
  /** Cards are too small to read and are drawn on one canvas. */
  readonly overview: boolean;
  readonly nearness: Nearness;
  readonly set: (change: Partial<Omit<GraphState, 'set'>>) => void;
}

export function createGraphStore() {
  return createStore<GraphState>()((set) => ({
    hoveredCard: undefined,
    hoveredEdge: undefined,
    wire: undefined,
    box: undefined,
    popover: undefined,
    landing: undefined,
    flashing: undefined,
    focused: undefined,
    visible: undefined,
    overview: false,
    nearness: 'near',
    set: (change) => set(change),
  }));
}

export type GraphStore = ReturnType<typeof createGraphStore>;

export const GraphContext = createContext<GraphStore | undefined>(undefined);

export function useGraphStore(): GraphStore {
  const store = use(GraphContext);
  if (!store) throw new Error('this is part of a Graph and needs one around it');
  return store;
}

/** Part of the canvas's own state; compared shallowly. */
export function useGraph<T>(selector: (state: GraphState) => T): T {
  return useStore(useGraphStore(), useShallow(selector));
}
