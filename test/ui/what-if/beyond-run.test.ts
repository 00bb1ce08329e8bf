import { expect, test } from 'vitest';
import { startRun } from '../../../src/engine/run.ts';
import type { Intervention } from '../../../src/model/intervention.ts';
import type { Micros } from '../../../src/model/units.ts';
import { createRecord } from '../../../src/record/run-record.ts';
import { beyondRun } from '../../../src/ui/what-if/beyond-run.ts';
import { loadGolden } from '../../support/load-golden.ts';
import { testCatalog } from '../../support/test-catalog.ts';

const SECOND = 1_000_000;

function runGolden(name: string, interventions: readonly Intervention[] = []) {
  const { experiment } = loadGolden(name);
  const record = createRecord();
  record.append(startRun(experiment, testCatalog, { interventions }).advance(1e9));
  return { experiment, record, beyond: (time: Micros) => beyondRun(record, experiment, time) };
}

test('a run that is over: nothing can be done to it any more, which is so', () => {
  const { record, beyond } = runGolden('critical-failure-while-running');
  expect(beyond(9 * SECOND - 1)).toBeUndefined();
  expect(beyond(10 * SECOND)).toEqual({
    text: 'The run is over at 9 s, and everything is released: nothing can happen to it at 10 s.',
    canIntervene: false,
  });
  const failing = runGolden('critical-failure-while-running', [{ kind: 'fail', guid: 1, time: 10 * SECOND }]);
  expect(failing.record.events.length).toBe(record.events.length);
  expect(failing.record.now).toBe(record.now);
});

test('a run that is stalled: until the horizon something can be done to it', () => {
  const { beyond } = runGolden('deadlock');
  expect(beyond(SECOND)).toBeUndefined();
  expect(beyond(10 * SECOND)).toEqual({
    text: 'The run is stalled: from 1 s to 10 s nothing changes.',
    canIntervene: true,
  });
  expect(runGolden('deadlock', [{ kind: 'fail', guid: 1, time: 10 * SECOND }]).record.outcome).toMatchObject({
    kind: 'completed',
    abort: true,
    end: 10.5 * SECOND,
  });
  expect(beyond(201 * SECOND)).toEqual({
    text: 'The simulation gives up at 3:20, its horizon: nothing can happen to it at 3:21.',
    canIntervene: false,
  });
});

test('a run of which more may come is not over', () => {
  const { experiment } = loadGolden('deadlock');
  expect(beyondRun(createRecord(), experiment, SECOND)).toBeUndefined();
});
