// Tasks that share a place on the agenda run as if each had one of its own.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observer } from '../../../src/engine/kernel/tasks/observer.ts';
import { type Blocking, type Continuation, Process } from '../../../src/engine/kernel/tasks/process.ts';
import { Simulator } from '../../../src/engine/kernel/simulator.ts';

interface Planned {
  /** Which of those before it schedules it. */
  readonly parent: number;
  readonly delay: number;
  readonly way: 'task' | 'process' | 'poll';
  /** How long it holds its worker. */
  readonly lasts: number;
  /** It makes an event, which is the reason for what it schedules from then on. */
  readonly makesEvent: boolean;
  readonly dropsTasks: boolean;
}

const planned: fc.Arbitrary<Planned> = fc.record({
  parent: fc.nat(),
  delay: fc.nat(2),
  way: fc.constantFrom('task', 'task', 'process', 'poll'),
  lasts: fc.constantFrom(0, 0, 0, 1, 2),
  makesEvent: fc.boolean(),
  dropsTasks: fc.constantFrom(...Array.from({ length: 15 }, () => false), true),
});

/** What ran when, and for which reason; what was dropped is missing. */
function run(plan: readonly Planned[], workers: number, shares: boolean): string[] {
  const said: string[] = [];
  const quiet = () => {};
  const observer: Observer = {
    reasonOf: (running) => running.reason,
    queued: (task) => void said.push(`${sim.now} ${String(task.owner)} waits`),
    handedWorker: (task, by) => void said.push(`${sim.now} ${String(task.owner)} after ${String(by.owner)}`),
    handedLock: quiet,
    waitsNoMore: quiet,
    dropped: quiet,
    raised: quiet,
  };
  const sim: Simulator = new Simulator({ workers, polls: 'skipped' }, observer);
  let events = 0;

  const act = (number: number): Continuation => {
    const { lasts, makesEvent, dropsTasks } = plan[number]!;
    const { running } = sim;
    said.push(`${sim.now} ${number} because of ${JSON.stringify(running.reason)}`);
    if (dropsTasks) sim.dropTasks();
    if (makesEvent) running.reason = { event: events++, since: sim.now };
    plan.forEach((child, place) => place > number && child.parent % place === number && schedule(place));
    return lasts > 0 ? pausing(lasts) : undefined;
  };
  function schedule(number: number): void {
    const { delay, way } = plan[number]!;
    if (way === 'task' && shares) return sim.scheduleTask(delay, act, number);
    const process = sim.task(act, number);
    process.reason = sim.running.reason;
    if (way !== 'poll') return sim.schedule(delay, process);
    sim.poll(delay + 1, process);
    sim.wake(process);
  }

  sim.begin(Process.program(() => act(0)));
  while (sim.step());
  return [...said, `${sim.tasks()} tasks`];
}

function* pausing(time: number): Blocking {
  yield time;
}

test('tasks that share a place run when, in which order and for which reason each would by itself', () => {
  fc.assert(
    fc.property(fc.array(planned, { minLength: 1, maxLength: 40 }), fc.nat(3), (plan, workers) => {
      expect(run(plan, workers, true)).toEqual(run(plan, workers, false));
    }),
    { numRuns: 1000 },
  );
});
