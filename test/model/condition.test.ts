import { expect, test } from 'vitest';
import { printBriefly, printCondition, sameCondition } from '../../src/model/condition.ts';

const label = (guid: number) => ({ 1: 'server', 2: 'client', 3: 'router' })[guid] ?? `Node ${guid}`;
const START = { resources: [9], action: 'START', state: 'STARTED' } as const;

test.each([
  [{ ...START, group: [1], time: '5s' }, 'START when server is STARTED + 5s'],
  [{ ...START, group: [1] }, 'START when server is STARTED'],
  [{ ...START, group: [1], time: '0s' }, 'START when server is STARTED'],
  [{ ...START, group: [1], time: '0.00ms' }, 'START when server is STARTED'],
  [{ ...START, group: [1], time: '0.05ms' }, 'START when server is STARTED + 0.05ms'],
  [{ ...START, group: [1, 2, 3] }, 'START when server, client, router are STARTED'],
  [{ ...START, group: [1, 2, 3, 4] }, 'START when server, client and 2 more are STARTED'],
  [{ ...START, action: 'STOP', state: 'STOPPED', group: [4] }, 'STOP when Node 4 is STOPPED'],
] as const)('%j', (condition, sentence) => {
  expect(printCondition(condition, label)).toBe(sentence);
});

test('where a line shows who is waited for, its name is left out', () => {
  expect(printBriefly({ ...START, group: [1], time: '5s' })).toBe('START when STARTED + 5s');
  expect(printBriefly({ ...START, group: [1, 2], time: '0s' }, { action: 'START of 1 of 2' })).toBe(
    'START of 1 of 2 when STARTED',
  );
});

test('two conditions are the same whatever the order they name resources in, and however a time is written', () => {
  const one = { resources: [1, 2], action: 'START', group: [3, 4], state: 'STARTED', time: '2s' } as const;
  expect(sameCondition(one, { ...one, resources: [2, 1], group: [4, 3], time: '2000ms' })).toBe(true);
  const { time: _time, ...atOnce } = one;
  expect(sameCondition(atOnce, { ...atOnce, time: '0s' })).toBe(true);
  for (const change of [
    { time: '3s' },
    { action: 'STOP' },
    { state: 'READY' },
    { group: [3] },
    { resources: [1, 5] },
  ] as const) {
    expect(sameCondition(one, { ...one, ...change })).toBe(false);
  }
});
