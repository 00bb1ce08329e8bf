import { expect, test } from 'vitest';
import { Process } from '../../../../src/engine/kernel/tasks/process.ts';
import { Signal } from '../../../../src/engine/kernel/polling/signal.ts';

/** Processes that note when they are woken. */
function setUp() {
  const signal = new Signal();
  const woken: string[] = [];
  const wake = (process: Process) => void woken.push(names.get(process)!);
  const names = new Map<Process, string>();
  const process = (name: string) => {
    const made = Process.program(() => undefined);
    names.set(made, name);
    return made;
  };
  const notify = (bits: number) => signal.notify({ wake }, bits);
  return { signal, woken, process, notify };
}

test('those are woken whom a bit concerns, once', () => {
  const { signal, woken, process, notify } = setUp();
  signal.watch(process('a'), 0b01);
  signal.watch(process('b'), 0b10);
  signal.watch(process('c'), 0b11);
  notify(0b01);
  expect(woken.toSorted()).toEqual(['a', 'c']);
  notify(0b11);
  expect(woken.toSorted()).toEqual(['a', 'b', 'c']);
});

test('who has looked again is not woken for what it watched before', () => {
  const { signal, woken, process, notify } = setUp();
  const a = process('a');
  signal.watch(a, 0b01);
  a.unwatch();
  signal.watch(a, 0b10);
  notify(0b01);
  expect(woken).toEqual([]);
  notify(0b10);
  expect(woken).toEqual(['a']);
});

test('however often some look again, no more is kept than a few for each', () => {
  const { signal, woken, process, notify } = setUp();
  const all = ['a', 'b', 'c'].map(process);
  for (let round = 0; round < 1000; round++) {
    for (const each of all) {
      each.unwatch();
      signal.watch(each, 1);
    }
  }
  expect(signal.watches).toBeLessThan(20);
  notify(1);
  expect(woken.toSorted()).toEqual(['a', 'b', 'c']);
  expect(signal.watches).toBe(0);
});
