/** What a benchmark says: something measured against something else in the same run. */
export interface BenchResult {
  readonly name: string;
  /** What was measured, for people. */
  readonly measured: string;
  /** How the two compare; where a bar is a time, not a ratio, that time, and `unit` says in what. */
  readonly ratio: number;
  readonly unit?: 'ms';
  /** What has to be kept: at least, or at most. Without one the line is for information. */
  readonly bar?: { readonly atLeast: number } | { readonly atMost: number };
}

export function holds({ ratio, bar }: BenchResult): boolean {
  if (!bar) return true;
  return 'atLeast' in bar ? ratio >= bar.atLeast : ratio <= bar.atMost;
}

const collectGarbage = (globalThis as { gc?: () => void }).gc ?? (() => {});

/**
 * Milliseconds that each of several things takes, garbage collection included: medians of rounds in which they take turns, so that whatever else the
 * machine does hits all of them alike.
 */
export function interleaved(rounds: number, things: readonly (() => unknown)[]): number[] {
  for (const thing of things) thing();
  const times = things.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    things.forEach((thing, place) => {
      const begin = performance.now();
      thing();
      times[place]!.push(performance.now() - begin);
    });
  }
  return times.map(median);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** Bytes on the heap and in typed arrays that something makes and keeps. */
export function bytesKept(make: () => unknown): number {
  collectGarbage();
  // Twice: what the first round frees on the way is only given back by the second.
  collectGarbage();
  const before = process.memoryUsage();
  const kept = make();
  collectGarbage();
  const after = process.memoryUsage();
  return kept === undefined ? 0 : after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
}
