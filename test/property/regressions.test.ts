// Experiments on which the engine once recorded something untrue, made as small as they go.
import { describe, expect, test } from 'vitest';
import { createExperiment, type Experiment } from '../../src/model/experiment.ts';
import { ACTIVITIES } from '../../src/model/activity.ts';
import { checkedRun, RECORD_CHECKS, type CheckedRun } from '../support/record-checks.ts';
import { WAIT_CHECKS } from '../support/wait-checks.ts';
import { runEngine } from '../support/run-engine.ts';
import { testCatalog } from '../support/test-catalog.ts';

const rm = (guid: number, rtype: string, behavior: Experiment['resources'][number]['behavior'] = {}) => ({
  guid,
  rtype,
  attributes: { critical: false },
  traces: [],
  behavior,
});

const REGRESSIONS: Readonly<Record<string, Partial<Experiment>>> = {
  'a condition on oneself that was met long ago': {
    resources: [rm(1, 'Node', { run: '0s' })],
    conditions: [{ resources: [1], action: 'STOP', group: [1], state: 'STOPPED', time: '0s' }],
    script: [
      { op: 'deploy', resources: [1] },
      { op: 'deploy', resources: [1, 1], waitAllReady: false },
      { op: 'sleep', time: '3s' },
    ],
  },
  'a resource that is deployed once more': {
    resources: [rm(1, 'Node', { run: '0s' })],
    script: [
      { op: 'deploy', resources: [1, 1], waitAllReady: false },
      { op: 'sleep', time: '5s' },
    ],
  },
  'a step that starts several resources': {
    resources: [rm(10, 'Node'), rm(2, 'Node')],
    script: [
      { op: 'deploy', group: 1 },
      { op: 'set', resources: [10, 2], attribute: 'critical', value: true },
      { op: 'waitDeployed', resources: [2, 10] },
      { op: 'start', resources: [2, 10] },
    ],
  },
  'a resource that fails because another one did, for which it waited at a gate': {
    resources: [
      rm(1, 'Node', { provision: '1.5s', failure: { provision: 1 } }),
      rm(2, 'Application', { requires: [{ before: 'discover', type: 'Node', state: 'READY' }] }),
    ],
    connections: [[1, 2]],
    script: [{ op: 'deploy' }, { op: 'waitReleased', resources: [2] }],
  },
  'a resource that failed and will never start': {
    resources: [rm(1, 'Node', { provision: '1.5s', failure: { provision: 1 } }), rm(2, 'Node')],
    script: [{ op: 'deploy' }, { op: 'sleep', time: '8s' }],
  },
  'a group that is ready, but the run ends before its check finds out': {
    resources: [rm(1, 'Node'), rm(2, 'Node')],
    script: [{ op: 'deploy' }, { op: 'sleep', time: '0.5s' }],
  },
  'a group that is checked when some of it are ready already': {
    resources: [rm(1, 'Node'), rm(2, 'Node', { provision: '4s' })],
    script: [
      { op: 'deploy', resources: [1], group: 1 },
      { op: 'sleep', time: '1s' },
      { op: 'deploy', resources: [2] },
      { op: 'sleep', time: '9s' },
    ],
  },
  'a delay that begins only while a worker is waited for': {
    resources: [rm(1, 'Node'), rm(2, 'Node', { start: '1.5s' })],
    conditions: [
      { resources: [1], action: 'STOP', group: [1], state: 'STARTED', time: '1s' },
      { resources: [2, 1], action: 'START', group: [1], state: 'PROVISIONED', time: '1s' },
    ],
    script: [
      { op: 'deploy', resources: [1, 2] },
      { op: 'deploy', resources: [1, 2] },
      { op: 'sleep', time: '5s' },
    ],
    simulation: { workers: 2, rescheduleDelay: '0.7s' },
  },
  'a second deployment, which finds out late that the first was done': {
    resources: [rm(1, 'Node'), rm(2, 'Node', { discover: '1.5s', failure: { discover: 1 } })],
    conditions: [{ resources: [1], action: 'DEPLOY', group: [2], state: 'READY' }],
    script: [
      { op: 'deploy', resources: [1, 2] },
      { op: 'deploy', resources: [1] },
      { op: 'sleep', time: '5s' },
    ],
  },
  'a state that came, was gone and came again before anybody looked': {
    resources: [rm(1, 'Node', { discover: '0.5s', ready: '0.6s', run: '0s' })],
    script: [
      { op: 'deploy', waitAllReady: false },
      { op: 'waitDeployed', resources: [1] },
      { op: 'start', resources: [1] },
      { op: 'sleep', time: '5s' },
    ],
  },
  'a state that allows a start, and another one that does, before anybody looked': {
    resources: [rm(1, 'Node')],
    conditions: [{ resources: [1], action: 'STOP', group: [1], state: 'STARTED', time: '0.5s' }],
    script: [
      { op: 'deploy', resources: [1, 1] },
      { op: 'waitDeployed', resources: [1] },
      { op: 'start', resources: [1] },
      { op: 'deploy', resources: [1], waitAllReady: false },
      { op: 'sleep', time: '5s' },
    ],
  },
};

function runRegression(name: string): CheckedRun {
  const experiment: Experiment = {
    ...createExperiment(name),
    types: [{ rtype: 'Node' }, { rtype: 'Application' }],
    ...REGRESSIONS[name],
  };
  return checkedRun(experiment, runEngine(experiment, testCatalog));
}

describe.each(Object.keys(REGRESSIONS))('%s', (name) => {
  test.each(Object.entries({ ...RECORD_CHECKS, ...WAIT_CHECKS }))('%s', (_, check) => {
    expect(check(runRegression(name))).toBeUndefined();
  });
});

test('a resource that failed waits for a state in which it can start, not for a poll', () => {
  const { stretches } = runRegression('a resource that failed and will never start');
  const last = stretches.filter(({ guid }) => guid === 1).at(-1)!;
  expect(ACTIVITIES[last.activity]).toBe('state');
});
