import { expect, test } from 'vitest';
import { breakpointText } from '../../../src/ui/breakpoints/breakpoint-text.ts';
import { NEW_RULE, readRule } from '../../../src/ui/breakpoints/rule-draft.ts';

const conditions = [{ resources: [2, 3], action: 'START', group: [1], state: 'READY' }] as const;
const labelOf = (guid: number) => `RM ${guid}`;
const text = (change: Partial<typeof NEW_RULE>) => {
  const rule = readRule({ ...NEW_RULE, ...change }, conditions);
  return rule && breakpointText(rule, labelOf);
};

test('a draft is a rule once nothing is missing', () => {
  expect(text({})).toBe('Any resource enters STARTED');
  expect(text({ guid: '3', state: 'FAILED' })).toBe('RM 3 enters FAILED');
  expect(text({ kind: 'failure' })).toBe('Any resource fails');
  expect(text({ kind: 'stalled' })).toBe('Stalled: nothing can change any more');
  expect(text({ kind: 'time', time: '1:05' })).toBe('At 1:05');
  expect(text({ kind: 'time', time: 'soon' })).toBeUndefined();
  expect(text({ kind: 'condition' })).toBe('Condition met: RM 2, RM 3 START when RM 1 is READY');
  expect(text({ kind: 'condition', condition: '1' })).toBeUndefined();
});

test('an attribute: of any resource, of one, by name', () => {
  expect(text({ kind: 'set' })).toBe('An attribute is set');
  expect(text({ kind: 'set', guid: '2' })).toBe('An attribute of RM 2 is set');
  expect(text({ kind: 'set', guid: '2', name: ' rate ' })).toBe("'rate' of RM 2 is set");
});
