// What commands may ask of the canvas, whatever it is drawn with. The graph fills it in while it is on screen.
import type { Guid } from '../model/units.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** All points are in the experiment's own coordinates, as in a resource's `position`. */
export interface CanvasPort {
  /** Zooms and pans until everything can be seen. */
  fitView(): void;
  /** Zooms and pans to some resources; to everything where they are what is on screen already, or none of them is there. */
  focus(guids: ReadonlySet<Guid>): void;
  /** Zooms and pans to everything where some resources, or frames of groups around them, are not in sight or covered. */
  keepInSight(guids: ReadonlySet<Guid>): void;
  /** 1: hundred percent. Keeps the middle where it is. */
  zoomTo(level: number): void;
  zoomIn(): void;
  zoomOut(): void;
  /** The middle of what is on screen. */
  centre(): Point;
  /** Where the pointer is; undefined when it is elsewhere. */
  pointer?(): Point | undefined;
  /** Makes a resource flash, after it was brought into sight where it can't be seen or read. */
  reveal(guid: Guid): void;
  /** Takes the keyboard's focus: to the card of what is selected, or to where it was last on the canvas. */
  takeFocus(): void;
}

/** Holds the canvas while there is one. */
export interface CanvasSlot {
  readonly current: CanvasPort | undefined;
  /** Registers the canvas; returns what takes it away again (an effect's cleanup). */
  attach(port: CanvasPort): () => void;
}

export function createCanvasSlot(): CanvasSlot {
  let current: CanvasPort | undefined;
  return {
    get current() {
      return current;
    },
    attach(port) {
      current = port;
      return () => {
        if (current === port) current = undefined;
      };
    },
  };
}
