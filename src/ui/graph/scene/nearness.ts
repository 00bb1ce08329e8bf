/**
 * How near one looks. What is written on cards grows in steps as they get smaller, so that it can be read: `middle` leaves
 * out all but icon and name, `far` the icon, too, and `farthest` is too far for names.
 */
export type Nearness = 'near' | 'middle' | 'far' | 'farther' | 'farthest';

/** From which zoom on each holds, the nearest first; the sizes of names are in Canvas.module.css. */
const FROM = [
  ['near', 0.7],
  ['middle', 0.5],
  ['far', 0.3],
  ['farther', 0.2],
] as const;

/** How much larger the sentences on edges are where cards are small: as --magnify in Canvas.module.css. */
export const LARGER: Partial<Record<Nearness, number>> = { middle: 1.5, far: 2.4, farther: 4 };

export function nearnessAt(zoom: number): Nearness {
  return FROM.find(([, from]) => zoom >= from)?.[0] ?? 'farthest';
}
