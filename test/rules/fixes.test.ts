import { describe, expect, it } from 'vitest';
import { applyEdit, type Edit } from '../../src/edit/edit.ts';
import type { Experiment } from '../../src/model/experiment.ts';
import { check, make, makeExperiment, node, program, when } from './make-experiment.ts';

const connections = [
  [2, 1],
  [3, 1],
] as const;
const pair = [node, program({ run: '3s' }), program({ run: '3s' })];
const host = make('omf::Node', { hostname: 'a', xmppServer: 'b' });
const ns3 = (device: string, attributes = {}) =>
  makeExperiment(
    [node, make('linux::ns3::Simulation'), make('ns3::Node', attributes), make(device, { ip: '10.0.0.1' })],
    {
      connections: [
        [2, 1],
        [3, 2],
        [4, 3],
      ],
    },
  );

const CASES: Readonly<Record<string, Experiment>> = {
  'unknown-type': makeExperiment([make('linux::Nod')]),
  'abstract-type': makeExperiment([make('abstract::ns3::Node')]),
  'unknown-attribute': makeExperiment([make('linux::Node', { hostnam: 'a' })]),
  'attribute-value': makeExperiment([make('linux::Node', { critical: 'no' })]),
  'attribute-write': makeExperiment([node, make('linux::Tap', { deviceName: 'a' })], { connections: [[2, 1]] }),
  'unknown-trace': makeExperiment([{ ...node, traces: ['pcap'] }]),
  'reschedule-delay': makeExperiment([], { simulation: { rescheduleDelay: '0s', workers: 3 } }),
  'repeated-connection': makeExperiment(pair, { connections: [...connections, [1, 1]] }),
  'forbidden-connection': makeExperiment([host, make('linux::Channel')], { connections: [[1, 2]] }),
  'missing-neighbour': makeExperiment([node, program()]),
  'connection-count': makeExperiment([node, node, program()], {
    connections: [
      [3, 2],
      [3, 1],
    ],
  }),
  'waits-in-circle': makeExperiment(pair, {
    connections,
    conditions: [when([2], 'START', [3], 'STARTED'), when([3], 'START', [2, 1], 'STARTED')],
  }),
  'never-happens': makeExperiment(pair, {
    connections,
    script: [{ op: 'deploy', group: 3 }, { op: 'waitFinished', resources: [2] }, { op: 'shutdown' }],
  }),
  'named-group': makeExperiment(pair, { connections, script: [{ op: 'deploy', group: 3 }, { op: 'shutdown' }] }),
  'step-order': makeExperiment(pair, { connections, script: [{ op: 'deploy' }] }),
  'idle-condition': makeExperiment(pair, { connections, conditions: [when([2], 'START', [1], 'NEW')] }),
  'repeated-member': makeExperiment(pair, { connections, conditions: [when([2, 2], 'START', [1, 3, 1], 'READY')] }),
  'ns3-protocol': ns3('ns3::WifiNetDevice'),
  'ns3-realtime': ns3('ns3::FdNetDevice', { enableStack: true }),
};

describe('a fix is an edit, and takes its problem away', () => {
  it.each(Object.entries(CASES))('%s', (rule, experiment) => {
    const found = check(experiment).filter((problem) => problem.rule === rule);
    const edit: Edit | undefined = found[0]?.fix?.edit;
    expect(edit).toBeDefined();
    const fixed = applyEdit(experiment, edit!);
    expect(check(fixed).filter((problem) => problem.rule === rule)).toHaveLength(found.length - 1);
  });

  it('also the deployment group that waits for one of its own', () => {
    const experiment = makeExperiment(pair, { connections, conditions: [when([2], 'DEPLOY', [3], 'STARTED')] });
    expect(check(applyEdit(experiment, check(experiment)[0]!.fix!.edit))).toEqual([]);
  });
});
