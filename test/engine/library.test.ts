// The engine as a library: NEPI's ExperimentController, ResourceManager and ResourceFactory, as a program uses them.
import { describe, expect, test } from 'vitest';
import {
  type Blocking,
  type Course,
  ExperimentController,
  nepiCatalog,
  ResourceFactory,
  ResourceManager,
} from '../../src/engine/index.ts';

const SECOND = 1_000_000;

class Node extends ResourceManager {
  static override readonly rtype: string = 'lab::Node';
  static readonly traces: readonly string[] = ['boot', 'noise'];
  static readonly attributes: readonly object[] = [
    { name: 'hostname', type: 'STRING', flags: ['Design'] },
    { name: 'cores', type: 'INTEGER', default: 4, range: [1, 64] },
    { name: 'kind', type: 'ENUM', default: 'pc', allowed: ['pc', 'board'] },
    { name: 'address', type: 'STRING', flags: ['NoWrite'] },
    { name: 'password', type: 'STRING', flags: ['Credential'] },
    { name: 'token', type: 'STRING', default: 'x', flags: ['NoRead'] },
    { name: 'site', type: 'STRING', default: 'here', flags: ['Global'] },
  ];

  override *doDeploy(): Blocking {
    yield 2 * SECOND;
    this.put('address', '10.0.0.1');
    this.writeTrace('boot', 'up\n');
    this.setReady();
  }
}

class Board extends Node {
  static override readonly rtype = 'lab::Board';
  static override readonly attributes = [{ name: 'kind', type: 'ENUM', default: 'board', allowed: ['board'] }];
  static override readonly traces = ['gpio'];
  static readonly withoutAttributes = ['password'];
  static readonly withoutTraces = ['noise'];
}

class Application extends ResourceManager {
  static override readonly rtype = 'lab::Application';
  readonly connected: number[] = [];

  override validConnection(guid: number): boolean {
    return this.ec.getResource(guid).type.lineage.includes('lab::Node');
  }

  override doConnect(guid: number): void {
    this.connected.push(guid);
  }

  override doStart(): Course {
    if (this.getConnected('lab::Node').length === 0) throw new Error('there is no node to start on');
    return super.doStart();
  }
}

function controller(options: ConstructorParameters<typeof ExperimentController>[0] = {}): ExperimentController {
  const factory = new ResourceFactory();
  factory.registerTypes({ Node, Board, Application, notAType: 5 });
  return new ExperimentController({ factory, ...options });
}

describe('ResourceFactory', () => {
  test('knows the types of the catalogue and of modules', () => {
    const factory = new ResourceFactory(nepiCatalog);
    factory.registerType(Node as never);
    expect(factory.resourceTypes.length).toBe(nepiCatalog.types.length + 1);
    expect(factory.getResourceType('lab::Node')!.lineage).toEqual(['lab::Node', 'Resource']);
  });

  test('inherits attributes and traces, with own ones added and those left out removed', () => {
    const ec = controller();
    const board = ec.getResource(ec.registerResource('lab::Board'));
    expect(board).toBeInstanceOf(Board);
    expect(board.get('kind')).toBe('board');
    expect(board.attributes.has('password')).toBe(false);
    expect(board.type.traces).toEqual(['boot', 'gpio']);
    expect(board.get('critical')).toBe(true);
    expect(ec.getResource(ec.registerResource('lab::Node')).attributes.has('password')).toBe(true);
  });

  test('says which type is missing', () => {
    expect(() => controller().registerResource('lab::Nothing')).toThrow(/no resource type 'lab::Nothing'/);
  });
});

describe('attributes', () => {
  test('take what their definitions allow', () => {
    const ec = controller();
    const node = ec.registerResource('lab::Node');
    ec.set(node, 'cores', 8);
    expect(ec.get(node, 'cores')).toBe(8);
    expect(ec.getResource(node).attributes.hasChanged('cores')).toBe(true);
    expect(ec.getResource(node).attributes.hasChanged('kind')).toBe(false);
    expect(() => ec.set(node, 'cores', 128)).toThrow(/from 1 to 64/);
    expect(() => ec.set(node, 'cores', 'many')).toThrow(/whole number/);
    expect(() => ec.set(node, 'kind', 'fridge')).toThrow(/pc, board/);
    expect(() => ec.set(node, 'colour', 'red')).toThrow(/no attribute 'colour'/);
  });

  test('have flags that hold', () => {
    const ec = controller();
    const node = ec.registerResource('lab::Node');
    ec.set(node, 'hostname', 'a');
    ec.set(node, 'password', 'secret');
    expect(() => ec.set(node, 'address', '10.0.0.2')).toThrow(/set by NEPI/);
    expect(ec.get(node, 'password')).toBe('********');
    expect(ec.getResource(node).get('password')).toBe('secret');
    expect(ec.get(node, 'token')).toBeUndefined();
    ec.deploy(node);
    ec.waitDeployed(node);
    expect(() => ec.set(node, 'hostname', 'b')).toThrow(/before the resource is deployed/);
    expect(ec.get(node, 'address')).toBe('10.0.0.1');
  });

  test('may have one value for a whole type', () => {
    const ec = controller();
    const [a, b] = [ec.registerResource('lab::Node'), ec.registerResource('lab::Node')];
    ec.setGlobal('lab::Node', 'site', 'there');
    ec.set(b, 'site', 'elsewhere');
    expect([ec.get(a, 'site'), ec.get(b, 'site'), ec.getGlobal('lab::Node', 'site')]).toEqual([
      'there',
      'elsewhere',
      'there',
    ]);
    expect(() => ec.setGlobal('lab::Node', 'cores', 1)).toThrow(/no global attribute/);
  });
});

test('traces keep what is written to them once they are enabled', () => {
  const ec = controller({ expId: 'demo' });
  const [a, b] = [ec.registerResource('lab::Node'), ec.registerResource('lab::Node')];
  ec.enableTrace(a, 'boot');
  ec.deploy();
  ec.waitDeployed([a, b]);
  expect(ec.trace(a, 'boot')).toBe('up\n');
  expect(ec.trace(a, 'boot', 'STREAM', 2, 1)).toBe('\n');
  expect(ec.trace(a, 'boot', 'SIZE')).toBe(3);
  expect(ec.trace(a, 'boot', 'PATH')).toBe(`/demo/${a}/boot`);
  expect(ec.traceEnabled(b, 'boot')).toBe(false);
  expect(() => ec.trace(b, 'boot')).toThrow(/not enabled/);
  expect(() => ec.enableTrace(a, 'smell')).toThrow(/no trace 'smell'/);
});

describe('ResourceManager', () => {
  test('is connected on the sides that find it valid, and has its hooks called', () => {
    const ec = controller();
    const [node, app, other] = ['Node', 'Application', 'Application'].map((type) =>
      ec.registerResource(`lab::${type}`),
    );
    ec.registerConnection(app!, node!);
    ec.registerConnection(app!, other!);
    const rm = ec.getResource(app!) as Application;
    expect(rm.connected).toEqual([node]);
    expect(rm.getConnected().map(({ guid }) => guid)).toEqual([node]);
    expect(rm.getConnected('lab::Board')).toEqual([]);
    rm.unregisterConnection(node!);
    expect(rm.getConnected()).toEqual([]);
  });

  test('fails when a hook throws, and aborts the experiment', () => {
    const ec = controller();
    const app = ec.registerResource('lab::Application');
    ec.deploy(app);
    ec.waitStarted(app);
    expect(ec.state(app)).toBe('FAILED');
    expect(ec.abort).toBe(true);
    expect(ec.failureLevel).toBe('RM_FAILURE');
    expect(ec.takeRecord().log.map(({ text }) => text)).toContain('there is no node to start on');
  });

  test('forgets some of those it waits for, and waits for the rest', () => {
    const ec = controller();
    const guids = ['Node', 'Node', 'Node'].map((type) => ec.registerResource(`lab::${type}`));
    const [a, b, c] = guids as [number, number, number];
    ec.registerCondition(c, 'START', [a, b], 'STARTED', '5s');
    ec.registerCondition(c, 'START', a, 'STOPPED');
    ec.getResource(c).unregisterCondition([a], 'START');
    expect(
      ec
        .getResource(c)
        .conditions('START')
        .map(({ group }) => group),
    ).toEqual([[b]]);
    ec.deploy();
    ec.waitStarted(c);
    expect(ec.stateTime(c, 'STARTED')! - ec.stateTime(b, 'STARTED')!).toBe(5 * SECOND);
  });
});

describe('ExperimentController', () => {
  test('runs the simulation forward in its waits', () => {
    const ec = controller();
    const node = ec.registerResource('lab::Node');
    ec.deploy(node);
    expect([ec.now, ec.state(node)]).toEqual([0, 'NEW']);
    ec.waitDeployed(node);
    expect([ec.now, ec.state(node)]).toEqual([2 * SECOND, 'READY']);
    ec.waitStarted(node);
    ec.sleep('3s');
    ec.stop(node);
    expect(ec.stateTime(node, 'STOPPED')).toBe(ec.now);
    ec.start(node);
    ec.shutdown();
    expect(ec.state(node)).toBe('RELEASED');
  });

  test('schedules callbacks, and sets with conditions', () => {
    const ec = controller();
    const [a, b] = [ec.registerResource('lab::Node'), ec.registerResource('lab::Node')];
    const called: number[] = [];
    ec.schedule('1.5s', () => void called.push(ec.now) as undefined);
    ec.deploy();
    ec.setWithConditions('cores', 2, a, b, 'STARTED', '1s');
    ec.sleep('10s');
    expect(called).toEqual([1.5 * SECOND]);
    expect(ec.get(a, 'cores')).toBe(2);
  });

  test('says who waits for whom where a wait can never end', () => {
    const ec = controller();
    const [a, b] = [ec.registerResource('lab::Node'), ec.registerResource('lab::Node')];
    ec.registerCondition(a, 'START', b, 'STARTED');
    ec.registerCondition(b, 'START', a, 'STARTED');
    ec.deploy();
    expect(() => ec.waitStarted([a, b])).toThrow(
      /nothing can change any more.*1 \(condition\) for 2, 2 \(condition\) for 1/,
    );
  });

  test('never waits inside the simulation', () => {
    const ec = controller();
    const node = ec.registerResource('lab::Node');
    ec.schedule(0, () => ec.waitStarted(node) as undefined);
    ec.sleep('1s');
    expect(ec.takeRecord().log.map(({ text }) => text)).toEqual([expect.stringMatching(/inside the simulation/)]);
  });

  test('removes what is released for good', () => {
    const ec = controller();
    const node = ec.registerResource('lab::Node');
    ec.set(node, 'hardRelease', true);
    ec.release(node);
    expect(ec.resources).toEqual([]);
  });

  test('bounds a reschedule delay at which no time would pass', () => {
    const ec = controller({ rescheduleDelay: 0 });
    const [a, b] = [ec.registerResource('lab::Node'), ec.registerResource('lab::Node')];
    ec.registerCondition(a, 'DEPLOY', b, 'READY');
    ec.deploy();
    ec.waitDeployed([a, b]);
    expect(ec.now).toBeGreaterThan(4 * SECOND - 1);
    expect(ec.takeRecord().log[0]).toMatchObject({ level: 'warning', text: expect.stringMatching(/1us/) });
  });
});
