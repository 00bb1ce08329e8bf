// The rules about who is connected to whom.
import { describe, expect, it } from 'vitest';
import { check, findings, make, makeExperiment, node, program } from './make-experiment.ts';

describe('missing-neighbour', () => {
  it('says what is lacking and what comes of it, and offers the only one that fits', () => {
    const experiment = makeExperiment([node, { ...program(), label: 'app' }]);
    expect(findings(experiment, 'missing-neighbour')).toEqual([
      'error: app (guid 2) needs a connection to a linux::Node; without it, it stays NEW for ever.',
    ]);
    expect(check(experiment)[0]).toMatchObject({
      place: { guid: 2, field: 'connections' },
      fix: {
        label: 'Connect it to Node 1, the only linux::Node here',
        edit: { kind: 'connect', connections: [[2, 1]] },
      },
    });
  });

  it('offers nothing where several fit', () => {
    expect(check(makeExperiment([node, node, program()]))[0]?.fix).toBeUndefined();
  });

  it('takes subtypes', () => {
    expect(check(makeExperiment([make('planetlab::Node'), program()], { connections: [[1, 2]] }))).toEqual([]);
  });

  it('follows paths, and says where a real run fails', () => {
    const experiment = makeExperiment([make('ns3::Node'), make('ns3::Ipv4L3Protocol')], { connections: [[2, 1]] });
    expect(findings(experiment, 'missing-neighbour')).toEqual([
      'error: Node 1 needs a connection to a linux::ns3::Simulation; without it, it stays NEW for ever (in a real run it fails).',
      'error: Ipv4L3Protocol 2 needs a linux::ns3::Simulation, reached through an ns3::Node of any kind; without it, it stays NEW for ever (in a real run it fails).',
    ]);
  });

  it('counts', () => {
    const experiment = makeExperiment([node, make('linux::Tap'), make('linux::UdpTunnel')], {
      connections: [
        [2, 1],
        [3, 2],
      ],
    });
    expect(findings(experiment, 'missing-neighbour')).toEqual([
      'error: UdpTunnel 3 needs connections to 2 resources of type linux::Application, and has 1; without it, it stays NEW for ever.',
    ]);
  });

  it('is only a warning where the script goes on without', () => {
    const script = [{ op: 'deploy', waitAllReady: false }, { op: 'shutdown' }] as const;
    expect(findings(makeExperiment([program()], { script }), 'missing-neighbour')[0]).toMatch(/^warning/);
  });
});

it('missing-connection: what nothing waits for, but a real run needs', () => {
  const experiment = makeExperiment(
    [
      node,
      make('linux::ns3::Simulation'),
      make('ns3::Node', { enableStack: true }),
      make('ns3::PointToPointNetDevice', { ip: '10.0.0.1' }),
      make('ns3::PointToPointChannel'),
    ],
    {
      connections: [
        [2, 1],
        [3, 2],
        [4, 3],
        [4, 5],
      ],
    },
  );
  expect(check(experiment).map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    'warning: PointToPointNetDevice 4 should be connected to an ns3::Queue of any kind: the simulation goes on without, a real run fails.',
  ]);
});

describe('forbidden-connection', () => {
  it('names both and offers to remove it', () => {
    const experiment = makeExperiment([make('omf::Node'), make('linux::Node')], { connections: [[1, 2]] });
    expect(findings(experiment, 'forbidden-connection')).toEqual([
      "error: Node 1 and Node 2 are connected, but omf::Node can't be connected to linux::Node: it takes only omf::Application and omf::WifiInterface. NEPI drops the connection.",
    ]);
    expect(check(experiment).find(({ rule }) => rule === 'forbidden-connection')?.fix?.edit).toEqual({
      kind: 'remove',
      connections: [[1, 2]],
    });
  });
});

describe('connection-count', () => {
  it('names those that NEPI does not look at', () => {
    const experiment = makeExperiment([node, node, program()], {
      connections: [
        [3, 2],
        [1, 3],
      ],
    });
    expect(findings(experiment, 'connection-count')).toEqual([
      'warning: Application 3 is connected to 2 resources of type linux::Node, but linux::Application takes only one: NEPI looks at Node 1, not at Node 2.',
    ]);
    expect(check(experiment)[0]?.fix?.edit).toEqual({ kind: 'remove', connections: [[3, 2]] });
  });

  it('is an error where NEPI refuses', () => {
    const host = make('omf::Node', { hostname: 'a', xmppServer: 'b' });
    const experiment = makeExperiment([host, host, make('omf::Application', { command: 'date' })], {
      connections: [
        [3, 1],
        [3, 2],
      ],
    });
    expect(findings(experiment, 'connection-count')[0]).toMatch(/^error/);
  });
});

it('repeated-connection: with itself, and twice', () => {
  const experiment = makeExperiment([node, program()], {
    connections: [
      [2, 1],
      [1, 2],
      [1, 1],
    ],
  });
  expect(findings(experiment, 'repeated-connection')).toEqual([
    'error: Node 1 is connected with itself. Remove the connection.',
    'warning: Node 1 and Application 2 are connected more than once; once is enough.',
  ]);
});

it('unknown-gate-type: a requires that nothing can meet', () => {
  const experiment = makeExperiment(
    [make('linux::Node', {}, { requires: [{ before: 'start', type: 'linux::Interfaces', state: 'READY' }] })],
    {},
  );
  expect(findings(experiment, 'unknown-gate-type')).toEqual([
    'warning: Node 1 requires connections to linux::Interfaces, a type that is not known. Did you mean linux::Interface?',
  ]);
});

describe('ns-3', () => {
  const world = (attributes: Record<string, boolean | string>, device: string) =>
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

  it('ns3-protocol: a device needs IPv4 on its node', () => {
    expect(findings(world({}, 'ns3::WifiNetDevice'), 'ns3-protocol')[0]).toContain('Node 3 has no IPv4');
    expect(findings(world({ enableStack: true }, 'ns3::WifiNetDevice'), 'ns3-protocol')).toEqual([]);
  });

  it('ns3-realtime: a device with real packets needs real time', () => {
    expect(findings(world({ enableStack: true }, 'ns3::FdNetDevice'), 'ns3-realtime')[0]).toContain(
      'Simulation 2 must run in real time',
    );
  });
});
