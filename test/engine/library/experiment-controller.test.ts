// NEPI: ExperimentController, as a program calls it: the simulation runs forward in its waits.
import { describe, expect, test } from 'vitest';
import { ACTIVITIES, CAUSES, ExperimentController } from '../../../src/engine/index.ts';
import { controller, logOf, nodes, SECOND } from './lab.ts';

describe('resources', () => {
  test('have the next guid, or one that is given', () => {
    const ec = controller();
    expect([
      ec.registerResource('lab::Node'),
      ec.registerResource('lab::Node', 9),
      ec.registerResource('lab::Node'),
    ]).toEqual([1, 9, 10]);
    expect(ec.resources).toEqual([1, 9, 10]);
    expect(ec.getResource(9).rtype).toBe('lab::Node');
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 32])('have no guid %d', (guid) => {
    expect(() => controller().registerResource('lab::Node', guid)).toThrow(`${guid} is no guid`);
  });

  test('are there once, and not before', () => {
    const ec = controller();
    nodes(ec, 1);
    expect(() => ec.registerResource('lab::Node', 1)).toThrow(/already/);
    expect(() => ec.getResource(2)).toThrow(/no resource with guid 2/);
  });

  test('are found by type, subtypes included', () => {
    const ec = controller();
    const [node, board] = [ec.registerResource('lab::Node'), ec.registerResource('lab::Board')];
    ec.registerResource('lab::Application');
    expect(ec.getResourcesByType('lab::Node').map(({ guid }) => guid)).toEqual([node, board]);
    expect(ec.filterResources('lab::Board')).toEqual([board]);
  });

  test('that are removed are connected to nobody any more', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.registerConnection(a, b);
    ec.removeResource(a);
    expect([ec.resources, ec.getResource(b).connections]).toEqual([[b], []]);
  });
});

describe('a resource that comes later', () => {
  test('is NEW since then, and nothing is told of it before', () => {
    const ec = controller();
    const [a] = nodes(ec, 1) as [number];
    ec.sleep('10s');
    const [b, c] = nodes(ec, 2) as [number, number];
    expect([a, b].map((guid) => ec.stateTime(guid, 'NEW'))).toEqual([0, 10 * SECOND]);
    ec.registerCondition(c, 'START', b, 'NEW', '5s');
    ec.deploy(c);
    ec.waitStarted(c);
    expect(ec.stateTime(c, 'STARTED')).toBe(15 * SECOND);
    ec.shutdown();
    const { stretches } = ec.takeRecord();
    expect(stretches.from[stretches.guid.indexOf(c)]).toBe(10 * SECOND);
  });

  test('does what the program asks for then, not because the run began', () => {
    const ec = controller();
    ec.sleep('10s');
    const [a] = nodes(ec, 1) as [number];
    ec.discover(a);
    const { cause, via } = ec.takeRecord().events;
    expect([cause[0], CAUSES[via[0]!]]).toEqual([-1, 'script']);
  });
});

describe('a resource that is removed', () => {
  test.each(['literal', 'skipped'] as const)('fails who waits for it (polls: %s)', (polls) => {
    const ec = controller({ polls });
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.registerCondition(b, 'START', a, 'STOPPED');
    ec.deploy();
    ec.sleep('5s');
    ec.removeResource(a);
    ec.sleep('5s');
    expect([ec.state(b), logOf(ec)[0]]).toEqual(['FAILED', [b, 'lab::Node guid 2 - there is no resource with guid 1']]);
    ec.shutdown();
    expect(ec.state(b)).toBe('RELEASED');
  });

  test('may be waited for when the others are released, and wait itself', () => {
    const ec = controller();
    const [a, b, c] = nodes(ec, 3) as [number, number, number];
    ec.registerCondition(b, 'START', a, 'STOPPED');
    ec.registerCondition(a, 'STOP', c, 'STOPPED');
    ec.deploy();
    ec.sleep('5s');
    ec.removeResource(a);
    ec.shutdown();
    expect([ec.resources, ec.state(b), ec.state(c)]).toEqual([[b, c], 'RELEASED', 'RELEASED']);
  });

  test('leaves its guid to nobody', () => {
    const ec = controller();
    const [, b] = nodes(ec, 2) as [number, number];
    ec.removeResource(b);
    expect(ec.registerResource('lab::Node')).toBe(3);
  });
});

describe('waits', () => {
  test('let time pass until what they wait for has come', () => {
    const ec = controller();
    const [node] = nodes(ec, 1) as [number];
    ec.deploy(node);
    expect([ec.now, ec.state(node)]).toEqual([0, 'NEW']);
    ec.waitDeployed(node);
    expect([ec.now, ec.state(node)]).toEqual([2 * SECOND, 'READY']);
    ec.waitStarted(node);
    ec.sleep('3s');
    ec.stop(node);
    ec.waitFinished(node);
    expect(ec.stateTime(node, 'STOPPED')).toBe(ec.now);
    ec.start(node);
    ec.schedule('2.25s', () => ec.getResource(node).release());
    ec.waitReleased(node);
    expect(ec.now - ec.stateTime(node, 'RELEASED')!).toBeLessThan(0.5 * SECOND);
  });

  test('end when the experiment aborts', () => {
    const ec = controller();
    const app = ec.registerResource('lab::Application');
    const [node] = nodes(ec, 1) as [number];
    ec.registerCondition(node, 'START', app, 'RELEASED');
    ec.deploy();
    ec.waitStarted(node);
    expect([ec.abort, ec.state(node)]).toEqual([true, 'READY']);
  });

  test('that can never end say who waits for whom', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.registerCondition(a, 'START', b, 'STARTED');
    ec.registerCondition(b, 'START', a, 'STARTED');
    ec.deploy();
    expect(() => ec.waitStarted([a, b])).toThrow(
      /nothing can change any more.*: the program \(wait\) for 2 to be STARTED, 1 \(condition\) for 2 to be STARTED, 2 \(condition\) for 1 to be STARTED$/,
    );
  });

  test('end at the horizon', () => {
    const ec = controller({ horizon: '10s' });
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.registerCondition(a, 'START', b, 'STARTED', '1m');
    ec.deploy();
    expect(() => ec.waitStarted(a)).toThrow(/horizon/);
  });

  test('are not for what runs inside the simulation, which has others', () => {
    const ec = controller();
    const [node] = nodes(ec, 1) as [number];
    const seen: string[] = [];
    ec.schedule(0, () => ec.waitStarted(node) as undefined);
    ec.schedule(0, function* () {
      yield* ec.waiting([node], 'STARTED');
      seen.push(ec.state(node));
    });
    ec.deploy(node);
    ec.sleep('10s');
    expect(logOf(ec)).toEqual([[0, expect.stringMatching(/inside the simulation/)]]);
    expect(seen).toEqual(['STARTED']);
  });
});

describe('deploy', () => {
  test('starts a group once all of it is ready', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.registerCondition(b, 'DEPLOY', a, 'READY', '5s');
    ec.deploy([a, b]);
    ec.waitStarted([a, b]);
    expect(ec.stateTime(a, 'STARTED')).toBe(ec.stateTime(b, 'STARTED'));
    expect(ec.getResource(a).deploymentGroup).toBe(ec.getResource(b).deploymentGroup);
  });

  test.each(['literal', 'skipped'] as const)('waits for who was READY and is not any more (polls: %s)', (polls) => {
    const ec = controller({ polls });
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.registerCondition(b, 'DEPLOY', a, 'NEW', '5s');
    ec.deploy([a, b]);
    ec.waitDeployed(a);
    ec.getResource(a).setProvisioned();
    ec.sleep('20s');
    expect([ec.state(a), ec.state(b)]).toEqual(['PROVISIONED', 'READY']);
    ec.getResource(a).setReady();
    ec.waitStarted([a, b]);
    expect([ec.state(a), ec.state(b)]).toEqual(['STARTED', 'STARTED']);
  });

  test('starts each by itself where they need not wait for all', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.registerCondition(b, 'DEPLOY', a, 'READY', '5s');
    ec.deploy([a, b], false);
    ec.waitStarted([a, b]);
    expect(ec.stateTime(a, 'STARTED')).toBeLessThan(ec.stateTime(b, 'READY')!);
  });

  test('takes all that are NEW, and can be done again with those that came later', () => {
    const ec = controller();
    const [a] = nodes(ec, 1) as [number];
    ec.deploy();
    ec.waitStarted(a);
    const [b] = nodes(ec, 1) as [number];
    ec.registerConnection(a, b);
    ec.deploy();
    ec.waitStarted(b);
    expect(ec.getResource(b).deploymentGroup).not.toBe(ec.getResource(a).deploymentGroup);
  });

  test('into a group of a number of its own starts nothing by itself', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.deploy(a, true, 7);
    ec.deploy(b, false, 7);
    ec.sleep('10s');
    expect([ec.state(a), ec.state(b), ec.getResource(a).deploymentGroup]).toEqual(['READY', 'STARTED', 7]);
  });
});

test('discover and provision take one resource that far', () => {
  const ec = controller();
  const [node] = nodes(ec, 1) as [number];
  ec.discover(node);
  expect(ec.state(node)).toBe('DISCOVERED');
  ec.provision(node);
  expect(ec.state(node)).toBe('PROVISIONED');
});

describe('release', () => {
  test('of some leaves the others', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.release(a);
    expect([ec.state(a), ec.state(b)]).toEqual(['RELEASED', 'NEW']);
    ec.shutdown();
    expect(ec.state(b)).toBe('RELEASED');
  });

  test('removes what is released for good', () => {
    const ec = controller();
    const [node] = nodes(ec, 1) as [number];
    ec.set(node, 'hardRelease', true);
    ec.release();
    expect(ec.resources).toEqual([]);
  });

  test('comes with shutdown, which drops what was scheduled', () => {
    const ec = controller();
    const [node] = nodes(ec, 1) as [number];
    let isCalled = false;
    ec.schedule('1m', () => {
      isCalled = true;
    });
    ec.deploy(node);
    ec.waitStarted(node);
    ec.shutdown();
    ec.sleep('2m');
    expect([ec.state(node), isCalled]).toEqual(['RELEASED', false]);
  });
});

describe('schedule', () => {
  test('calls back at its time, on a worker', () => {
    const ec = controller();
    const called: number[] = [];
    ec.schedule('1.5s', () => {
      called.push(ec.now);
    });
    ec.schedule(2.4, () => {
      called.push(ec.now);
    });
    ec.schedule(-5, () => {
      called.push(ec.now);
    });
    ec.sleep('10s');
    expect(called).toEqual([0, 2, 1.5 * SECOND]);
    expect(() => ec.schedule(Number.NaN, () => undefined)).toThrow(/not a time/);
    expect(() => ec.schedule('2m30s', () => undefined)).toThrow(/not a time/);
  });

  test('logs what its callback throws, and nothing else comes of it', () => {
    const ec = controller();
    ec.schedule(0, () => {
      throw new Error('never mind');
    });
    ec.sleep('1s');
    expect([ec.abort, ec.failureLevel, logOf(ec)]).toEqual([false, 'OK', [[0, 'never mind']]]);
  });
});

describe('setWithConditions', () => {
  test('sets once the resource is STARTED and the condition is met', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.deploy();
    ec.setWithConditions('cores', 2, a, b, 'STARTED', '1s');
    ec.waitStarted([a, b]);
    expect(ec.get(a, 'cores')).toBe(4);
    ec.sleep('1s');
    expect(ec.get(a, 'cores')).toBe(2);
  });

  test('says what it could not set', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.deploy();
    ec.setWithConditions('cores', 99, a, b, 'STARTED');
    ec.sleep('10s');
    expect([ec.get(a, 'cores'), ec.state(a)]).toEqual([4, 'STARTED']);
    expect(logOf(ec)).toEqual([[a, 'lab::Node guid 1 - cores is a number from 1 to 64; not 99']]);
  });
});

describe('what makes no sense is refused', () => {
  test.each([
    [{ workers: -1 }, /-1 workers/],
    [{ workers: 1.5 }, /1.5 workers/],
    [{ workers: Number.NaN }, /NaN workers/],
    [{ seed: 0.5 }, /0.5 is no seed/],
    [{ horizon: -1 }, /less than no time/],
    [{ horizon: Infinity }, /Infinity is not a time/],
    [{ rescheduleDelay: Infinity }, /Infinity is not a time/],
    [{ rescheduleDelay: '2m30s' }, /'2m30s' is not a time/],
  ])('to make a controller with: %o', (options, message) => {
    expect(() => controller(options)).toThrow(message);
  });

  test('as a condition, as a whole', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    const register = (guids: number[], action: string, state: string, time?: number) => () =>
      ec.registerCondition(guids, action as 'START', b, state as 'READY', time);
    expect(register([a, 99], 'START', 'READY')).toThrow(/no resource with guid 99/);
    expect(register([a], 'FLY', 'READY')).toThrow(/no action 'FLY'/);
    expect(register([a], 'START', 'AIRBORNE')).toThrow(/no state 'AIRBORNE'/);
    expect(register([a], 'START', 'READY', -1)).toThrow(/less than no time/);
    expect(register([a], 'START', 'READY', Infinity)).toThrow(/Infinity is not a time/);
    expect(() => ec.getResource(a).registerCondition('FLY' as 'START', b, 'READY')).toThrow(/no action 'FLY'/);
    expect(ec.getResource(a).conditions('START')).toEqual([]);
  });

  test('as what is set with conditions, as a whole', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.deploy();
    ec.waitStarted([a, b]);
    expect(() => ec.setWithConditions('cores', 2, [a, 99], b, 'STARTED')).toThrow(/no resource with guid 99/);
    expect(ec.get(a, 'cores')).toBe(4);
  });

  test('as a time', () => {
    const ec = controller();
    for (const time of [Infinity, -Infinity, Number.NaN, 2 ** 60]) {
      expect(() => ec.sleep(time)).toThrow(`${time} is not a time`);
      expect(() => ec.schedule(time, () => undefined)).toThrow(`${time} is not a time`);
    }
    expect(ec.now).toBe(0);
  });
});

test('the record tells by number which of the conditions is waited for', () => {
  const ec = controller();
  const [a, b] = nodes(ec, 2) as [number, number];
  ec.registerCondition([a, b], 'STOP', a, 'RELEASED');
  ec.getResource(b).registerCondition('START', a, 'STARTED');
  ec.registerCondition(b, 'START', a, 'STARTED', '3s');
  ec.deploy();
  ec.waitStarted([a, b]);
  const { stretches } = ec.takeRecord();
  const delay = stretches.activity.indexOf(ACTIVITIES.indexOf('delay'));
  expect([stretches.guid[delay], stretches.ref[delay], stretches.member[delay]]).toEqual([b, 2, a]);
  const rm = ec.getResource(b);
  expect([...rm.conditions('START'), ...rm.conditions('STOP')].map(({ place }) => place)).toEqual([1, 2, 0]);
});

test('without anything it is an experiment of one type', () => {
  const ec = new ExperimentController();
  const guid = ec.registerResource('Resource');
  ec.deploy();
  ec.waitStarted(guid);
  ec.shutdown();
  expect([ec.expId, ec.stateTime(guid, 'STARTED'), ec.state(guid)]).toEqual(['experiment', SECOND, 'RELEASED']);
});

test('a reschedule delay at which no time would pass is bounded', () => {
  const ec = controller({ rescheduleDelay: 0 });
  const [a, b] = nodes(ec, 2) as [number, number];
  ec.registerCondition(a, 'DEPLOY', b, 'READY');
  ec.deploy();
  ec.waitDeployed([a, b]);
  expect(ec.now).toBeGreaterThan(4 * SECOND - 1);
  expect(ec.takeRecord().log[0]).toMatchObject({ level: 'warning', text: expect.stringMatching(/1us/) });
});
