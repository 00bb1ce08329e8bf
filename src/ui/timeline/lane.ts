import type { Guid } from '../../model/units.ts';

/** What the timeline has to know of a resource. */
export interface Lane {
  readonly guid: Guid;
  readonly label: string;
  readonly rtype: string;
}
