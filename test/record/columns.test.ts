// Columns that a chunk hands over: as narrow as their values allow.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startRun } from '../../src/engine/run.ts';
import { type Column, packColumn } from '../../src/record/columns.ts';
import { nepiCatalog } from '../../src/catalog/catalog.ts';
import { crowdedNodes } from '../bench/engine-experiments.ts';

const values = fc.oneof(
  fc.array(fc.nat({ max: 40 })),
  fc.array(fc.integer({ min: -40_000, max: 40_000 })),
  fc.array(fc.integer({ min: 0, max: 2 ** 33 })),
  fc.array(fc.constantFrom(-1, 0, 0.5, 32_767, 32_768, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32)),
);

test.each([Float64Array, Uint32Array, Int32Array, Uint8Array])('a packed column of %s has the same values', (Kind) => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 1 }), fc.nat({ max: 5 }), (parts, spare) => {
      const columns: Column[] = parts.map((part) => Kind.from(part));
      const last = columns.pop()!;
      const wanted = [...columns, last].flatMap((column) => [...column]);
      const withSpare = new Kind(last.length + spare);
      withSpare.set(last);
      const packed = packColumn([...columns, withSpare], wanted.length);
      expect([...packed]).toEqual(wanted);
      expect(packed.byteLength).toBe(packed.buffer.byteLength);
    }),
  );
});

test.each([
  [Float64Array, [0, 2 ** 32 - 1], Uint32Array],
  [Float64Array, [2 ** 32], Float64Array],
  [Float64Array, [0.5], Float64Array],
  [Uint32Array, [65_535], Uint16Array],
  [Uint32Array, [65_536], Uint32Array],
  [Int32Array, [-32_768, 32_767], Int16Array],
  [Int32Array, [32_768], Int32Array],
  [Uint8Array, [1], Uint8Array],
] as const)('%s of %s is packed as %s', (Kind, those, packed) => {
  expect(packColumn([Kind.from(those)], those.length)).toEqual(packed.from(those));
});

test('a run that waits a lot leaves at most 64 bytes an event', () => {
  const run = startRun(crowdedNodes(100), nepiCatalog);
  let bytes = 0;
  let count = 0;
  for (;;) {
    const { events, stretches, outcome } = run.advance(1000);
    count += events.length;
    for (const column of [...Object.values(events), ...Object.values(stretches)]) {
      if (ArrayBuffer.isView(column)) bytes += column.buffer.byteLength;
    }
    if (outcome) break;
  }
  expect(count).toBeGreaterThan(6000);
  expect(bytes / count).toBeLessThan(64);
});
