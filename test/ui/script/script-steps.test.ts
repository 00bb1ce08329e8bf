import { expect, test } from 'vitest';
import { createExperiment, type Experiment, type Step } from '../../../src/model/experiment.ts';
import { stepSchema } from '../../../src/model/schema.ts';
import {
  addStep,
  changeOp,
  coveredBy,
  firstField,
  moveStep,
  newStep,
  STEP_KINDS,
  withField,
} from '../../../src/ui/script/script-steps.ts';

const experiment: Experiment = {
  ...createExperiment('e'),
  resources: [1, 2, 3].map((guid) => ({ guid, rtype: 'linux::Node', attributes: {}, traces: [] })),
};
const script: readonly Step[] = [
  { op: 'deploy', resources: [1] },
  { op: 'deploy' },
  { op: 'sleep', time: '5s' },
  { op: 'shutdown' },
];

test('every kind of step begins as one that a file may have, and turns into every other', () => {
  for (const { op } of STEP_KINDS) {
    const step = newStep(op, [1, 2]);
    expect(stepSchema.safeParse(step)).toMatchObject({ success: true });
    for (const { op: other } of STEP_KINDS) {
      const changed = changeOp(step, other);
      expect(changed.op).toBe(other);
      expect(stepSchema.safeParse(changed)).toMatchObject({ success: true });
    }
  }
});

test('a new step asks first for what it leaves open', () => {
  const fields = (guids: readonly number[]) =>
    new Map(STEP_KINDS.map(({ op }) => [op, firstField(newStep(op, guids))]));
  expect(fields([]).get('sleep')).toBe('time');
  expect(fields([]).get('set')).toBe('resources');
  expect(fields([1]).get('set')).toBe('attribute');
  expect(fields([1]).get('setWithConditions')).toBe('attribute');
  expect(fields([1]).get('waitStarted')).toBe('resources');
  expect(fields([1]).get('shutdown')).toBeUndefined();
});

test('what both kinds have is kept', () => {
  expect(changeOp({ op: 'waitStarted', resources: [3] }, 'release')).toEqual({ op: 'release', resources: [3] });
  expect(changeOp({ op: 'set', resources: [3], attribute: 'a', value: 5 }, 'setWithConditions')).toMatchObject({
    resources: [3],
    attribute: 'a',
    value: 5,
  });
});

test('a new step comes before the shutdown', () => {
  expect(addStep(script, newStep('sleep', [])).at).toBe(3);
  expect(addStep(script.slice(0, 3), newStep('sleep', [])).at).toBe(3);
  expect(addStep(script, newStep('shutdown', [])).at).toBe(4);
});

test('steps move within the script, and a move nowhere changes nothing', () => {
  expect(moveStep(script, 0, 2).map(({ op }) => op)).toEqual(['deploy', 'sleep', 'deploy', 'shutdown']);
  expect(moveStep(script, 3, -5)[0]).toEqual({ op: 'shutdown' });
  expect(moveStep(script, 3, 9)).toBe(script);
});

test('a deploy of all covers those that no deploy before it does', () => {
  expect(coveredBy(experiment, script, 0)).toEqual([1]);
  expect(coveredBy(experiment, script, 1)).toEqual([2, 3]);
  expect(coveredBy(experiment, [{ op: 'deploy' }, { op: 'deploy' }], 1)).toEqual([]);
  expect(coveredBy(experiment, script, 2)).toEqual([]);
  expect(coveredBy(experiment, script, 3)).toEqual([1, 2, 3]);
});

test('an optional field can be taken away', () => {
  const deploy = { op: 'deploy', waitAllReady: false } as const;
  expect(withField(deploy, 'waitAllReady', undefined)).toEqual({ op: 'deploy' });
});
