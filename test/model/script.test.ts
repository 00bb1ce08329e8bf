import { describe, expect, test } from 'vitest';
import { createExperiment, type Experiment } from '../../src/model/experiment.ts';
import { createCatalog } from '../../src/model/rtype.ts';
import { defaultScript } from '../../src/model/script.ts';

const catalog = createCatalog([
  { rtype: 'Resource' },
  { rtype: 'Node' },
  { rtype: 'Application', behavior: { run: '5s' } },
]);
const resource = (guid: number, rtype: string, behavior = {}) => ({
  guid,
  rtype,
  behavior,
  attributes: {},
  traces: [],
});
const withResources = (...resources: Experiment['resources']) => ({ ...createExperiment('test'), resources });
const wait = (experiment: Experiment) => defaultScript(experiment, catalog)[1];

describe('the default script', () => {
  test('deploys, waits, shuts down', () => {
    const ops = defaultScript(withResources(resource(1, 'Node')), catalog).map(({ op }) => op);
    expect(ops).toEqual(['deploy', 'waitStarted', 'shutdown']);
  });

  test('waits for those that finish: by their type, by themselves, by a STOP condition', () => {
    const resources = [
      resource(1, 'Node'),
      resource(2, 'Application'),
      resource(3, 'Node', { run: '1s' }),
      resource(4, 'Node'),
    ];
    const stop = { resources: [4], action: 'STOP', group: [2], state: 'STOPPED' } as const;
    const start = { resources: [1], action: 'START', group: [2], state: 'STARTED' } as const;
    const experiment = { ...withResources(...resources), conditions: [stop, start] };
    expect(wait(experiment)).toEqual({ op: 'waitFinished', resources: [2, 3, 4] });
  });

  test('waits for all to start when none can finish', () => {
    const experiment = withResources(resource(1, 'Node'), resource(2, 'nobody knows'));
    expect(wait(experiment)).toEqual({ op: 'waitStarted', resources: [1, 2] });
  });

  test("knows the experiment's own types", () => {
    const experiment = { ...withResources(resource(1, 'Mine')), types: [{ rtype: 'Mine', extends: 'Application' }] };
    expect(wait(experiment)).toEqual({ op: 'waitFinished', resources: [1] });
  });
});
