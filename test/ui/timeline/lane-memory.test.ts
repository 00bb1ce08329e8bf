import { expect, test } from 'vitest';
import { type Arrangement, AS_DESIGNED } from '../../../src/ui/timeline/arrange-lanes.ts';
import { recallArrangement, rememberArrangement } from '../../../src/ui/timeline/lane-memory.ts';

function makeStorage(text: string | null = null) {
  let kept = text;
  return { getItem: () => kept, setItem: (_key: string, value: string) => void (kept = value) };
}

const arranged: Arrangement = {
  order: 'hand',
  hand: [3, 1, 2],
  grouped: true,
  folded: new Set([2]),
  pinned: new Set([1]),
  only: 'failed',
};

test('each experiment has its own arrangement; a filter is not remembered', () => {
  const storage = makeStorage();
  rememberArrangement(storage, 'one', arranged);
  rememberArrangement(storage, 'other', { ...arranged, order: 'name' });
  expect(recallArrangement(storage, 'one')).toEqual({ ...arranged, only: undefined });
  expect(recallArrangement(storage, 'other').order).toBe('name');
  expect(recallArrangement(storage, 'third')).toEqual(AS_DESIGNED);
});

test('those left alone for longest are forgotten in the end', () => {
  const storage = makeStorage();
  for (let index = 0; index < 100; index++) rememberArrangement(storage, `experiment ${index}`, arranged);
  expect(recallArrangement(storage, 'experiment 0')).toEqual(AS_DESIGNED);
  expect(recallArrangement(storage, 'experiment 99').hand).toEqual([3, 1, 2]);
});

test.each([
  '',
  'no JSON',
  '{}',
  '[1, null, ["one"]]',
  '[["one", 7]]',
  '[["one", {"order": "odd", "hand": ["x", -1]}]]',
])('what makes no sense is left out: %s', (text) =>
  expect(recallArrangement(makeStorage(text), 'one')).toEqual(AS_DESIGNED),
);
