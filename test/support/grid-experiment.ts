import { createExperiment, type Connection, type Experiment, type Resource } from '../../src/model/experiment.ts';

const TYPES = ['linux::Node', 'linux::Application', 'linux::Ping', 'linux::Interface'];

/** An experiment of so many resources in a grid, with 1.2 connections each: what the benchmarks of the canvas draw. */
export function gridExperiment(count: number): Experiment {
  const columns = Math.ceil(Math.sqrt(count));
  const resources = Array.from(
    { length: count },
    (_, index): Resource => ({
      guid: index + 1,
      rtype: TYPES[index % TYPES.length]!,
      label: `resource-${index + 1}`,
      position: { x: (index % columns) * 280, y: Math.floor(index / columns) * 140 },
      attributes: {},
      traces: [],
    }),
  );
  const connections: Connection[] = [];
  for (let index = 1; index < count; index++) {
    connections.push([index, index + 1]);
    // Every fifth one has another, a row below.
    if (index % 5 === 0 && index + columns <= count) connections.push([index, index + columns]);
  }
  return { ...createExperiment(`grid-${count}`), resources, connections };
}
