// Blocks of cards put beside each other, in rows.
import type { Guid } from '../../../model/units.ts';
import { CARD } from './card-size.ts';
import { boundsOf, type Point } from './geometry.ts';

/** The space that is kept around the cards of a block, px: for the frame of a group and its name, or none. */
export const FRAME = { top: 60, side: 20 };
export const NO_FRAME = { top: 0, side: 0 };
/** Between blocks: the sentences of what leads from one to another stand there. */
const GAP = 100;
/** A picture is so many times as wide as it is high: so is a screen. */
const ASPECT = 1.6;

export interface Block {
  readonly places: ReadonlyMap<Guid, Point>;
  readonly padding: { readonly top: number; readonly side: number };
}

/** The places of all cards, the blocks in the order given. */
export function packInRows(blocks: readonly Block[], origin: Point): ReadonlyMap<Guid, Point> {
  const sized = blocks.map(({ places, padding }) => {
    const bounds = boundsOf([...places.values()].map(({ x, y }) => ({ x, y, ...CARD })))!;
    const { top, side } = padding;
    const inset = { x: side - bounds.x, y: top - bounds.y };
    return { places, inset, width: bounds.width + 2 * side + GAP, height: bounds.height + top + side + GAP };
  });
  const area = sized.reduce((sum, { width, height }) => sum + width * height, 0);
  const widest = sized.reduce((most, { width }) => Math.max(most, width), Math.sqrt(area * ASPECT));
  const packed = new Map<Guid, Point>();
  let [left, top, rowHeight] = [0, 0, 0];
  for (const { places, inset, width, height } of sized) {
    if (left > 0 && left + width > widest) [left, top, rowHeight] = [0, top + rowHeight, 0];
    const by = { x: origin.x + left + inset.x, y: origin.y + top + inset.y };
    for (const [guid, place] of shiftPlaces(places, by)) packed.set(guid, place);
    left += width;
    rowHeight = Math.max(rowHeight, height);
  }
  return packed;
}

/** The places, each so far to the right and down. */
export function shiftPlaces(places: ReadonlyMap<Guid, Point>, by: Point): ReadonlyMap<Guid, Point> {
  return new Map([...places].map(([guid, { x, y }]) => [guid, { x: x + by.x, y: y + by.y }]));
}
