// Experiments of any size that the engine is measured with.
import {
  createExperiment,
  type Behavior,
  type Condition,
  type Connection,
  type Experiment,
  type Resource,
} from '../../src/model/experiment.ts';
import { createCatalog, ROOT_TYPE, type Catalog } from '../../src/model/rtype.ts';

const NOTHING_SET = {};
const NO_TRACES: readonly string[] = [];

/** The types of NEPI's own scalability benchmark, none of which takes any time. */
export const benchCatalog: Catalog = createCatalog([
  { rtype: ROOT_TYPE, attributes: [{ name: 'critical', type: 'BOOL', default: true }] },
  {
    rtype: 'bench::Node',
    behavior: { requires: [{ before: 'ready', type: 'bench::Interface', state: 'READY' }] },
  },
  {
    rtype: 'bench::Interface',
    behavior: {
      requires: [
        { before: 'discover', type: 'bench::Node', state: 'PROVISIONED', atLeast: 1 },
        { before: 'discover', type: 'bench::Channel', state: 'READY', atLeast: 1 },
      ],
    },
  },
  { rtype: 'bench::Channel' },
  {
    rtype: 'bench::Application',
    behavior: { run: '0s', requires: [{ before: 'discover', type: 'bench::Node', state: 'READY', atLeast: 1 }] },
  },
]);

function resource(guid: number, rtype: string, behavior?: Behavior): Resource {
  return { guid, rtype, attributes: NOTHING_SET, traces: NO_TRACES, ...(behavior && { behavior }) };
}

/** The shape of NEPI's benchmark: nodes, each with an interface to one link and some applications that stop at once. */
export function linkedNodes(nodes: number, applications: number): Experiment {
  const resources: Resource[] = [];
  const connections: Connection[] = [];
  const link = 1;
  const finishing: number[] = [];
  let guid = link;
  resources.push(resource(link, 'bench::Channel'));
  for (let node = 0; node < nodes; node++) {
    const nodeGuid = ++guid;
    resources.push(resource(nodeGuid, 'bench::Node'));
    resources.push(resource(++guid, 'bench::Interface'));
    connections.push([guid, nodeGuid], [guid, link]);
    for (let application = 0; application < applications; application++) {
      resources.push(resource(++guid, 'bench::Application'));
      connections.push([guid, nodeGuid]);
      finishing.push(guid);
    }
  }
  return {
    ...createExperiment('linked-nodes'),
    resources,
    connections,
    script: [{ op: 'deploy' }, { op: 'waitFinished', resources: finishing }, { op: 'shutdown' }],
  };
}

/** Resources that each start once the one before has. */
export function chain(length: number): Experiment {
  const resources: Resource[] = [];
  const conditions: Condition[] = [];
  for (let guid = 1; guid <= length; guid++) {
    resources.push(resource(guid, 'bench::Channel'));
    // Backwards, so that no start finds its condition met in the instant in which it is looked at first.
    if (guid > 1) conditions.push({ resources: [guid - 1], action: 'START', group: [guid], state: 'STARTED' });
  }
  return {
    ...createExperiment('chain'),
    resources,
    conditions,
    script: [{ op: 'deploy' }, { op: 'waitStarted', resources: [1] }],
  };
}

/** Resources that all wait for one that takes its time to provision. */
export function waiting(count: number, time: string): Experiment {
  const resources = [resource(1, 'bench::Channel', { provision: time })];
  const connections: Connection[] = [];
  for (let guid = 2; guid <= count + 1; guid++) {
    resources.push(resource(guid, 'bench::Waiting'));
    connections.push([guid, 1]);
  }
  return {
    ...createExperiment('waiting'),
    types: [
      {
        rtype: 'bench::Waiting',
        behavior: { requires: [{ before: 'discover', type: 'bench::Channel', state: 'READY', atLeast: 1 }] },
      },
    ],
    resources,
    connections,
    script: [{ op: 'deploy' }, { op: 'waitStarted', resources: [2] }, { op: 'shutdown' }],
    simulation: { horizon: '2400h' },
  };
}

/** Nodes with ten applications each, about so many resources in all; the applications wait for their node, and run. */
export function nodesWithApplications(count: number): Experiment {
  const resources: Resource[] = [];
  const connections: Connection[] = [];
  const last: number[] = [];
  for (let guid = 1; guid <= count; guid++) {
    const node = guid - ((guid - 1) % 11);
    if (guid === node) {
      resources.push(resource(guid, 'bench::Host'));
    } else {
      resources.push(resource(guid, 'bench::Program'));
      connections.push([guid, node]);
      last.push(guid);
    }
  }
  return {
    ...createExperiment('nodes-with-applications'),
    types: [
      { rtype: 'bench::Host', behavior: { provision: '20s' } },
      {
        rtype: 'bench::Program',
        behavior: { run: '1m', requires: [{ before: 'discover', type: 'bench::Host', state: 'READY', atLeast: 1 }] },
      },
    ],
    resources,
    connections,
    script: [{ op: 'deploy' }, { op: 'waitFinished', resources: last }, { op: 'shutdown' }],
    simulation: { workers: 0 },
  };
}

/** Nodes of NEPI's with ten applications each, that take the catalogue's times, and start one after the other. */
export function crowdedNodes(nodes: number): Experiment {
  const resources: Resource[] = [];
  const connections: Connection[] = [];
  const conditions: Condition[] = [];
  for (let node = 1; node <= nodes * 11; node += 11) {
    resources.push(resource(node, 'linux::Node'));
    for (let guid = node + 1; guid <= node + 10; guid++) {
      resources.push(resource(guid, 'linux::Application', { run: '1m' }));
      connections.push([node, guid]);
      if (guid > node + 1) {
        conditions.push({ resources: [guid], action: 'START', group: [guid - 1], state: 'STARTED', time: '2s' });
      }
    }
  }
  return { ...createExperiment('crowded-nodes'), resources, connections, conditions };
}
