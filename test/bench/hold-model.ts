// The hold model: take the first entry, put another in its place. What an agenda costs when nothing else is done.
import { Agenda } from '../../src/engine/kernel/tasks/agenda.ts';

/** How long after the one taken the next entry is put, in microseconds. */
export type Delays = (random: () => number) => number;

/** Every time is another one. */
export const exponential: Delays = (random) => Math.round(-Math.log(1 - random()) * 1_000_000) + 1;

/** What NEPI does: most entries are polls a second later, or done at once, so many share an instant. */
export const polls: Delays = (random) => {
  const kind = random();
  if (kind < 0.6) return 1_000_000;
  if (kind < 0.8) return 500_000;
  return kind < 0.95 ? 0 : exponential(random);
};

/** A fast generator, the same in both models. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

/** With a heap of typed arrays, keyed by time and then by order: the practical limit. */
export function holdHeap(size: number, operations: number, delays: Delays): number {
  const random = generator(1);
  const times = new Float64Array(size + 1);
  const orders = new Float64Array(size + 1);
  const entries = new Int32Array(size + 1);
  let count = 0;
  let serial = 0;

  function push(time: number, entry: number): void {
    const order = serial++;
    let at = count++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (times[parent]! <= time) break;
      times[at] = times[parent]!;
      orders[at] = orders[parent]!;
      entries[at] = entries[parent]!;
      at = parent;
    }
    times[at] = time;
    orders[at] = order;
    entries[at] = entry;
  }

  function pop(): number {
    const first = entries[0]!;
    count--;
    const time = times[count]!;
    const order = orders[count]!;
    const entry = entries[count]!;
    let at = 0;
    for (;;) {
      const child = at * 4 + 1;
      if (child >= count) break;
      let least = child;
      const end = Math.min(child + 4, count);
      for (let each = child + 1; each < end; each++) {
        if (times[each]! < times[least]! || (times[each] === times[least] && orders[each]! < orders[least]!))
          least = each;
      }
      if (times[least]! > time || (times[least] === time && orders[least]! > order)) break;
      times[at] = times[least]!;
      orders[at] = orders[least]!;
      entries[at] = entries[least]!;
      at = least;
    }
    times[at] = time;
    orders[at] = order;
    entries[at] = entry;
    return first;
  }

  for (let entry = 0; entry < size; entry++) push(delays(random), entry);
  let now = 0;
  for (let operation = 0; operation < operations; operation++) {
    now = times[0]!;
    push(now + delays(random), pop());
  }
  return now;
}

/** The same with the engine's agenda. */
export function holdAgenda(size: number, operations: number, delays: Delays): number {
  const random = generator(1);
  const agenda = new Agenda<number>();
  for (let entry = 0; entry < size; entry++) agenda.push(delays(random), 0, entry);
  let now = 0;
  for (let operation = 0; operation < operations; operation++) {
    now = agenda.nextTime;
    const entry = agenda.take();
    agenda.push(now + delays(random), now, entry);
  }
  return now;
}
