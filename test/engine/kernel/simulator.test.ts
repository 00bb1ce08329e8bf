import { describe, expect, test } from 'vitest';
import { Lock } from '../../../src/engine/kernel/tasks/lock.ts';
import type { Observer } from '../../../src/engine/kernel/tasks/observer.ts';
import { type Blocking, type Continuation, Process } from '../../../src/engine/kernel/tasks/process.ts';
import { Signal } from '../../../src/engine/kernel/polling/signal.ts';
import { Simulator, type SimulatorOptions } from '../../../src/engine/kernel/simulator.ts';

const errors: unknown[] = [];
const nobody: Observer = {
  reasonOf: (running) => running.reason,
  queued() {},
  handedWorker() {},
  handedLock() {},
  waitsNoMore() {},
  dropped() {},
  raised: (_, error) => void errors.push(error),
};

function simulator(workers: number, polls: SimulatorOptions['polls'] = 'skipped'): Simulator {
  return new Simulator({ workers, polls }, nobody);
}

function runAll(sim: Simulator, until = Infinity): void {
  while (sim.step(until));
}

function task(action: () => Continuation): Process {
  return Process.task(action, undefined);
}

test('a worker that comes free takes on the queue before anything else of the instant', () => {
  const sim = simulator(1);
  const said: string[] = [];
  const lasting = (name: string, time: number) =>
    task(function* (): Blocking {
      said.push(`${sim.now} ${name} begins`);
      yield time;
      said.push(`${sim.now} ${name} ends`);
    });
  sim.schedule(0, lasting('a', 5));
  sim.schedule(1, lasting('b', 0));
  sim.schedule(2, lasting('c', 3));
  sim.schedule(5, lasting('d', 1));
  runAll(sim);
  expect(said).toEqual([
    '0 a begins',
    '5 a ends',
    '5 b begins',
    '5 b ends',
    '5 c begins',
    '8 c ends',
    '8 d begins',
    '9 d ends',
  ]);
  expect(sim.tasks()).toBe(4);
});

test('a lock goes to who asked first, and he goes on in turn', () => {
  const sim = simulator(0);
  const lock = new Lock();
  const said: string[] = [];
  const holding = (name: string) =>
    task(function* (): Blocking {
      if (!lock.take()) yield lock;
      said.push(`${sim.now} ${name}`);
      yield 2;
      sim.unlock(lock);
      said.push(`${sim.now} ${name} frees it`);
    });
  for (const name of ['a', 'b']) sim.schedule(0, holding(name));
  sim.schedule(
    2,
    task(() => void said.push('something else') as undefined),
  );
  runAll(sim);
  expect(said).toEqual(['0 a', 'something else', '2 a frees it', '2 b', '4 b frees it']);
});

test('an error ends a task and frees its worker', () => {
  const sim = simulator(1);
  let isDone = false;
  sim.schedule(
    0,
    task(() => {
      throw new Error('no');
    }),
  );
  sim.schedule(
    0,
    task(() => void (isDone = true) as undefined),
  );
  runAll(sim);
  expect([isDone, errors.length]).toEqual([true, 1]);
});

describe('polls', () => {
  /** Looks every 10, and is done once it finds what it looks for; says so. */
  function poller(sim: Simulator, signal: Signal, isThere: () => boolean, found: () => void): () => Process {
    const make = (): Process =>
      task(() => {
        if (isThere()) {
          found();
          return undefined;
        }
        const next = make();
        sim.poll(10, next);
        if (sim.skipsPolls) signal.watch(next, 1);
        return undefined;
      });
    return make;
  }

  function scene(polls: 'literal' | 'skipped', workers: number) {
    const sim = simulator(workers, polls);
    const signal = new Signal();
    const said: string[] = [];
    let isThere = false;
    for (const name of ['a', 'b', 'c']) {
      sim.schedule(
        0,
        poller(
          sim,
          signal,
          () => isThere,
          () => said.push(`${sim.now} ${name}`),
        )(),
      );
      // Between the polls, in the instants of their turns, and taking the workers now and then.
      sim.schedule(
        40,
        task(() => void said.push(`${sim.now} after ${name} was scheduled`) as undefined),
      );
    }
    sim.schedule(
      15,
      task(function* (): Blocking {
        yield 10;
        said.push(`${sim.now} long`);
      }),
    );
    sim.schedule(
      10_020,
      Process.program(() => {
        isThere = true;
        signal.notify(sim, 1);
        said.push(`${sim.now} it is there`);
        return undefined;
      }),
    );
    runAll(sim, 20_000);
    return { said, tasks: sim.tasks(), executed: sim.executed };
  }

  test.each([0, 1, 2])('are skipped without a difference, with %i workers', (workers) => {
    const literal = scene('literal', workers);
    const skipped = scene('skipped', workers);
    expect(skipped.said).toEqual(literal.said);
    expect(skipped.tasks).toBe(literal.tasks);
    expect(literal.executed).toBeGreaterThan(3000);
    expect(skipped.executed).toBeLessThan(20);
  });

  test('without any, who waits goes on in the instant of the change, in the order of coming', () => {
    const sim = simulator(0, 'none');
    const signal = new Signal();
    const said: string[] = [];
    let there = 0;
    for (const [place, name] of ['a', 'b', 'c'].entries()) {
      sim.schedule(
        place,
        poller(
          sim,
          signal,
          () => there > place,
          () => said.push(`${sim.now} ${name}`),
        )(),
      );
    }
    for (const instant of [15, 32]) {
      sim.schedule(
        instant,
        Process.program(() => {
          there += instant === 15 ? 2 : 1;
          signal.notify(sim, 1);
          said.push(`${sim.now} ${there} are there`);
          return undefined;
        }),
      );
    }
    runAll(sim);
    expect(said).toEqual(['15 2 are there', '15 a', '15 b', '32 3 are there', '32 c']);
    expect(sim.nextTime).toBe(Infinity);
  });

  test('without any, tasks that wait are dropped like others, and programs wait on', () => {
    const sim = simulator(0, 'none');
    const signal = new Signal();
    const said: string[] = [];
    let isThere = false;
    sim.schedule(
      0,
      poller(
        sim,
        signal,
        () => isThere,
        () => said.push('the task'),
      )(),
    );
    const waits = Process.program(function* (): Blocking {
      yield { period: 10, watch: (process) => signal.watch(process, 1) };
      said.push(`${sim.now} the program`);
    });
    sim.schedule(0, waits);
    sim.schedule(
      5,
      Process.program(() => {
        sim.dropTasks();
        isThere = true;
        signal.notify(sim, 1);
        return undefined;
      }),
    );
    runAll(sim);
    expect(said).toEqual(['5 the program']);
  });

  test('that nobody will ever wake leave nothing to do', () => {
    const sim = simulator(1);
    sim.schedule(
      0,
      poller(
        sim,
        new Signal(),
        () => false,
        () => {},
      )(),
    );
    runAll(sim);
    expect(sim.nextTime).toBe(Infinity);
    sim.idleUntil(100);
    expect(sim.tasks()).toBe(11);
  });
});
