import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../../src/rules/problem.ts';
import { foldProblems } from '../../../src/ui/problems/fold-problems.ts';

const LABELS: ReadonlyMap<number, string> = new Map([
  [1, 'server'],
  [2, 'server'],
  [3, 'ping'],
]);
const labelOf = (guid: number) => LABELS.get(guid);
const missing = (guid: number, name: string, field = 'command'): Problem => ({
  rule: 'needed-attribute',
  severity: 'warning',
  message: `${name} has no ${field}.`,
  place: { guid, field: `attributes.${field}` },
});
const sizes = (problems: readonly Problem[]) => foldProblems(problems, labelOf).map((row) => row.problems.length);

test('what differs only in whom it is about is one row, whether a name needs its guid or not', () => {
  expect(sizes([missing(1, 'server (guid 1)'), missing(3, 'ping'), missing(2, 'server (guid 2)')])).toEqual([3]);
});

test('another field, another severity or another fix is another row', () => {
  const problem = missing(3, 'ping');
  const fix = (label: string) => ({ label, edit: { kind: 'set-script', script: undefined } as const });
  expect(sizes([problem, missing(3, 'ping', 'target'), { ...problem, severity: 'info' }])).toEqual([1, 1, 1]);
  expect(
    sizes([
      { ...problem, fix: fix('Do') },
      { ...problem, place: { ...problem.place, guid: 1 } },
    ]),
  ).toEqual([1, 1]);
});

test('what is about no resource stays by itself', () => {
  const step = (place: number): Problem => ({
    rule: 'steps',
    severity: 'info',
    message: 'Late.',
    place: { step: place },
  });
  expect(sizes([step(1), step(2)])).toEqual([1, 1]);
});

test('no problem is lost, and the worst stays first', () => {
  const anyProblem = fc.record({ guid: fc.integer({ min: 1, max: 3 }), field: fc.constantFrom('command', 'target') });
  fc.assert(
    fc.property(fc.array(anyProblem), (list) => {
      const problems = list.map(({ guid, field }) => missing(guid, LABELS.get(guid)!, field));
      const rows = foldProblems(problems, labelOf);
      const kept = rows.flatMap((row) => row.problems);
      expect(kept).toHaveLength(problems.length);
      expect(new Set(kept)).toEqual(new Set(problems));
      expect(rows[0]?.problems[0]).toBe(problems[0]);
    }),
  );
});
