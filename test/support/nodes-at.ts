import type { Resource } from '../../src/model/experiment.ts';

/** Hosts with guids 1, 2, ... at these places. */
export function nodesAt(places: readonly (readonly [number, number])[]): readonly Resource[] {
  return places.map(([x, y], index) => ({
    guid: index + 1,
    rtype: 'linux::Node',
    position: { x, y },
    attributes: {},
    traces: [],
  }));
}
