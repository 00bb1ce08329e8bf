import { expect, test } from 'vitest';
import type { AttributeValue } from '../../../src/model/experiment.ts';
import type { Intervention } from '../../../src/model/intervention.ts';
import { forkName, interventionText } from '../../../src/ui/what-if/intervention-text.ts';

const words = {
  labelOf: (guid: number) => ['', 'server', 'client'][guid] ?? '?',
  printValue: (_guid: number, _attribute: string, value: AttributeValue) => String(value),
  conditions: [{ resources: [2], action: 'START', group: [1], state: 'STARTED', time: '5s' }] as const,
  longest: 58_000_000,
};
const time = 12_400_000;

test.each<[Intervention, string]>([
  [{ kind: 'fail', guid: 1, time }, 'server fails at 12.4 s'],
  [{ kind: 'stop', guid: 2, time }, 'client is stopped at 12.4 s'],
  [{ kind: 'delay', guid: 1, by: 1_500_000, time }, 'server is held up by 1.5s at 12.4 s'],
  [{ kind: 'set', guid: 1, name: 'rate', value: 5, time }, 'rate of server becomes 5 at 12.4 s'],
  [{ kind: 'drop-condition', index: 0, time }, "'client: START when server is STARTED + 5s' is dropped at 12.4 s"],
  [
    { kind: 'set-behavior', guid: 2, change: { run: '3s', ready: { dist: 'uniform', min: '1s', max: '2s' } }, time },
    'client: ready takes 1s to 2s, run takes 3s at 12.4 s',
  ],
])('%o', (intervention, text) => {
  expect(interventionText(intervention, words)).toBe(text);
});

test('times are told as on the clock of the run', () => {
  const fails: Intervention = { kind: 'fail', guid: 1, time };
  expect(interventionText(fails, { ...words, longest: 64_500_000 })).toBe('server fails at 0:12.4');
});

test('a fork of several is named by the first', () => {
  const fails = (guid: number): Intervention => ({ kind: 'fail', guid, time });
  expect(forkName([fails(1)], words)).toBe('server fails at 12.4 s');
  expect(forkName([fails(1), fails(2)], words)).toBe('server fails at 12.4 s, and 1 more');
});
