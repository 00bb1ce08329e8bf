// NEPI: ResourceManager, as the base of resources of a user's own: its hooks, its states, and what happens when one fails.
import { describe, expect, test } from 'vitest';
import {
  type Blocking,
  type Course,
  ExperimentController,
  nepiCatalog,
  ResourceFactory,
  ResourceManager,
  type SimulatedResource,
  STATES,
} from '../../../src/engine/index.ts';
import { Application, controller, logOf, Node, nodes, SECOND } from './lab.ts';

/** Each action with its hook, the state that it leads to, and what a resource must have gone through before. */
const ACTIONS = [
  ['discover', 'doDiscover', 'DISCOVERED', 'NEW'],
  ['provision', 'doProvision', 'PROVISIONED', 'NEW'],
  ['deploy', 'doDeploy', 'READY', 'NEW'],
  ['start', 'doStart', 'STARTED', 'READY'],
  ['stop', 'doStop', 'STOPPED', 'STARTED'],
  ['release', 'doRelease', 'RELEASED', 'STARTED'],
  ['fail', 'doFail', 'FAILED', 'STARTED'],
] as const;
type Hook = (typeof ACTIONS)[number][1];

/** A resource of a class whose hook is another, brought to a state. */
function resourceWith(hook: Hook, body: (rm: ResourceManager) => Course, before: string) {
  class Thing extends ResourceManager {
    static override readonly rtype: string = 'lab::Thing';
  }
  Object.defineProperty(Thing.prototype, hook, {
    value(this: Thing) {
      return body(this);
    },
  });
  const ec = controller({}, { Thing });
  const rm = ec.getResource(ec.registerResource('lab::Thing'));
  if (before !== 'NEW') rm.setReady();
  if (before === 'STARTED') rm.setStarted();
  return { ec, rm };
}

function act(ec: ExperimentController, rm: ResourceManager, action: (typeof ACTIONS)[number][0]): void {
  ec.schedule(0, () => rm[action]());
  ec.sleep('10s');
}

describe.each(ACTIONS)('%s', (action, hook, state, before) => {
  test('calls its hook, and ends where that ends', () => {
    const original = ResourceManager.prototype[hook];
    let called = 0;
    const { ec, rm } = resourceWith(hook, (each) => (called++, original.call(each)), before);
    act(ec, rm, action);
    expect([called, rm.state, rm.stateTime(state)]).toEqual([1, state, 0]);
  });

  test('takes the time that its hook yields, while others wait for the lock', () => {
    const original = ResourceManager.prototype[hook];
    function* slowly(rm: ResourceManager): Blocking {
      yield 1.5 * SECOND;
      yield 0.5 * SECOND;
      const rest = original.call(rm);
      if (rest) yield* rest;
    }
    const { ec, rm } = resourceWith(hook, slowly, before);
    const released: number[] = [];
    ec.schedule(0, () => rm[action]());
    ec.schedule('1s', function* () {
      const rest = rm.release();
      if (rest) yield* rest;
      released.push(ec.now);
    });
    ec.sleep('10s');
    expect(rm.stateTime(state)).toBe(2 * SECOND);
    expect(released).toEqual([action === 'release' ? 4 * SECOND : 2 * SECOND]);
  });

  test('fails the resource when its hook throws, at once or later', () => {
    function* late(): Blocking {
      yield SECOND;
      throw new Error('out of luck');
    }
    const atOnce = () => {
      throw new Error('out of luck');
    };
    // A release that fails releases all the same, and a failure that fails changes nothing.
    const outcome = action === 'release' ? 'RELEASED' : action === 'fail' ? before : 'FAILED';
    for (const body of [atOnce, late]) {
      const { ec, rm } = resourceWith(hook, body, before);
      act(ec, rm, action);
      expect(rm.state).toBe(outcome);
      expect(ec.abort).toBe(outcome === 'FAILED');
      expect(logOf(ec).filter(([, text]) => text.includes('out of luck'))).toEqual([
        [rm.guid, expect.stringMatching(/^lab::Thing guid 1 - .*out of luck$/)],
      ]);
    }
  });
});

describe('a failing hook', () => {
  test('is told once, with type and guid, whatever it throws', () => {
    const { ec, rm } = resourceWith(
      'doStart',
      () => {
        // oxlint-disable-next-line no-throw-literal -- what a program may do
        throw 'no more coins';
      },
      'READY',
    );
    act(ec, rm, 'start');
    expect(logOf(ec)).toEqual([
      [1, 'lab::Thing guid 1 - no more coins'],
      [1, 'lab::Thing guid 1 - critical failure: the experiment aborts'],
    ]);
  });

  test('raises its own error to the program that called for it', () => {
    const { ec, rm } = resourceWith(
      'doStart',
      () => {
        throw new TypeError('no more coins');
      },
      'READY',
    );
    expect(() => ec.start(rm.guid)).toThrow(TypeError);
    expect(rm.state).toBe('FAILED');
  });

  test('aborts nothing where the resource is not critical', () => {
    const ec = controller();
    const app = ec.registerResource('lab::Application');
    ec.set(app, 'critical', false);
    ec.deploy(app);
    ec.waitStarted(app);
    expect([ec.state(app), ec.abort, ec.failureLevel]).toEqual(['FAILED', false, 'OK']);
  });

  test('aborts the experiment where it is', () => {
    const ec = controller();
    const app = ec.registerResource('lab::Application');
    ec.deploy(app);
    ec.waitStarted(app);
    expect([ec.state(app), ec.abort, ec.failureLevel]).toEqual(['FAILED', true, 'RM_FAILURE']);
  });
});

test('a resource that is RELEASED does not fail any more: its hook is not called', () => {
  let called = 0;
  const { ec, rm } = resourceWith('doFail', () => void called++, 'READY');
  ec.release(rm.guid);
  act(ec, rm, 'fail');
  expect([called, rm.state, ec.abort]).toEqual([0, 'RELEASED', false]);
});

describe('a hook that does what it must not', () => {
  test.each([
    ['5s', '5s'],
    ['undefined', undefined],
    ['[object Object]', {}],
    ['[object Promise]', Promise.resolve()],
  ])('fails the resource: it yields %s', (told, pause) => {
    const { ec, rm } = resourceWith(
      'doStart',
      function* () {
        yield pause as unknown as number;
      },
      'READY',
    );
    act(ec, rm, 'start');
    expect([rm.state, logOf(ec)[0]]).toEqual(['FAILED', [1, `lab::Thing guid 1 - ${told} is no time to yield`]]);
    ec.release();
    expect(rm.state).toBe('RELEASED');
  });

  test('fails the resource: it is async', () => {
    const { ec, rm } = resourceWith('doStart', () => Promise.resolve() as unknown as Course, 'READY');
    act(ec, rm, 'start');
    expect([rm.state, logOf(ec)[0]]).toEqual(['FAILED', [1, expect.stringMatching(/is a generator, not async/)]]);
  });

  test('leaves another resource free whose action it forgets to go through, or calls for as a program', () => {
    function* slowly(): Blocking {
      yield SECOND;
    }
    const { ec, rm } = resourceWith('doStart', slowly, 'READY');
    ec.schedule(0, () => void rm.start());
    ec.schedule(0, () => ec.start(rm.guid) as undefined);
    ec.sleep('10s');
    expect([rm.state, logOf(ec)]).toEqual(['READY', [[0, expect.stringMatching(/inside the simulation/)]]]);
    ec.release();
    expect(rm.state).toBe('RELEASED');
  });
});

describe('an action in a wrong state', () => {
  test.each([
    ['start', 'NEW'],
    ['stop', 'NEW'],
    ['deploy', 'STARTED'],
  ] as const)('%s while %s only logs an error', (action, state) => {
    const { ec, rm } = resourceWith('doDiscover', () => undefined, state);
    act(ec, rm, action);
    expect(rm.state).toBe(state);
    expect(logOf(ec)).toEqual([[1, `lab::Thing guid 1 - Wrong state ${state} for ${action}`]]);
  });
});

describe('its states', () => {
  test('are entered now, or when it is said, and the times are kept', () => {
    const ec = controller();
    const rm = ec.getResource(nodes(ec, 1)[0]!);
    ec.sleep('1s');
    rm.setDiscovered();
    rm.setProvisioned(7);
    rm.setReady(8);
    rm.setStarted(9);
    rm.setStopped(10);
    rm.setFailed(11);
    rm.setReleased(12);
    expect(STATES.map((state) => rm.stateTime(state))).toEqual([0, SECOND, 7, 8, 9, 10, 11, 12]);
    expect(ec.stateTime(rm.guid, 'STARTED')).toBe(9);
  });

  test.each([Number.NaN, Infinity, -1])('are not entered at %d', (time) => {
    const ec = controller();
    const rm = ec.getResource(nodes(ec, 1)[0]!);
    expect(() => rm.setReady(time)).toThrow(RangeError);
    expect([rm.state, ec.takeRecord().events.length]).toEqual(['NEW', 0]);
  });

  test('never follow RELEASED', () => {
    const ec = controller();
    const rm = ec.getResource(nodes(ec, 1)[0]!);
    rm.setReleased();
    rm.setStarted();
    rm.setFailed();
    expect([rm.state, rm.stateTime('STARTED')]).toEqual(['RELEASED', undefined]);
  });
});

describe('its connections', () => {
  test('are on the sides that find them valid, and have their hooks called', () => {
    const ec = controller();
    const [node, app, other] = ['Node', 'Application', 'Application'].map((type) =>
      ec.registerResource(`lab::${type}`),
    );
    ec.registerConnection(app!, node!);
    ec.registerConnection(node!, app!);
    ec.registerConnection(app!, other!);
    const rm = ec.getResource(app!) as Application;
    expect([rm.connected, rm.connections]).toEqual([[node], [node]]);
    rm.unregisterConnection(node!);
    rm.unregisterConnection(node!);
    expect([rm.disconnected, rm.connections]).toEqual([[node], []]);
    expect(ec.getResource(node!).connections).toEqual([app]);
  });

  test('are found by type, subtypes included', () => {
    const ec = controller();
    const app = ec.registerResource('lab::Application');
    const [board, node] = [ec.registerResource('lab::Board'), ec.registerResource('lab::Node')];
    for (const guid of [node, board]) ec.registerConnection(app, guid);
    const connected = (rtype?: string) =>
      ec
        .getResource(app)
        .getConnected(rtype)
        .map(({ guid }) => guid);
    expect([connected(), connected('lab::Node'), connected('lab::Board'), connected('lab::Application')]).toEqual([
      [board, node],
      [board, node],
      [board],
      [],
    ]);
  });
});

describe('its conditions', () => {
  test('take one guid or several, and a time as text', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.getResource(b).registerCondition('START', a, 'STARTED', '5s');
    ec.deploy();
    ec.waitStarted([a, b]);
    expect(ec.stateTime(b, 'STARTED')! - ec.stateTime(a, 'STARTED')!).toBe(5 * SECOND);
  });

  test('lose some of those they wait for, and wait for the rest', () => {
    const ec = controller();
    const [a, b, c] = nodes(ec, 3) as [number, number, number];
    const rm = ec.getResource(c);
    ec.registerCondition(c, 'START', [a, b], 'STARTED', '5s');
    ec.registerCondition(c, 'START', a, 'STOPPED');
    ec.registerCondition(c, 'STOP', [a, b], 'RELEASED');
    rm.unregisterCondition(a, 'START');
    expect(rm.conditions('START').map(({ group }) => group)).toEqual([[b]]);
    expect(rm.conditions('STOP').map(({ group }) => group)).toEqual([[a, b]]);
    rm.unregisterCondition([a]);
    expect(rm.conditions('STOP').map(({ group }) => group)).toEqual([[b]]);
    ec.deploy();
    ec.waitStarted(c);
    expect(ec.stateTime(c, 'STARTED')! - ec.stateTime(b, 'STARTED')!).toBe(5 * SECOND);
  });

  test('that are lost while they are waited for hold nobody back any more', () => {
    const ec = controller();
    const [a, b] = nodes(ec, 2) as [number, number];
    ec.registerCondition(b, 'START', a, 'STOPPED');
    ec.deploy();
    ec.sleep('10s');
    expect(ec.state(b)).toBe('READY');
    ec.getResource(b).unregisterCondition(a);
    ec.waitStarted(b);
    expect(ec.now).toBeLessThanOrEqual(12 * SECOND);
  });
});

test('what it logs names its type and guid', () => {
  class Talker extends Node {
    static override readonly rtype: string = 'lab::Talker';
    override doStart(): Course {
      this.log('info', 'here I come');
      this.log('warning', this.logMessage('twice'));
      return super.doStart();
    }
  }
  const ec = controller({}, { Talker });
  const talker = ec.registerResource('lab::Talker');
  ec.deploy();
  ec.waitStarted(talker);
  expect(ec.takeRecord().log.map(({ level, text }) => [level, text])).toEqual([
    ['info', 'lab::Talker guid 1 - here I come'],
    ['warning', 'lab::Talker guid 1 - lab::Talker guid 1 - twice'],
  ]);
});

test('times that are no whole microseconds are rounded to the nearest', () => {
  class Third extends ResourceManager {
    static override readonly rtype: string = 'lab::Third';
    override *doDeploy(): Blocking {
      yield SECOND / 3;
      yield Number.NaN;
      yield -1;
      this.setReady();
    }
  }
  const ec = controller({}, { Third });
  const third = ec.registerResource('lab::Third');
  ec.deploy();
  ec.waitDeployed(third);
  expect(ec.stateTime(third, 'READY')).toBe(333_333);
});

test.each(['literal', 'skipped'] as const)(
  'a behavior told while it runs is what the next poll finds (polls: %s)',
  (polls) => {
    const ec = new ExperimentController({ polls, factory: new ResourceFactory(nepiCatalog) });
    const app = ec.registerResource('linux::Application');
    ec.deploy(app);
    ec.sleep('10s');
    expect(ec.state(app)).toBe('NEW');
    (ec.getResource(app) as SimulatedResource).behave({ requires: [] });
    ec.waitStarted(app);
    expect(ec.state(app)).toBe('STARTED');
  },
);
