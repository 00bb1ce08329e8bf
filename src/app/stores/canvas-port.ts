// What commands may ask of the canvas, whatever it is drawn with. The graph fills it in while it is on screen.
import type { ClipboardContent } from '../../edit/clipboard.ts';
import type { PlaceField } from '../../model/place.ts';
import type { Guid } from '../../model/units.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

/** What is on the canvas, for finding a free place there. */
export interface Surroundings {
  readonly cards: readonly { readonly position: Point }[];
  /** The frames of groups, by the place of the group in the list. */
  readonly frames: ReadonlyMap<number, Area>;
  /** What stands on edges. */
  readonly sentences: readonly Area[];
  /** What is on screen, and what of it lies under buttons and the small map. */
  readonly sight: Area;
  readonly covered: readonly Area[];
}

/** How far a copy goes in either picture, and the place in the list of groups of the one that it becomes part of. */
export interface CopyPlace {
  readonly shifts: Readonly<Record<PlaceField, Point>>;
  readonly into: number | undefined;
}

/** All points are in the experiment's own coordinates, as in a resource's `position`. */
export interface CanvasPort {
  /** Zooms and pans until everything can be seen. */
  fitView(): void;
  /** Zooms and pans to some resources; to everything where they are what is on screen already, or none of them is there. */
  focus(guids: ReadonlySet<Guid>): void;
  /** Zooms and pans to everything where some resources, or the frames of groups that are among them, can't be seen whole. */
  keepInSight(guids: ReadonlySet<Guid>): void;
  /** 1: hundred percent. Keeps the middle where it is. */
  zoomTo(level: number): void;
  zoomIn(): void;
  zoomOut(): void;
  /** The middle of what is on screen. */
  centre(): Point;
  /** Where the pointer is; undefined when it is elsewhere. */
  pointer?(): Point | undefined;
  /** Something was put where the pointer is: until it moves again it doesn't say where the next thing goes. */
  forgetPointer?(): void;
  surroundings(): Surroundings;
  /** A free place for a copy: where somebody pointed, near where one looks, or beside what was copied. */
  placeCopy(
    content: Pick<ClipboardContent, 'resources' | 'groups'>,
    where: { readonly at?: Point | undefined; readonly near?: Point | undefined },
  ): CopyPlace;
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
