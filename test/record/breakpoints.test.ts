import { expect, test } from 'vitest';
import { type Breakpoint, type BreakpointRule, metAt, nextHit } from '../../src/record/breakpoints.ts';
import { makeRecord } from '../support/make-chunk.ts';

const record = makeRecord({
  events: [
    { time: 0, guid: 1, what: 'READY' },
    { time: 5, guid: 2, what: 'READY' },
    { time: 9, guid: 1, what: 'STARTED' },
    { time: 12, guid: 1, what: 'set' },
    { time: 15, guid: 2, what: 'set' },
    { time: 20, guid: 2, what: 'FAILED' },
  ],
  details: [
    { event: 3, set: ['rate', 1] },
    { event: 4, set: ['count', 2] },
  ],
  now: 30,
  outcome: { kind: 'stalled', abort: false, end: 30, stalled: [] },
});

const breakpoint = (rule: BreakpointRule, id = 1): Breakpoint => ({ id, rule, enabled: true });

/** All hits of a rule, as playing would meet them. */
function hits(...rules: BreakpointRule[]): number[] {
  const found: number[] = [];
  const list = rules.map(breakpoint);
  for (let after = -1; ; ) {
    const hit = nextHit(record, list, after, record.now);
    if (!hit) return found;
    found.push((after = hit.time));
  }
}

test('a resource reaches a state, or any does', () => {
  expect(hits({ kind: 'state', guid: 2, state: 'READY' })).toEqual([5]);
  expect(hits({ kind: 'state', state: 'READY' })).toEqual([0, 5]);
  expect(hits({ kind: 'state', guid: 2, state: 'STARTED' })).toEqual([]);
});

test('failures, times, attributes, the end of all change', () => {
  expect(hits({ kind: 'failure' })).toEqual([20]);
  expect(hits({ kind: 'time', time: 7 })).toEqual([7]);
  expect(hits({ kind: 'time', time: 31 })).toEqual([]);
  expect(hits({ kind: 'set' })).toEqual([12, 15]);
  expect(hits({ kind: 'set', name: 'rate' })).toEqual([12]);
  expect(hits({ kind: 'set', guid: 2 })).toEqual([15]);
  expect(hits({ kind: 'set', guid: 2, name: 'rate' })).toEqual([]);
  expect(hits({ kind: 'stalled' })).toEqual([30]);
});

test('a condition is met once the last of its group is there, and its time has passed', () => {
  const condition = { resources: [3], action: 'START', group: [1, 2], state: 'READY' } as const;
  expect(metAt(record, condition)).toBe(5);
  expect(metAt(record, { ...condition, time: '10us' })).toBe(15);
  expect(metAt(record, { ...condition, time: '1s' })).toBeUndefined();
  expect(metAt(record, { ...condition, state: 'STOPPED' })).toBeUndefined();
  expect(hits({ kind: 'condition', condition: { ...condition, time: '10us' } })).toEqual([15]);
});

test('the first of several counts, and only those that are on', () => {
  expect(hits({ kind: 'time', time: 7 }, { kind: 'state', guid: 2, state: 'READY' }, { kind: 'failure' })).toEqual([
    5, 7, 20,
  ]);
  const off = { ...breakpoint({ kind: 'failure' }), enabled: false };
  expect(nextHit(record, [off], -1, 30)).toBeUndefined();
  const same = [breakpoint({ kind: 'failure' }, 1), breakpoint({ kind: 'time', time: 20 }, 2)];
  expect(nextHit(record, same, 0, 30)?.breakpoint.id).toBe(1);
});

test('only what lies in the span that was asked for', () => {
  const list = [breakpoint({ kind: 'failure' })];
  expect(nextHit(record, list, 0, 19)).toBeUndefined();
  expect(nextHit(record, list, 19, 20)?.time).toBe(20);
  expect(nextHit(record, list, 20, 30)).toBeUndefined();
});
