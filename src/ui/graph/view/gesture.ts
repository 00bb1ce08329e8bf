// What happens between pressing and letting go, or, for a wire, between two clicks.
import type { Studio } from '../../../app/stores/studio.ts';
import type { Catalog } from '../../../model/rtype.ts';
import type { GraphStore } from './graph-store.ts';
import type { Point } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import type { Viewport } from './viewport.ts';
import type { Hit } from './hit.ts';

/** What gestures work with. The functions give what holds when they are called. */
export interface Bench {
  readonly studio: Studio;
  readonly graph: GraphStore;
  readonly viewport: Viewport;
  readonly root: HTMLElement;
  readonly scene: () => Scene;
  readonly catalog: () => Catalog;
}

export interface Pointing {
  /** In the experiment's coordinates. */
  readonly point: Point;
  readonly hit: Hit;
  /** Shift, Ctrl or Cmd: adds to what is selected. */
  readonly adding: boolean;
  /** Shift alone: a drag from a card connects it. */
  readonly linking: boolean;
  /** Alt: no snapping. */
  readonly free: boolean;
}

export interface Gesture {
  /** The pointer has left the place where it was pressed: from here on it is a drag. */
  readonly move: (at: Pointing) => void;
  /** Let go after a drag. */
  readonly drop: (at: Pointing) => void;
  /** Let go without one. Gives a gesture that goes on until the next click, if there is one. */
  readonly click: (at: Pointing) => Gesture | undefined;
  /** Given up: leaves everything as it was before. */
  readonly cancel: () => void;
  /** The picture moves along when the pointer comes near the border. */
  readonly pansAtBorder: boolean;
}
