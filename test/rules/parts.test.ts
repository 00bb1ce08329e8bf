// The rules about single parts: types, attributes, traces, durations, settings.
import { describe, expect, it } from 'vitest';
import type { Step, UserType } from '../../src/model/experiment.ts';
import { nearestNames } from '../../src/rules/nearest.ts';
import { check, findings, make, makeExperiment, node, program } from './make-experiment.ts';

it('an experiment without faults has no problems', () => {
  expect(check(makeExperiment([node, program()], { connections: [[2, 1]] }))).toEqual([]);
  expect(check(makeExperiment([]))).toEqual([]);
});

describe('unknown-type', () => {
  it('names the resource and the nearest types, and offers the nearest', () => {
    const experiment = makeExperiment([{ rtype: 'linux::Nod', label: 'server' }]);
    expect(findings(experiment, 'unknown-type')).toEqual([
      "error: server (guid 1) is of type linux::Nod, which is not known, so it can't be simulated. Did you mean linux::Node?",
    ]);
    expect(check(experiment)[0]).toMatchObject({
      place: { guid: 1, field: 'rtype' },
      fix: { edit: { kind: 'set-rtype', guids: [1], rtype: 'linux::Node' } },
    });
  });

  it('has no advice where nothing is near', () => {
    const [found] = check(makeExperiment([make('spaceship')]));
    expect(found?.message).toBe("spaceship 1 is of type spaceship, which is not known, so it can't be simulated.");
    expect(found?.fix).toBeUndefined();
  });

  it("takes the experiment's own types", () => {
    const experiment = makeExperiment([make('lab::Host')], { types: [{ rtype: 'lab::Host', extends: 'linux::Node' }] });
    expect(check(experiment)).toEqual([]);
  });
});

it('abstract-type: names what to use instead', () => {
  expect(findings(makeExperiment([make('abstract::ns3::Node')]), 'abstract-type')).toEqual([
    'error: Node 1 is of the abstract type abstract::ns3::Node. Use one of its subtypes, such as ns3::Node.',
  ]);
});

describe('user-type', () => {
  const found = (...types: readonly UserType[]) => findings(makeExperiment([], { types }), 'user-type');

  it('finds parents that are not known', () => {
    expect(found({ rtype: 'lab::Host', extends: 'linux::Nodes' })).toEqual([
      'error: The type lab::Host extends linux::Nodes, which is not known. Did you mean linux::Node?',
    ]);
  });

  it('finds circles, and only those in them', () => {
    expect(found({ rtype: 'a', extends: 'b' }, { rtype: 'b', extends: 'c' }, { rtype: 'c', extends: 'b' })).toEqual([
      'error: The type b extends itself: b extends c extends b. Let one of them extend Resource.',
      'error: The type c extends itself: c extends b extends c. Let one of them extend Resource.',
    ]);
  });

  it("finds types that hide NEPI's, and those declared twice", () => {
    expect(found({ rtype: 'linux::Ping' })[0]).toMatch(/^warning: The type linux::Ping is one of NEPI's own/);
    expect(found({ rtype: 'a' }, { rtype: 'a' })).toEqual([
      'warning: The type a is declared twice; the last declaration counts.',
    ]);
  });

  it('finds impossible defaults, and those of another type', () => {
    const attributes: UserType['attributes'] = [
      { name: 'n', type: 'INTEGER', range: [1, 3], default: 'x' },
      { name: 'm', type: 'INTEGER', default: '3' },
    ];
    expect(found({ rtype: 'a', attributes })).toEqual([
      "error: The default of an attribute of type a can't be: n takes a whole number from 1 to 3, not the text 'x'.",
      "info: The default of an attribute of type a is of another type: m takes a whole number, such as 3, not the text '3'.",
    ]);
  });
});

describe('nearestNames', () => {
  it('does not compare names of a megabyte letter by letter', () => {
    expect(nearestNames('r'.repeat(1_000_000), ['R'.repeat(1_000_001), 'linux::Node'])).toEqual([]);
    expect(nearestNames('linux::Nod', ['T'.repeat(1_000_000), 'linux::Node'])).toEqual(['linux::Node']);
  });

  it('tells names apart by case, by family and by a few letters', () => {
    expect(nearestNames('Linux::node', ['omf::Node', 'linux::Node'])).toEqual(['linux::Node']);
    expect(nearestNames('Ping', ['ns3::V4Ping', 'linux::Ping', 'linux::Tap'])).toEqual(['linux::Ping']);
    expect(nearestNames('targte', ['target', 'timeout', 'ttl'])).toEqual(['target']);
    expect(nearestNames('x', ['linux::Node'])).toEqual([]);
  });
});

describe('attributes', () => {
  it('that the type does not have', () => {
    const experiment = makeExperiment([make('linux::Node', { hostnam: 'a' })]);
    expect(findings(experiment, 'unknown-attribute')).toEqual([
      "error: Node 1 sets hostnam, which linux::Node doesn't have. Did you mean hostname?",
    ]);
    expect(check(experiment)[0]?.fix?.edit).toEqual({
      kind: 'set-attribute',
      guids: [1],
      name: 'hostnam',
      value: undefined,
    });
  });

  it('with a value that can not be', () => {
    const experiment = makeExperiment([make('planetlab::Node', { maxCpu: 101, architecture: 'arm' })]);
    expect(findings(experiment, 'attribute-value')).toEqual([
      'error: Node 1: maxCpu is a number from 0 to 100; not 101.',
      "error: Node 1: architecture is one of x86_64, i386; not the text 'arm'.",
    ]);
  });

  it('with a value of another type, which NEPI takes', () => {
    const experiment = makeExperiment([
      make('linux::CCND', { capacity: 50000 }),
      make('linux::Node', { critical: 'False' }),
      make('linux::Ping', { target: 'a', count: '10' }),
      make('planetlab::Node', { maxCpu: '50' }),
    ]);
    expect(findings(experiment, 'attribute-value')).toEqual([
      'info: CCND 1: capacity takes text, not 50000. NEPI keeps the value as given.',
      "info: Node 2: critical takes true or false, not the text 'False'. NEPI keeps the value as given, and it counts as true.",
      "info: Ping 3: count takes a whole number, such as 3, not the text '10'. NEPI keeps the value as given.",
      "info: Node 4: maxCpu takes a number from 0 to 100, not the text '50'. NEPI keeps the value as given.",
    ]);
    const fixes = check(experiment).flatMap(({ rule, fix }) => (rule === 'attribute-value' ? [fix?.label] : []));
    expect(fixes).toEqual(["Make it the text '50000'", 'Make it false', 'Make it 10', 'Make it 50']);
  });

  it('that NEPI sets itself, or that come too late', () => {
    const experiment = makeExperiment([node, make('linux::Tap', { deviceName: 'tap0' })], {
      connections: [[2, 1]],
      script: [
        { op: 'set', resources: [1], attribute: 'hostname', value: 'a' },
        { op: 'deploy' },
        { op: 'set', resources: [1], attribute: 'hostname', value: 'b' },
        { op: 'shutdown' },
      ],
    });
    expect(findings(experiment, 'attribute-write')).toEqual([
      "error: Tap 2: deviceName is set by NEPI and can't be set by you. Remove it.",
      "error: Step 3 can't set hostname of Node 1: hostname can only be set before the resource is deployed.",
    ]);
  });

  it('set by a step are looked at as well', () => {
    const step = { op: 'set', resources: [1] } as const;
    const experiment = makeExperiment([node], {
      script: [
        { ...step, attribute: 'colour', value: 'red' },
        { ...step, attribute: 'critical', value: 'no' },
        { op: 'shutdown' },
      ],
    });
    expect(check(experiment).map(({ rule, place }) => [rule, place.step])).toEqual([
      ['unknown-attribute', 0],
      ['never-deployed', 0],
      ['attribute-value', 1],
    ]);
  });
});

it('unknown-trace: names those there are', () => {
  const experiment = makeExperiment([node, { ...program(), traces: ['stdout', 'stdoot', 'pcap'] }], {
    connections: [[2, 1]],
  });
  expect(findings(experiment, 'unknown-trace')).toEqual([
    "error: Application 2 enables the trace stdoot, which linux::Application doesn't have. Did you mean stdout?",
    "error: Application 2 enables the trace pcap, which linux::Application doesn't have. It has stderr, stdout.",
  ]);
});

it('distribution: the least is not more than the most', () => {
  const experiment = makeExperiment(
    [make('linux::Node', {}, { provision: { dist: 'uniform', min: '3s', max: '2500ms' }, discover: '1s' })],
    { types: [{ rtype: 'lab::A', behavior: { run: { dist: 'triangular', min: '1s', mode: '5s', max: '2s' } } }] },
  );
  expect(findings(experiment, 'distribution')).toEqual([
    'error: The type lab::A: the usual duration of run (5s) is more than the most (2s). Exchange them.',
    'error: Node 1: the least duration of provision (3s) is more than the most (2500ms). Exchange them.',
  ]);
});

it('distribution: a lognormal one with a sigma over 5 is doubted', () => {
  const spread = (sigma: number) => make('linux::Node', {}, { provision: { dist: 'lognormal', median: '1s', sigma } });
  expect(findings(makeExperiment([spread(5), spread(5.5)]), 'distribution')).toEqual([
    expect.stringMatching(/^warning: Node 2: the duration of provision has a sigma of 5\.5, /),
  ]);
});

describe('reschedule-delay', () => {
  const found = (rescheduleDelay: string) => check(makeExperiment([], { simulation: { rescheduleDelay, seed: 3 } }));

  it('refuses none at all, warns of one below a millisecond', () => {
    expect(found('0s')).toMatchObject([
      { severity: 'error', fix: { edit: { kind: 'set-simulation', simulation: { seed: 3 } } } },
    ]);
    expect(found('999us')).toMatchObject([{ severity: 'warning' }]);
    expect(found('1ms')).toEqual([]);
  });
});

describe('what fails only in a real run', () => {
  it('needed-attribute: what is not set', () => {
    const experiment = makeExperiment(
      [node, make('linux::Ping', { target: '', count: 3 }), make('linux::Application')],
      {
        connections: [
          [2, 1],
          [3, 1],
        ],
      },
    );
    expect(findings(experiment, 'needed-attribute')).toEqual([
      "warning: Ping 2 has no target: the simulation doesn't need it, a real run fails without. Set it.",
      'info: Application 3 has no command: in a real run it would be over as soon as it starts.',
    ]);
  });

  it('endless-program: what only the simulation ends', () => {
    const ping = make('linux::Ping', { target: 'a' });
    const connections = [[2, 1]] as const;
    expect(findings(makeExperiment([node, ping], { connections }), 'endless-program')).toHaveLength(1);
    const stop = [{ resources: [2], action: 'STOP', group: [2], state: 'STARTED', time: '10s' }] as const;
    expect(check(makeExperiment([node, ping], { connections, conditions: stop }))).toEqual([]);
    expect(check(makeExperiment([node, make('linux::Ping', { target: 'a', count: 1 })], { connections }))).toEqual([]);
  });

  it('unworkable-type', () => {
    expect(findings(makeExperiment([make('ns3::TapBridge', { ip: '10.0.0.1' })]), 'unworkable-type')[0]).toContain(
      "NEPI can't attach this kind of device",
    );
  });
});

describe('empty-step', () => {
  const script = (...steps: readonly Step[]) =>
    makeExperiment([node, program()], {
      connections: [[2, 1]],
      script: [{ op: 'deploy' }, ...steps, { op: 'shutdown' }],
    });

  it('tells of steps that name no resource, and offers to remove them', () => {
    const experiment = script({ op: 'start', resources: [] }, { op: 'waitFinished', resources: [2] });
    expect(findings(experiment, 'empty-step')).toEqual([
      'warning: Step 2 (start) names no resource, so it does nothing. Choose its resources, or remove it.',
    ]);
    expect(check(experiment).find(({ rule }) => rule === 'empty-step')).toMatchObject({
      place: { step: 1 },
      fix: { edit: { kind: 'set-script', script: [{ op: 'deploy' }, experiment.script![2], { op: 'shutdown' }] } },
    });
  });

  it('tells of steps that wait for no resource', () => {
    const set = { op: 'setWithConditions', resources: [2], attribute: 'command', value: 'x', group: [] } as const;
    expect(findings(script({ ...set, state: 'STARTED' }), 'empty-step')).toEqual([
      'warning: Step 2 (setWithConditions) waits for no resource, so it sets the value at once. Choose whom it waits for, or remove it.',
    ]);
  });
});
