import { expect, test } from 'vitest';
import { GATED_PHASES, PHASES, STATES, STATE_ORDER } from '../../src/model/state.ts';

test("states are in NEPI's order, which is also their code", () => {
  expect(STATES.join(' < ')).toBe('NEW < DISCOVERED < PROVISIONED < READY < STARTED < STOPPED < FAILED < RELEASED');
  expect(STATES.map((state) => STATE_ORDER[state])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('a gate stands before every phase but the run and the stop', () => {
  expect(PHASES.filter((phase) => !(GATED_PHASES as readonly string[]).includes(phase))).toEqual(['run', 'stop']);
});
