import fc from 'fast-check';
import { createExperiment, type Experiment, type Resource } from '../../src/model/experiment.ts';

export function resource(guid: number, more: Partial<Resource> = {}): Resource {
  return { guid, rtype: 'linux::Application', attributes: {}, traces: [], ...more };
}

/** A server and two clients; who of them waits for whom; a script that names them. */
export const clients: Experiment = {
  ...createExperiment('clients'),
  resources: [
    resource(1, { rtype: 'linux::Node', position: { x: 0, y: 0 } }),
    resource(2, { label: 'server', position: { x: 100, y: 0 }, attributes: { command: 'iperf -s' } }),
    resource(3, { position: { x: 100, y: 100 }, traces: ['stdout'] }),
    resource(4, { position: { x: 100, y: 200 }, behavior: { run: '5s' } }),
  ],
  connections: [
    [1, 2],
    [1, 3],
    [4, 1],
  ],
  conditions: [
    { resources: [3, 4], action: 'START', group: [2], state: 'STARTED', time: '2s' },
    { resources: [2], action: 'STOP', group: [3, 4], state: 'STOPPED' },
  ],
  script: [
    { op: 'deploy', resources: [1, 2] },
    { op: 'deploy', resources: [3] },
    { op: 'waitFinished', resources: [3, 4] },
    { op: 'setWithConditions', resources: [3], attribute: 'command', value: 'x', group: [4], state: 'STOPPED' },
    { op: 'shutdown' },
  ],
};

/** Experiments of up to eight resources with any connections and conditions among them. */
export const anyExperiment: fc.Arbitrary<Experiment> = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })
  .chain((guids) => {
    const some = fc.uniqueArray(fc.constantFrom(...guids), { minLength: 1, maxLength: 3 });
    return fc.record({
      resources: fc.constant(guids.map((guid) => resource(guid, { position: { x: guid * 10, y: 0 } }))),
      connections: fc
        .uniqueArray(fc.tuple(fc.constantFrom(...guids), fc.constantFrom(...guids)), {
          maxLength: 8,
          selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`,
        })
        .map((pairs) => pairs.filter(([a, b]) => a !== b)),
      conditions: fc.array(
        fc.record({
          resources: some,
          action: fc.constantFrom('DEPLOY', 'START', 'STOP'),
          group: some,
          state: fc.constantFrom('READY', 'STARTED', 'STOPPED'),
        }),
        { maxLength: 4 },
      ),
    });
  })
  .map((parts) => ({ ...createExperiment('any'), ...parts }));
